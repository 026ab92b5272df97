// The validators of a real Rocket.Chat server, from the package its own server is built with.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Json } from '../../src/model/json.ts';

const PACKAGE = '@rocket.chat/rest-typings';

/** Why the tests that need the package are skipped where it is not installed. */
export const NOT_INSTALLED = `${PACKAGE} is not there: npm ci --prefix test/oracle --ignore-scripts`;

export type Opinion =
  /** `stored` is the value as the server goes on with it, coerced. */
  | { readonly kind: 'accepts'; readonly stored: Json }
  /** The server's own words. */
  | { readonly kind: 'refuses'; readonly message: string };

export interface ServerValidators {
  readonly department: (body: Json) => Opinion;
  /** What the server holds of an error body under a status it has a validator for. */
  readonly errorBodies: ReadonlyMap<number, (body: Json) => Opinion>;
}

const OF_DEPARTMENTS = 'isPOSTLivechatDepartmentProps';
const OF_ERRORS = new Map([
  [400, 'validateBadRequestErrorResponse'],
  [401, 'validateUnauthorizedErrorResponse'],
  [403, 'validateForbiddenErrorResponse'],
  [404, 'validateNotFoundErrorResponse'],
]);

/** Undefined where the package is not installed. */
export async function loadServerValidators(): Promise<ServerValidators | undefined> {
  if (!existsSync(join(import.meta.dirname, 'node_modules', PACKAGE))) return undefined;
  const loaded = requireText(await bundle());
  const validator = (name: string): ((value: Json) => Opinion) => {
    const validate: unknown = Reflect.get(loaded, name);
    if (!isValidate(validate)) throw new Error(`${PACKAGE} has no validator ${name}`);
    return (value) => opinionOf(validate, value);
  };
  return {
    department: validator(OF_DEPARTMENTS),
    errorBodies: new Map([...OF_ERRORS].map(([status, name]) => [status, validator(name)])),
  };
}

/** Node cannot import the package as it is published: it leaves out extensions and names folders. */
async function bundle(): Promise<string> {
  const contents = [
    `export { ${OF_DEPARTMENTS} } from '${PACKAGE}/dist/v1/omnichannel.js';`,
    `export { ${[...OF_ERRORS.values()].join(', ')} } from '${PACKAGE}/dist/v1/Ajv.js';`,
  ].join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function requireText(text: string): object {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-oracle-'));
  try {
    const file = join(folder, 'validators.cjs');
    writeFileSync(file, text);
    const loaded: unknown = createRequire(import.meta.url)(file);
    return Object(loaded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Validate {
  (value: unknown): unknown;
  readonly errors?: readonly { readonly message?: string }[] | null;
}

function isValidate(value: unknown): value is Validate {
  return typeof value === 'function';
}

/** On a copy, since the server's validators change what they are given. */
function opinionOf(validate: Validate, value: Json): Opinion {
  const copy = structuredClone(value);
  if (validate(copy) === true) return { kind: 'accepts', stored: copy };
  return { kind: 'refuses', message: (validate.errors ?? []).map(({ message }) => message).join('\n ') };
}
