import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
/** Below the package, whose specs and pact files the bundle looks for above itself. */
const CACHE = join(ROOT, 'node_modules', '.cache');

/**
 * Runs a file as it is shipped, on input of its own: what tsx runs names every function anew, which would be measured
 * as well.
 */
export async function runBundled(file: string, input: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'livechat-bench-'));
  try {
    await build({
      entryPoints: {
        bench: resolve(import.meta.dirname, file),
        'counting-thread': join(ROOT, 'src/threads/counting-thread.ts'),
      },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      external: ['@pact-foundation/pact-core'],
      banner: {
        js: "import { createRequire as createNodeRequire } from 'node:module';\nconst require = createNodeRequire(import.meta.url);",
      },
      minifySyntax: true,
      logLevel: 'warning',
    });
    const inputFile = join(folder, 'input');
    writeFileSync(inputFile, input);
    spawnSync(process.execPath, [join(folder, 'bench.mjs'), inputFile], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
