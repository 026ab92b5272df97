// What is generated is what is committed, and follows from the tree alone.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate, orphans } from '../scripts/generate.ts';

const ROOT = resolve(import.meta.dirname, '..');

describe('the committed files', () => {
  test('are what `npm run generate` writes', async () => {
    const files = await generate(ROOT);
    for (const [path, content] of files) {
      expect(await readFile(join(ROOT, path), 'utf8'), `${path} is stale`).toBe(content);
    }
    expect(await orphans(ROOT, files)).toEqual([]);
  });

  test('include the types of every vendor', async () => {
    expect(await readdir(join(ROOT, 'src/generated'))).toEqual(
      expect.arrayContaining(['acquire.ts', 'genesys.ts', 'rocketchat.ts']),
    );
  });
});

describe('a planted tree', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'generate-'));
    for (const [path, content] of Object.entries(TREE)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  });

  afterAll(() => rm(root, { recursive: true }));

  test('lists what a folder holds, sorted, without tests and without what lies deeper', async () => {
    const files = await generate(root);
    expect(files.get('src/generated/checks.ts')).toContain(
      "import bodySizeModule from '../judges/checks/body-size.ts';\n" +
        "import statusModule from '../judges/checks/status.ts';\n\n" +
        'export const checks = [\n  bodySizeModule,\n  statusModule,\n] as const;\n',
    );
  });

  test('lists of the reporters and targets only those that are one by name', async () => {
    const files = await generate(root);
    expect(files.get('src/generated/reporters.ts')).toContain("'../reporters/page.reporter.tsx'");
    expect(files.get('src/generated/reporters.ts')).not.toContain('layout');
    expect(files.get('src/generated/targets.ts')).toContain('export const targets = [] as const;');
  });

  test('lists contracts by vendor and operation', async () => {
    const files = await generate(root);
    expect(files.get('src/generated/contracts.ts')).toContain(
      "import nobodyMakeCallModule from '../../contracts/nobody/make-call.ts';",
    );
    expect(files.get('src/generated/contracts.ts')).not.toContain('make-call.test');
  });

  test('has types for its spec, and nothing from the catalogue of documents', async () => {
    const files = await generate(root);
    expect(files.get('src/generated/nobody.ts')).toMatch(/readonly makeCall: \{/);
    expect([...files.keys()]).not.toContain('src/generated/documents.ts');
  });

  test('renews the marked lists of its README and leaves the rest alone', async () => {
    const files = await generate(root);
    expect(files.get('README.md')).toBe(
      [
        '# Nobody\n\n',
        '<!-- generated:operations -->\n\n- `nobody.makeCall` (`POST /calls`): Make a call\n\n<!-- /generated -->\n',
        '<!-- generated:checks -->\n\n- `body-size`: Bodies are small\n- `status`\n\n<!-- /generated -->\nend\n',
      ].join(''),
    );
  });

  test('refuses a list that nobody makes', async () => {
    await writeFile(join(root, 'README.md'), '<!-- generated:lost -->\n<!-- /generated -->\n');
    await expect(generate(root)).rejects.toThrow('no list is called "lost"');
    await writeFile(join(root, 'README.md'), TREE['README.md']);
  });

  test('names what is generated no more', async () => {
    expect(await orphans(root, await generate(root))).toEqual(['src/generated/gone.ts']);
  });
});

const SPEC = `openapi: 3.1.0
info: { title: Nobody, version: '1' }
paths:
  /calls:
    post:
      operationId: makeCall
      summary: Make a call
      responses: { '200': { description: made } }
`;

const TREE = {
  'README.md': `# Nobody

<!-- generated:operations -->
old
<!-- /generated -->
<!-- generated:checks --><!-- /generated -->
end
`,
  'specs/nobody.yaml': SPEC,
  'specs/documents.yaml': '[]',
  'src/judges/checks/status.ts': 'export default {};\n',
  'src/judges/checks/body-size.ts': "export default { title: 'Bodies are small' };\n",
  'src/judges/checks/body-size.test.ts': '',
  'src/judges/checks/deep/other.ts': '',
  'src/reporters/page.reporter.tsx': 'export default {};\n',
  'src/reporters/layout.tsx': '',
  'contracts/nobody/make-call.ts': '',
  'contracts/nobody/make-call.test.ts': '',
  'src/generated/gone.ts': '',
} as const;
