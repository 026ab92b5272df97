// Writes what follows from the tree: types of the specs, registries of the folders, lists in the README and docs.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { moduleLines, operationLines, renderMarked, vendorLine } from './generate/marked-lists.ts';
import { renderPageScript } from './generate/page-script.ts';
import { REGISTRIES, registryMembers, renderRegistry } from './generate/registries.ts';
import { renderSpecTypes, vendorIds } from './generate/spec-types.ts';
import { tenantKeyLines } from './generate/tenant-keys.ts';

const GENERATED = 'src/generated';
const MARKED_PAGES = ['README.md', 'docs/tenant-file.md'];

/** Every generated file by its path below the root; nothing is written. */
export async function generate(rootDir: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const vendors = await vendorIds(rootDir);
  for (const vendor of vendors) {
    files.set(`${GENERATED}/${vendor}.ts`, await renderSpecTypes(rootDir, vendor));
  }
  const members = new Map<string, readonly string[]>();
  for (const registry of REGISTRIES) {
    const paths = await registryMembers(rootDir, registry);
    members.set(registry.file, paths);
    const path = `${GENERATED}/${registry.file}.ts`;
    if (files.has(path)) throw new Error(`${path}: a vendor cannot have the name of a registry`);
    files.set(path, renderRegistry(registry, paths));
  }
  const script = await renderPageScript(rootDir);
  if (script !== undefined) files.set(`${GENERATED}/page-script.ts`, script);
  const lists = {
    operations: async () => (await Promise.all(vendors.map((id) => operationLines(rootDir, id)))).flat(),
    vendors: () => Promise.all(vendors.map((id) => vendorLine(rootDir, id))),
    checks: () => moduleLines(rootDir, members.get('checks') ?? []),
    reporters: () => moduleLines(rootDir, members.get('reporters') ?? []),
    'tenant-keys': () => tenantKeyLines(rootDir),
  };
  for (const page of MARKED_PAGES) {
    const rendered = await renderMarked(rootDir, page, lists);
    if (rendered !== undefined) files.set(page, rendered);
  }
  return files;
}

/** Files of the generated folder that nothing generates any more. */
export async function orphans(
  rootDir: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const names = await readdir(join(rootDir, GENERATED));
  return names.map((name) => `${GENERATED}/${name}`).filter((path) => !files.has(path));
}

async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  const files = await generate(root);
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  for (const path of await orphans(root, files)) await rm(join(root, path));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
