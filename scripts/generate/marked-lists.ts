import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

/** Lines of a generated list of a page, by the name in its marker. */
export type MarkedLists = Readonly<Record<string, () => Promise<readonly string[]>>>;

const MARKED = /(<!-- generated:([a-z-]+) -->)[\s\S]*?(<!-- \/generated -->)/g;

/** The page with its marked lists renewed; undefined when there is no such page or nothing marked in it. */
export async function renderMarked(
  root: string,
  page: string,
  lists: MarkedLists,
): Promise<string | undefined> {
  const file = join(root, page);
  if (!existsSync(file)) return undefined;
  const text = await readFile(file, 'utf8');
  const wanted = [...text.matchAll(MARKED)].map((match) => match[2] ?? '');
  if (wanted.length === 0) return undefined;
  const rendered = new Map<string, readonly string[]>();
  for (const name of wanted) rendered.set(name, await linesOf(page, lists, name));
  return text.replace(MARKED, (_all, open: string, name: string, close: string) => {
    return `${open}\n\n${rendered.get(name)?.join('\n')}\n\n${close}`;
  });
}

async function linesOf(page: string, lists: MarkedLists, name: string): Promise<readonly string[]> {
  const list = lists[name];
  if (list === undefined) {
    throw new Error(`${page}: no list is called "${name}"; there are ${Object.keys(lists).join(', ')}`);
  }
  return list();
}

/** One line a module: its id, and its title where it has one. */
export async function moduleLines(root: string, paths: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    paths.map(async (path) => {
      const id = basename(path).replace(/(\.reporter|\.target)?\.tsx?$/, '');
      const title = await titleOf(join(root, path));
      return title === undefined ? `- \`${id}\`` : `- \`${id}\`: ${title}`;
    }),
  );
}

async function titleOf(file: string): Promise<string | undefined> {
  const loaded: unknown = await import(pathToFileURL(file).href);
  return textMember(member(loaded, 'default'), 'title');
}

/** One line an operation of a spec. */
export async function operationLines(root: string, vendor: string): Promise<readonly string[]> {
  const document: unknown = parse(await readFile(join(root, 'specs', `${vendor}.yaml`), 'utf8'));
  return entries(member(document, 'paths')).flatMap(([path, item]) =>
    entries(item).flatMap(([method, operation]) => {
      const id = textMember(operation, 'operationId');
      if (id === undefined) return [];
      const summary = textMember(operation, 'summary') ?? '';
      return [`- \`${vendor}.${id}\` (\`${method.toUpperCase()} ${path}\`): ${summary}`];
    }),
  );
}

/** One line a vendor: its id and the title of its spec. */
export async function vendorLine(root: string, vendor: string): Promise<string> {
  const document: unknown = parse(await readFile(join(root, 'specs', `${vendor}.yaml`), 'utf8'));
  return `- \`${vendor}\`: ${textMember(member(document, 'info'), 'title') ?? vendor}`;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function member(value: unknown, key: string): unknown {
  return entries(value).find(([name]) => name === key)?.[1];
}

function textMember(value: unknown, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}
