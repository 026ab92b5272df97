import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTenants } from '../../src/load/load-tenants.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { edited, writeTenant } from './tenant-text.ts';

const named = (name: string) => edited('name: full', `name: ${name}`);
const load = (...paths: readonly string[]) => loadTenants(paths, { suite, recipes: [] });
const namesOf = (...paths: readonly string[]) => load(...paths).map(({ name }) => name);

describe('tenants', () => {
  it('of a folder are those in it, by file name, without examples and without what lies below', () => {
    const folder = temporaryFolder();
    writeTenant(named('second'), folder, 'b.yml');
    writeTenant(named('first'), folder, 'a.yaml');
    writeTenant(named('shown'), folder, 'c.example.yaml');
    writeFileSync(join(folder, 'notes.txt'), 'not one');
    mkdirSync(join(folder, 'deeper.yaml'));
    writeTenant(named('deeper'), join(folder, 'deeper.yaml'));
    expect(namesOf(folder)).toEqual(['first', 'second']);
  });

  it('come in the order of the paths', () => {
    const folder = temporaryFolder();
    const first = writeTenant(named('a'), folder, 'a.yaml');
    const second = writeTenant(named('b'), folder, 'b.yaml');
    expect(namesOf(second, first)).toEqual(['b', 'a']);
  });

  it('are there once, however often their file is named', () => {
    const folder = temporaryFolder();
    const file = writeTenant(named('one'), folder);
    expect(namesOf(file, folder, join(folder, '.', 'tenant.yaml'))).toEqual(['one']);
  });

  it('may be an example, when it is named', () => {
    expect(namesOf(writeTenant(named('shown'), temporaryFolder(), 'a.example.yaml'))).toEqual(['shown']);
  });

  it('of one name are refused with both files', () => {
    const folder = temporaryFolder();
    const first = writeTenant(named('same'), folder, 'a.yaml');
    const second = writeTenant(named('same'), folder, 'b.yaml');
    expect(() => load(folder)).toThrow(`${first} and ${second} both describe a tenant "same".`);
  });

  it('are missing in a folder without any', () => {
    const folder = temporaryFolder();
    expect(() => load(folder)).toThrow(`${folder} holds no tenant file`);
  });

  it('cannot be read where there is nothing', () => {
    const lost = join(temporaryFolder(), 'lost.yaml');
    expect(() => load(lost)).toThrow(`${lost} cannot be read`);
  });

  it('cannot be read where a link leads nowhere', () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, 'gone'), join(folder, 'a.yaml'));
    expect(() => load(folder)).toThrow(`${join(folder, 'a.yaml')} cannot be read`);
  });
});
