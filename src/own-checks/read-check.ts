import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { importDefault } from '../load/import-module.ts';
import { validateData } from '../load/validate-data.ts';
import type { Json } from '../model/json.ts';
import type { BroughtCheck, OwnCheck } from '../model/own-check.ts';
import schema from './schemas/own-check.schema.json' with { type: 'json' };

/** A check as it was read, from the file as the user has named it. */
export interface ReadCheck extends Pick<BroughtCheck, 'id' | 'from' | 'digest'> {
  readonly own: OwnCheck;
  readonly file: string;
}

/** A check as its module exports it, held to what it may say. */
export async function readCheck(file: string): Promise<ReadCheck> {
  const unreadable = (problem: string) => userErrors.checkUnreadable(file, problem);
  const { broken, ...rest } = await importDefault(file, unreadable);
  const told = validateData<Omit<OwnCheck, 'broken'>>(file, schema, jsonOf(rest, unreadable));
  if (!isFunction(broken))
    throw userErrors.fileInvalid(
      file,
      '/broken',
      broken === undefined ? 'nothing' : `a ${typeof broken}`,
      'a function that gives the differences of an exchange, or { silent: why }',
    );
  const own: OwnCheck = { ...told, broken };
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  // Told from ours by its id, whatever checks come with a later version.
  return { own, file, digest, id: `own-${own.id}`, from: shownName(file) };
}

/** The folder and the file: where they lie on this machine is nobody's concern. */
function shownName(file: string): string {
  return `${basename(dirname(resolve(file)))}/${basename(file)}`;
}

function isFunction(given: unknown): given is OwnCheck['broken'] {
  return typeof given === 'function';
}

/** What is no JSON in it would be none in an exchange either. */
function jsonOf(data: object, unreadable: (problem: string) => Error): Json {
  try {
    const json: Json = JSON.parse(JSON.stringify(data));
    return json;
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}
