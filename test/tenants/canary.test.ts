// Whatever is wrong with a tenant file and wherever a secret slipped in, no message gives the secret away.
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { UserError } from '../../src/errors/user-error.ts';
import { loadTenant } from '../../src/load/load-tenant.ts';
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { TENANT_TEXT, writeTenant } from './tenant-text.ts';

/** Secrets as vendors shape them; the letters-only one could be taken for a word. */
const CANARIES = [
  'tk4f81c0ffee',
  'Qm9zc0NhbmFyeQ==',
  'correcthorsebattery',
  '8675309421',
  'p@ss"w0rd: {#',
] as const;

/** Every copy of the data in which the canary has taken the place of one value, or of one key. */
function* planted(data: Json, canary: string): Generator<Json> {
  yield canary;
  if (isJsonArray(data)) {
    for (const [index, member] of data.entries())
      for (const changed of planted(member, canary)) yield data.with(index, changed);
  } else if (isJsonObject(data)) {
    for (const [key, member] of Object.entries(data)) {
      const { [key]: _gone, ...others } = data;
      yield { ...others, [canary]: member };
      yield { ...others, [`${key}:${canary}`]: null };
      for (const changed of planted(member, canary)) yield { ...data, [key]: changed };
    }
  }
}

function complaintAbout(text: string, folder: string): string | undefined {
  try {
    loadTenant(writeTenant(text, folder), { suite, recipes: [] });
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
}

function complaints(texts: Iterable<string>): readonly string[] {
  const folder = temporaryFolder();
  return [...texts].flatMap((text) => complaintAbout(text, folder) ?? []);
}

function* everyValue(canary: string): Generator<string> {
  const data: Json = parse(TENANT_TEXT);
  for (const changed of planted(data, canary)) yield stringify(changed);
}

/** The canary put between words all over the file, in each of the ways in turn, which mostly is no YAML any more. */
function* everyGap(canary: string): Generator<string> {
  const ways = [
    canary,
    ` ${canary} `,
    `"${canary}`,
    `*${canary} `,
    `!${canary} `,
    `\n${canary}`,
    `\\${canary}"`,
  ];
  for (const [turn, { index }] of [...TENANT_TEXT.matchAll(/\b/g)].entries())
    for (const way of [ways[turn % ways.length], ways[(turn * 3 + 1) % ways.length]])
      yield TENANT_TEXT.slice(0, index) + (way ?? canary) + TENANT_TEXT.slice(index);
}

describe.each(CANARIES)('the secret %s', (canary) => {
  it('is in no message when it stands at the place of a value or key', () => {
    const said = complaints(everyValue(canary));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => text.includes(canary))).toEqual([]);
  });
});

it.each(CANARIES.slice(0, 1))('the secret %s is in no message about broken YAML', (canary) => {
  const said = complaints(everyGap(canary));
  expect(said.filter((text) => text.includes('is no valid YAML')).length).toBeGreaterThan(100);
  expect(said.filter((text) => text.includes(canary))).toEqual([]);
});
