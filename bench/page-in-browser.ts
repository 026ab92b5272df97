// How long the page of a very large run takes to open and to be narrowed, in a real browser.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { Report } from '../src/model/report.ts';
import html from '../src/reporters/html.reporter.tsx';
import { largeReport } from './large-report.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Says so where there is no browser. */
export async function openInBrowser(sample: Report): Promise<string> {
  if (!existsSync(executablePath)) return `  page in a browser: no Chromium at ${executablePath}`;
  const report = largeReport(sample);
  const folder = mkdtempSync(join(tmpdir(), 'livechat-bench-'));
  const file = join(folder, 'index.html');
  writeFileSync(file, html.render(report, { colour: false, columns: 100 }));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ offline: true });
    const opened = await timed(async () => {
      await page.goto(pathToFileURL(file).href);
      await settled(page);
    });
    const filtered = await timed(() =>
      narrow(page, () => page.selectOption('[data-facet=outcome]', 'failed')),
    );
    const searched = await timed(() => narrow(page, () => page.fill('#search', 'status')));
    return `  page of ${report.totals.planned} cases in Chromium: opened in ${opened}, filtered in ${filtered}, searched in ${searched}`;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function narrow(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await page.locator('#left').textContent();
  await act();
  await page.waitForFunction((said) => document.querySelector('#left')?.textContent !== said, before);
  await settled(page);
}

/** Until what changed is painted. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  await work();
  return `${Math.round(performance.now() - started)} ms`;
}
