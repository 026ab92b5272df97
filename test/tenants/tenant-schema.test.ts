import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const OWN = new URL('../../src/load/schemas/tenant.schema.json', import.meta.url);
const schema: unknown = JSON.parse(readFileSync(OWN, 'utf8'));

function* nodesOf(node: unknown, pointer = ''): Generator<readonly [pointer: string, node: object]> {
  if (typeof node !== 'object' || node === null) return;
  yield [pointer, node];
  for (const [key, child] of Object.entries(node)) yield* nodesOf(child, `${pointer}/${key}`);
}

it('explains every place of a tenant file to an editor', () => {
  const places = [...nodesOf(schema)].filter(
    ([pointer]) => /\/properties\/[^/]+$/.test(pointer) || pointer.endsWith('/additionalProperties'),
  );
  expect(places.length).toBeGreaterThan(50);
  const silent = places.filter(([, node]) => !('description' in node) && !('$ref' in node));
  expect(silent.map(([pointer]) => pointer)).toEqual([]);
});

it('takes no key that it does not know', () => {
  const open = [...nodesOf(schema)].filter(([, node]) => 'properties' in node && 'type' in node);
  expect(open.length).toBeGreaterThan(8);
  expect(open.filter(([, node]) => !('additionalProperties' in node))).toEqual([]);
});

it('is published with the package', () => {
  const published = import.meta.resolve('livechat-conformance/tenant.schema.json');
  expect(fileURLToPath(published)).toBe(fileURLToPath(OWN));
  const manifest: { readonly files: readonly string[] } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(manifest.files).toContain('src/load/schemas/tenant.schema.json');
  expect(manifest.files).toContain('tenants/*.example.yaml');
});
