import { userErrors } from '../errors/catalogue.ts';
import type { Operation } from '../model/operation.ts';
import type { Suite } from '../model/suite.ts';

/** Which operations to judge; an empty list means all. */
export interface Selection {
  readonly vendors: readonly string[];
  /** Whole ids, or the part after the vendor. */
  readonly operations: readonly string[];
}

/** Throws a UserError for a name nobody documents, and when nothing is left. */
export function selectOperations(suite: Suite, selection: Selection): readonly Operation[] {
  const all = suite.specs.flatMap(({ operations }) => operations);
  assertKnown(
    'vendor',
    selection.vendors,
    suite.specs.map(({ vendor }) => vendor),
  );
  for (const name of selection.operations)
    if (!all.some((operation) => isNamed(operation, name)))
      throw userErrors.nameUnknown(
        'documented operation',
        name,
        all.map(({ id }) => id),
      );
  const selected = all.filter(
    (operation) =>
      (selection.vendors.length === 0 || selection.vendors.includes(operation.vendor)) &&
      (selection.operations.length === 0 || selection.operations.some((name) => isNamed(operation, name))),
  );
  if (selected.length === 0) throw userErrors.nothingSelected(describe(selection));
  return selected;
}

function isNamed(operation: Operation, name: string): boolean {
  return operation.id === name || operation.id === `${operation.vendor}.${name}`;
}

function assertKnown(kind: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw userErrors.nameUnknown(kind, unknown, known);
}

function describe({ vendors, operations }: Selection): string {
  return (
    [...vendors.map((name) => `--vendor ${name}`), ...operations.map((name) => `--operation ${name}`)].join(
      ' ',
    ) || 'an empty suite'
  );
}
