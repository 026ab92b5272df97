// Bundles the command, the library, Pact's verifier process and the threads that count; all but Pact's core goes in.
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    'livechat-conformance': 'src/cli/main.ts',
    'verifier-child': 'src/judges/contract/verifier-child.ts',
    'counting-thread': 'src/threads/counting-thread.ts',
    library: 'src/library/library.ts',
    vitest: 'src/library/vitest.ts',
    jest: 'src/library/jest.ts',
    fixture: 'src/library/fixture.ts',
  },
  outdir: 'dist',
  bundle: true,
  // What several of them need is there once, and what is loaded late stays out of what is loaded first.
  splitting: true,
  chunkNames: 'part-[hash]',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  external: ['@pact-foundation/pact-core', 'vitest'],
  // Some bundled packages are CommonJS and call `require` for what Node itself brings.
  banner: {
    js: "import { createRequire as createNodeRequire } from 'node:module';\nconst require = createNodeRequire(import.meta.url);",
  },
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
});
chmodSync('dist/livechat-conformance.js', 0o755);
