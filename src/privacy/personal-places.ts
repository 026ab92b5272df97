import type { JsonObject } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { memberSchemas, schemaBranches } from '../schema/walk-schema.ts';
import type { Step } from './json-leaves.ts';
import { isPersonalKind, type PersonalKind, suspectedKind } from './personal-kind.ts';

/** What the place of a value tells of a person; `untold` where nobody describes the place and its name tells nothing. */
export type FindKind = (path: readonly Step[]) => PlaceKind;
type PlaceKind = PersonalKind | 'untold' | undefined;

/** By the annotations of a schema; where it describes no such place, by name. */
export function kindsBySchema(spec: Spec, schemaPointer: string | undefined): FindKind {
  const root = schemaPointer === undefined ? [] : schemaBranches(spec, valueAt(spec.document, schemaPointer));
  const texts = textNames(spec.document);
  const known = new Map<string, PlaceKind>();
  return (path) => {
    const id = path.map(({ key, container }) => (container === 'array' ? '*' : key)).join('\0');
    if (!known.has(id)) known.set(id, kindAt(spec, root, path, texts));
    return known.get(id);
  };
}

function kindAt(
  spec: Spec,
  root: readonly JsonObject[],
  path: readonly Step[],
  texts: ReadonlySet<string>,
): PlaceKind {
  let branches = root;
  let kind: PersonalKind | undefined = annotationOf(root);
  for (const { key, container } of path) {
    branches = memberSchemas(branches, container, key).flatMap((schema) => schemaBranches(spec, schema));
    // What lies below a name is a name, in whatever form it is told.
    const isInherited = container === 'array' || branches.length === 0;
    kind = annotationOf(branches) ?? (isInherited ? kind : undefined);
  }
  if (kind !== undefined) return kind;
  return kindByName(path, branches.length > 0 ? undefined : texts);
}

function annotationOf(branches: readonly JsonObject[]): PersonalKind | undefined {
  return branches.map((branch) => branch['x-personal']).find(isPersonalKind);
}

/** `texts` are the names of fields that hold what people wrote; undefined where the place is described. */
function kindByName(path: readonly Step[], texts: ReadonlySet<string> | undefined): PlaceKind {
  const names = path.filter(({ container }) => container === 'object').map(({ key }) => key);
  const last = names.at(-1) ?? '';
  const suspected = suspectedKind(last) ?? (texts?.has(last) === true ? 'text' : undefined);
  // What is said of an error is for whoever has to mend it.
  const isOfError = names.some((name) => /error/i.test(name));
  if (isOfError && (suspected === undefined || suspected === 'name' || suspected === 'text'))
    return undefined;
  return suspected ?? (texts === undefined ? undefined : 'untold');
}

const named = new WeakMap<object, ReadonlySet<string>>();

/** Names of the fields that a spec says hold what people wrote. */
function textNames(document: JsonObject): ReadonlySet<string> {
  const known = named.get(document);
  if (known !== undefined) return known;
  const found = new Set<string>();
  collectTextNames(document, found);
  named.set(document, found);
  return found;
}

function collectTextNames(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, member] of Object.entries(node)) {
    const isText =
      typeof member === 'object' && member !== null && Reflect.get(member, 'x-personal') === 'text';
    if (isText) found.add(key);
    collectTextNames(member, found);
  }
}
