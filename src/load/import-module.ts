import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UserError } from '../errors/user-error.ts';

/** The members of what a module of somebody's own exports as its default; `unreadable` makes the complaint. */
export async function importDefault(
  file: string,
  unreadable: (problem: string) => UserError,
): Promise<Readonly<Record<string, unknown>>> {
  const exported = await defaultOf(file, unreadable);
  if (typeof exported === 'object' && exported !== null) return { ...exported };
  throw unreadable('its default export is no object');
}

async function defaultOf(file: string, unreadable: (problem: string) => UserError): Promise<unknown> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(file)).href);
    return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw unreadable(`${problem}${hintFor(file, error)}`);
  }
}

function hintFor(file: string, error: unknown): string {
  const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION';
  return isUnknown && file.endsWith('.ts')
    ? ' (Node reads TypeScript by itself from 22.18 on; before that, write JavaScript: .mjs)'
    : '';
}
