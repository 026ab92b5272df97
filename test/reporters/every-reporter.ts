import { readdirSync } from 'node:fs';
import type { Reporter } from '../../src/reporters/reporter.ts';

const FOLDER = new URL('../../src/reporters/', import.meta.url);

/** The folder is the registry, for the tests as well. */
export function reporterFiles(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => /\.reporter\.tsx?$/u.test(name))
    .sort();
}

export async function loadReporter(file: string): Promise<Reporter> {
  const module: { readonly default: Reporter } = await import(new URL(file, FOLDER).href);
  return module.default;
}
