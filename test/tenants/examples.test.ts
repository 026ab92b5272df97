import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRecipes, ownRecipes } from '../../src/load/load-recipes.ts';
import { loadTenant } from '../../src/load/load-tenant.ts';
import { vendorValues } from '../../src/load/vendor-values.ts';
import { specOf, suite } from '../fixtures/committed-suite.ts';

const FOLDER = resolve(import.meta.dirname, '../../tenants');
const knowledge = { suite, recipes: loadRecipes(ownRecipes(), suite) };
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.example.yaml'));

it('there is an example for each vendor', () => {
  expect(files.toSorted()).toEqual(suite.specs.map(({ vendor }) => `${vendor}.example.yaml`).toSorted());
});

describe.each(files)('%s', (name) => {
  const file = join(FOLDER, name);
  const tenant = loadTenant(file, knowledge);
  const [vendor] = tenant.vendors;
  const id = name.replace('.example.yaml', '');

  it('describes that vendor alone, and not in production', () => {
    expect(tenant.vendors.map((entry) => entry.vendor)).toEqual([id]);
    expect(tenant.environment).not.toBe('production');
  });

  it('leads to nobody: its address can never be given to anyone (RFC 2606)', () => {
    expect(new URL(vendor?.baseUrl ?? '').hostname).toMatch(/\.invalid$/);
  });

  it('says where each credential is to be had', () => {
    expect(Object.keys(vendor?.credentials ?? {}).toSorted()).toEqual(
      vendorValues(knowledge, id).credentials,
    );
  });

  it('allows something that an operation does, and no more than operations or their preparation do', () => {
    const effects = specOf(id).operations.flatMap((operation) => operation.effects);
    expect(vendor?.allow.effects.filter((effect) => effects.includes(effect))).not.toEqual([]);
    expect(vendor?.allow.effects).not.toContain('costs-money');
  });

  it('is written for people: every key has a comment above it, or stands in a commented group', () => {
    const groups = readFileSync(file, 'utf8').split(/\n\n/);
    expect(groups.filter((group) => !/^\s*#/m.test(group))).toEqual([]);
  });

  it('tells an editor its schema', () => {
    const [, path = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    const schema: unknown = JSON.parse(readFileSync(resolve(FOLDER, path), 'utf8'));
    expect(schema).toMatchObject({ $id: 'urn:livechat-conformance:tenant:1' });
  });
});
