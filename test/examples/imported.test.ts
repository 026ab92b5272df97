// What comes with an import: in a process of its own, and in a bundle of somebody else's.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyExample } from './example-copy.ts';

let folder: string;
beforeAll(() => {
  folder = copyExample('own-tests');
});

test('importing the library prints nothing, holds nothing open and leaves the process as it was', async () => {
  const script = `
    const state = () => JSON.stringify([process.env, process.eventNames(), Object.keys(globalThis)]);
    const before = state();
    await import('livechat-conformance');
    const isSame = state() === before;
    // The files of the modules have been closed by then.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const open = process.getActiveResourcesInfo().filter((one) => !/Pipe|TTY/.test(one));
    if (open.length > 0 || !isSame) throw new Error(JSON.stringify({ open, isSame }));
  `;
  const args = ['--input-type=module', '--eval', script];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  expect(stdout + stderr).toBe('');
});

/** By what the heavy parts are known wherever they go. */
const MARKS = { undici: 'UND_ERR_', cometd: 'Bayeux', pact: 'verifierFactory' } as const;

/** Heavy parts in the bundle of a program that imports this, and the kilobytes it loads at its start. */
async function bundleWith(imported: string) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import { ${imported} } from 'livechat-conformance'; globalThis.kept = ${imported};`,
      resolveDir: folder,
    },
    ...{ bundle: true, splitting: true, write: false, metafile: true, logLevel: 'silent' },
    ...{ format: 'esm', platform: 'node', absWorkingDir: folder, outdir: folder },
    external: ['@pact-foundation/pact-core'],
  });
  const loaded = startOf(metafile, 'stdin.js').map((path) => join(folder, path));
  const start = outputFiles.filter(({ path }) => loaded.includes(path));
  const kilobytes = start.reduce((sum, { text }) => sum + text.length / 1000, 0);
  return { atStart: heavyIn(start), ever: heavyIn(outputFiles), kilobytes };
}

function heavyIn(files: readonly { readonly text: string }[]): readonly string[] {
  return Object.entries(MARKS).flatMap(([name, mark]) =>
    files.some(({ text }) => text.includes(mark)) ? [name] : [],
  );
}

/** A file and all that it imports before its first line runs. */
function startOf({ outputs }: Metafile, entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const path of found)
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') found.add(next);
  return [...found];
}

describe('a bundler', () => {
  test('lets nothing heavy be loaded at the start for loadSuite', async () => {
    const { atStart, kilobytes } = await bundleWith('loadSuite');
    expect(atStart).toEqual([]);
    expect(kilobytes).toBeGreaterThan(100);
    expect(kilobytes).toBeLessThan(1000);
  });

  test('takes the Bayeux server along for startMock, which loads it when a mock is started', async () => {
    const { atStart, ever } = await bundleWith('startMock');
    expect(atStart).toEqual([]);
    expect(ever).toContain('cometd');
  });
});
