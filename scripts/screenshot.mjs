// Takes a picture of a rendered page: node scripts/screenshot.mjs in.html out.png [--width N] [--dark] [--anchor ID]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    dark: { type: 'boolean', default: false },
    anchor: { type: 'string' },
  },
});
const [input, output] = positionals;
if (input === undefined || output === undefined) {
  console.error('usage: screenshot.mjs in.html out.png [--width N] [--dark] [--anchor ID]');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({
    offline: true,
    viewport: { width: Number(values.width), height: 900 },
    colorScheme: values.dark ? 'dark' : 'light',
  });
  const address = pathToFileURL(resolve(input));
  address.hash = values.anchor ?? '';
  await page.goto(address.href);
  // A whole page is the picture of a report; with an anchor it is what the reader of a link sees.
  await page.screenshot({ path: output, fullPage: values.anchor === undefined });
} finally {
  await browser.close();
}
