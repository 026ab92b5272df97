// Takes a picture of what a command prints on a terminal, for the docs; needs `script` (util-linux) and a Chromium:
//   node scripts/terminal-picture.mjs OUT.png [--columns N] -- run --fault NAME
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { AnsiUp } from 'ansi_up';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { columns: { type: 'string', default: '100' } },
});
const [output, ...words] = positionals;
if (output === undefined || words.length === 0) {
  console.error('usage: terminal-picture.mjs OUT.png [--columns N] -- COMMAND…');
  process.exit(2);
}

/** What a person would see: on a terminal of that width, with colours, without the line of progress. */
function shownOnTerminal(args, columns) {
  const quoted = args.map((arg) => `'${arg.replaceAll("'", String.raw`'\''`)}'`).join(' ');
  const command = `stty cols ${columns}; exec node dist/livechat-conformance.js ${quoted} 2>/dev/null`;
  const { CI: _ci, NO_COLOR: _plain, ...environment } = process.env;
  const run = spawnSync('script', ['-qec', command, '/dev/null'], {
    encoding: 'utf8',
    env: { ...environment, TERM: 'xterm-256color', GITHUB_ACTIONS: '', GITLAB_CI: '' },
  });
  if (run.error !== undefined) throw run.error;
  return run.stdout.replaceAll('\r', '').trimEnd();
}

function pageOf(text, title) {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; display: inline-block; background: #1b1e24; color: #d6dae0; }
    pre { margin: 0; padding: 14px 18px; font: 12px/1.4 'DejaVu Sans Mono', monospace; }
    b { color: #8fd0ff; font-weight: normal; }
    .ansi-red-fg { color: #ff7b72 } .ansi-green-fg { color: #7ee787 } .ansi-yellow-fg { color: #e3b341 }
    .ansi-magenta-fg { color: #d2a8ff } .ansi-cyan-fg { color: #79c0ff }
    .ansi-bold { font-weight: bold }
  </style><pre><b>$ ${ansi.ansi_to_html(title)}</b>\n\n${ansi.ansi_to_html(text)}</pre>`;
}

const columns = Number(values.columns);
const text = shownOnTerminal(words, columns);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ offline: true, viewport: { width: 1600, height: 400 } });
  await page.setContent(pageOf(text, `livechat-conformance ${words.join(' ')}`));
  await page.locator('body').screenshot({ path: output });
} finally {
  await browser.close();
}
