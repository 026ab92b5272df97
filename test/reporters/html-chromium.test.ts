import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import html from '../../src/reporters/html.reporter.tsx';
import { calmRun, sampleRun } from '../fixtures/sample-run.ts';
import { wholeRun } from '../fixtures/sample-run-whole.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const isInstalled = existsSync(executablePath);
if (!isInstalled)
  console.warn(`skipped: no Chromium at ${executablePath}; set CHROMIUM_PATH to look at the page`);

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

describe.skipIf(!isInstalled)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-page-'));
  let browser: Browser;

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args });
  }, 30_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page as a person does, who has it in a folder and no network. */
  async function open(report: typeof sampleRun, anchor = '', width = 1280): Promise<Opened> {
    const file = join(folder, `${report.run.id}-${report.verdict}.html`);
    writeFileSync(file, html.render(report, { colour: false, columns: 80 }));
    const page = await browser.newPage({ offline: true, viewport: { width, height: 900 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href + anchor);
    return { page, requests, complaints };
  }

  it('says the verdict first, asks for nothing but itself and complains of nothing', async () => {
    const { page, requests, complaints } = await open(sampleRun);
    const verdict = page.getByRole('heading', { level: 1, name: 'nonconformant' });
    expect(await verdict.isVisible()).toBe(true);
    expect(await page.getByRole('banner').textContent()).toContain('Target mock');
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows hostile text and lets it do nothing', async () => {
    const { page, complaints } = await open(sampleRun);
    await page.evaluate(() => {
      for (const each of Array.from(document.querySelectorAll('details'))) each.open = true;
    });
    expect(await page.locator('main').textContent()).toContain('<script>document.title="owned"</script>');
    expect(await page.title()).not.toContain('owned');
    expect(await page.locator('script, img, iframe, b').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is styled by its own sheet, which its policy allows', async () => {
    const { page } = await open(sampleRun);
    const stripe = await page
      .locator('header.verdict')
      .evaluate((node) => getComputedStyle(node).borderTopWidth);
    expect(stripe).toBe('6px');
    await page.close();
  });

  it('opens the evidence a link points to', async () => {
    const { page } = await open(sampleRun, '#exchange-acquire.inviteAgent-invite-agents');
    const marked = page.locator('details.exchange[open] mark');
    await marked.first().waitFor();
    expect(await marked.allTextContents()).toEqual(['"sent": "no"', '"sent": "no"']);
    await page.close();
  });

  it.each([360, 768, 1040, 1280])('needs no sideways scrolling at %i pixels', async (width) => {
    const { page } = await open(wholeRun, '', width);
    await page.evaluate(() => {
      for (const each of Array.from(document.querySelectorAll('details'))) each.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('hands a dossier over with one click and no script', async () => {
    const { page, complaints } = await open(sampleRun);
    const dossier = page.locator('details.ticket').first();
    await dossier.locator('summary').click();
    await dossier.locator('pre').click({ position: { x: 60, y: 30 } });
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected).toMatch(/^### [\s\S]*#### Suggested wording[\s\S]*```$/u);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is short and folded when all is well', async () => {
    const { page } = await open(calmRun);
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Verdict matrix',
      'Response times',
      'Operation by operation',
      'Documents',
      'Words',
    ]);
    await page.close();
  });
});
