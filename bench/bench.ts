// `npm run bench`: what the tool costs, each figure beside a baseline of the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Report } from '../src/model/report.ts';
import { openInBrowser } from './page-in-browser.ts';
import { compare, HEADING } from './ratio.ts';
import { recordExchanges } from './recorded-exchanges.ts';
import { runBundled } from './run-bundled.ts';
import { benchScanning } from './scanning.ts';

const COMMAND = resolve(import.meta.dirname, '../dist/livechat-conformance.js');

const folder = mkdtempSync(join(tmpdir(), 'livechat-bench-'));
const node =
  (...args: readonly string[]) =>
  () =>
    spawnSync(process.execPath, [...args], { stdio: 'ignore' });
const empty = node('-e', '0');

console.log(HEADING);
console.log(await compare('cold start: --version / node -e 0', 11, node(COMMAND, '--version'), empty));
console.log(
  await compare('whole run on the mock / node -e 0', 5, node(COMMAND, 'run', '--out', folder), empty),
);
rmSync(folder, { recursive: true, force: true });
const recorded = await recordExchanges();
await runBundled('judging.ts', recorded);
await runBundled('recordings.ts', recorded);
const sample = readFileSync(resolve(import.meta.dirname, '../reports/sample/report.json'), 'utf8');
await runBundled('page.ts', sample);
console.log(await openInBrowser(JSON.parse(sample) as Report));
console.log(await benchScanning(sample));
await import('./proxy.ts');
