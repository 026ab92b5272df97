// What the script adds, in a browser; html-chromium.test.ts is about the page itself.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import html from '../../src/reporters/html.reporter.tsx';
import { wholeRun } from '../fixtures/sample-run-whole.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const isInstalled = existsSync(executablePath);
if (!isInstalled) console.warn(`skipped: no Chromium at ${executablePath}`);
const axe = axeSource();
if (axe === undefined) console.warn('skipped: axe-core is not installed');

function axeSource(): string | undefined {
  try {
    return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  } catch {
    return undefined;
  }
}

describe.skipIf(!isInstalled)('the script of the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-script-'));
  const file = join(folder, 'index.html');
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, html.render(wholeRun, { colour: false, columns: 80 }));
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args });
  }, 30_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(hash = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ offline: true, viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(pathToFileURL(file).href + hash);
    return page;
  }

  const visibleFindings = (page: Page) =>
    page.locator('.finding:visible').evaluateAll((all) => all.map((each) => each.getAttribute('data-blame')));

  it('narrows the page, keeps that in the address, and goes back', async () => {
    const page = await open();
    const all = await visibleFindings(page);
    await page.selectOption('select[data-facet=blame]', 'document');
    expect(await visibleFindings(page)).toEqual(all.filter((blame) => blame === 'document'));
    expect(new URL(page.url()).hash).toBe('#?blame=document');
    expect(await page.locator('#left').textContent()).toMatch(/^2 of 8 findings · \d of 7 operations/u);
    await page.reload();
    expect(await visibleFindings(page)).toEqual(['document', 'document']);
    await page.goBack();
    expect(await visibleFindings(page)).toEqual(all);
    await page.close();
  });

  it('finds every word in findings, operations and cases, and says so when there is nothing', async () => {
    const page = await open('#?q=addMailMessage%20irreversible');
    expect(await page.locator('.operation:visible h3').allTextContents()).toEqual(['acquire.addMailMessage']);
    await page.fill('#search', 'no such thing anywhere');
    await page.locator('html.is-empty').waitFor({ state: 'attached' });
    expect(await page.locator('main > section:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect(await page.locator('.operation:visible').count()).toBe(wholeRun.operations.length);
    await page.close();
  });

  it('leads to a finding by its fingerprint alone, though it is closed and left out', async () => {
    const last = wholeRun.operations.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings)).at(-1);
    const page = await open(`#finding-${last?.fingerprint ?? ''}?blame=suite`);
    const target = page.locator('.finding.is-target');
    expect(await target.getAttribute('open')).not.toBeNull();
    expect(await target.textContent()).toContain(last?.next);
    await page.close();
  });

  it('is worked by keys', async () => {
    const page = await open();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const hasFocus = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => each === document.activeElement);
    expect(await hasFocus('.finding > summary')).toBe(true);
    await page.keyboard.press('/');
    expect(await hasFocus('#search')).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await page.close();
  });

  it('copies the command, the ticket and the waiver', async () => {
    const page = await open();
    const card = page.locator('.finding').first();
    for (const [button, text] of [
      ['Copy curl', 'curl --silent'],
      ['Copy ticket', 'Suggested wording'],
      ['Copy waiver', 'waivers:'],
    ] as const) {
      await card.getByRole('button', { name: button }).click();
      await page.fill('#search', '');
      await page.locator('#search').press('Control+v');
      expect(await page.inputValue('#search')).toContain(text);
      await page.locator('.clear').evaluate((each) => each instanceof HTMLElement && each.click());
    }
    await page.close();
  });

  it('is missed by nothing when scripts are off', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('.toolbar:visible, button:visible').count()).toBe(0);
    expect(await page.locator('.finding').count()).toBe(8);
    expect(await page.locator('.operation').count()).toBe(wholeRun.operations.length);
    await page.close();
  });

  it.skipIf(axe === undefined).each([
    ['light', ''],
    ['dark', '#?level=must'],
  ] as const)('has no violation of axe, %s %s', async (colorScheme, hash) => {
    const page = await open(hash, { colorScheme, bypassCSP: true });
    await page.evaluate(() => {
      for (const each of Array.from(document.querySelectorAll('details'))) each.open = true;
    });
    await page.evaluate(axe ?? '');
    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
    );
    expect(found).toEqual([]);
    await page.close();
  });
});
