// What comes with an import: in a process of its own, and in a bundle of somebody else's.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
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

/** Heavy parts in the bundle of a program that imports this, and the size of the bundle. */
async function bundleWith(imported: string) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${imported} } from 'livechat-conformance'; globalThis.kept = ${imported};`,
      resolveDir: folder,
    },
    ...{ bundle: true, write: false, logLevel: 'silent', format: 'esm', platform: 'node' },
    external: ['@pact-foundation/pact-core'],
  });
  const [{ text } = { text: '' }] = outputFiles;
  const heavy = Object.entries(MARKS).filter(([, mark]) => text.includes(mark));
  return { heavy: heavy.map(([name]) => name), kilobytes: text.length / 1000 };
}

describe('a bundler', () => {
  test('takes nothing heavy along for loadSuite', async () => {
    const { heavy, kilobytes } = await bundleWith('loadSuite');
    expect(heavy).toEqual([]);
    expect(kilobytes).toBeLessThan(1000);
  });

  test('takes the Bayeux server along for startMock alone', async () => {
    expect((await bundleWith('startMock')).heavy).toEqual(['cometd']);
  });
});
