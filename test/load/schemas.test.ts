// The tool takes its own schemas as they are given: that they are schemas is seen here, once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/load/package-root.ts';

const files = ['load', 'own-checks', 'pacts', 'recordings'].flatMap((room) => {
  const folder = join(packageRoot(), 'src', room, 'schemas');
  return readdirSync(folder).map((name) => join(folder, name));
});
const ajv = new Ajv2020();

test('there are schemas of what is read and written', () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
});

test.each(files.map((file) => [file.split('/').slice(-3).join('/'), file]))('%s is a schema', (_, file) => {
  expect(ajv.validateSchema(JSON.parse(readFileSync(file, 'utf8'))), ajv.errorsText()).toBe(true);
});

test('what is none is told from one', () => {
  expect(ajv.validateSchema({ properties: { id: { type: 'strnig' } } })).toBe(false);
});
