// Bundles the command and Pact's verifier process; everything but Pact's native core goes in.
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    'livechat-conformance': 'src/cli/main.ts',
    'verifier-child': 'src/judges/contract/verifier-child.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  external: ['@pact-foundation/pact-core'],
  // Some bundled packages are CommonJS and call `require` for what Node itself brings.
  banner: {
    js: "import { createRequire as createNodeRequire } from 'node:module';\nconst require = createNodeRequire(import.meta.url);",
  },
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
});
chmodSync('dist/livechat-conformance.js', 0o755);
