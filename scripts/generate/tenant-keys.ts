import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is read of a node of the schema; every node is of this form. */
interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const SCHEMA = 'src/load/schemas/tenant.schema.json';

/** Rows of a table with every key a tenant file may have. */
export async function tenantKeyLines(root: string): Promise<readonly string[]> {
  const schema: SchemaNode = JSON.parse(await readFile(join(root, SCHEMA), 'utf8'));
  return ['| key | is | default | meaning |', '| --- | --- | --- | --- |', ...rowsBelow(schema, '', schema)];
}

function rowsBelow(node: SchemaNode, path: string, schema: SchemaNode): readonly string[] {
  const members = Object.entries(node.properties ?? {}).flatMap(([key, member]) =>
    rowsOf(member, `${path}${key}`, node.required?.includes(key) === true, schema),
  );
  const others = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
  if (others === undefined) return members;
  return [...members, ...rowsOf(others, `${path}<${others.title ?? 'name'}>`, false, schema)];
}

function rowsOf(given: SchemaNode, path: string, required: boolean, schema: SchemaNode): readonly string[] {
  const target = schema.$defs?.[given.$ref?.replace('#/$defs/', '') ?? ''];
  const node = { ...target, ...given };
  const cells = [`\`${path}\``, formOf(node), defaultOf(node, required), node.description ?? ''];
  return [
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    ...rowsBelow(node, `${path}.`, schema),
  ];
}

function formOf(node: SchemaNode): string {
  if (node.$ref?.endsWith('/reference') === true) return 'reference';
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(', ');
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.type === 'array') return `list of ${formOf(node.items ?? {})}`;
  return [node.type ?? []].flat().map(wordFor).join(' or ');
}

function wordFor(type: string): string {
  const words: Readonly<Record<string, string>> = {
    object: 'mapping',
    array: 'list',
    string: 'text',
    boolean: 'true or false',
    integer: 'whole number',
  };
  return words[type] ?? type;
}

function defaultOf(node: SchemaNode, required: boolean): string {
  if (required) return 'must be given';
  // An empty mapping is what a section is taken for that is left out: its keys have the defaults.
  const isSection = typeof node.default === 'object' && !Array.isArray(node.default);
  return node.default === undefined || isSection ? '' : `\`${JSON.stringify(node.default)}\``;
}
