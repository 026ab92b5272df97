import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import type { Citers } from '../documents/citers-of.ts';
import type { DocumentComparison } from '../documents/compare-documents.ts';
import type { Lines } from '../documents/trace-passage.ts';
import type { Suite } from '../model/suite.ts';
import { pinDocuments } from './pin-documents.ts';
import { applyEdits, type TextEdit } from './text-edits.ts';
import { writeArtefact } from './write-run.ts';

export interface AcceptedMoves {
  /** Ids of the documents that were taken over as they are. */
  readonly documents: readonly string[];
  readonly files: readonly string[];
  /** Contracts and checks of the user's own are code: their citations are for a person to correct. */
  readonly byHand: readonly string[];
}

/** Where nothing but the lines of a document has changed, writes the new ones into the specs and pins the text. */
export function acceptMoves(
  folder: string,
  suite: Suite,
  comparisons: readonly DocumentComparison[],
  texts: ReadonlyMap<string, string>,
): AcceptedMoves {
  const accepted = comparisons.filter(
    ({ isSame, changed, added }) => !isSame && changed.length === 0 && added.length === 0,
  );
  if (accepted.length === 0) return { documents: [], files: [], byHand: [] };
  const moves = new Map(
    accepted.flatMap(({ document, moved }) =>
      moved.map(({ citers, lines }) => [keyOf(document, citers.lines), lines] as const),
    ),
  );
  const files = suite.specs.flatMap(({ vendor, file }) => [
    file,
    `readings/${vendor}.yaml`,
    `defects/${vendor}.yaml`,
  ]);
  const moved = files.filter(
    (file) => existsSync(join(folder, file)) && moveLines(join(folder, file), moves),
  );
  const ids = accepted.map(({ document }) => document);
  const pinned = pinDocuments(folder, new Map([...texts].filter(([id]) => ids.includes(id))));
  const byHand = accepted.flatMap(({ moved: passages, document }) =>
    passages.flatMap(({ citers, lines }) =>
      citedInCode(citers).map(
        (place) => `${place}: ${document} ${citers.lines.join('-')} is ${lines.join('-')} now`,
      ),
    ),
  );
  return { documents: ids, files: [...moved, ...pinned], byHand };
}

function citedInCode({ contracts, ownChecks }: Citers): readonly string[] {
  return [
    ...contracts.filter((contract) => contract.includes(', ')),
    ...ownChecks.map(({ id, from }) => `${from}, ${id}`),
  ];
}

function keyOf(document: string, lines: Lines): string {
  return `${document}:${lines.join('-')}`;
}

/** Tells whether anything had to be written. */
function moveLines(file: string, moves: ReadonlyMap<string, Lines>): boolean {
  const source = readFileSync(file, 'utf8');
  const edits: TextEdit[] = [];
  visit(parseDocument(source), {
    Map: (_, node, path) => {
      const lines = node.get('lines', true);
      const [from, to] = isSeq(lines) ? lines.items : [];
      if (!isSeq(lines) || !lines.range || !isScalar(from) || !isScalar(to)) return;
      const document = documentOf(node, path);
      const moved = moves.get(keyOf(document, [Number(from.value), Number(to.value)]));
      if (moved !== undefined)
        edits.push({ from: lines.range[0], to: lines.range[1], text: `[${moved.join(', ')}]` });
    },
  });
  if (edits.length > 0) writeArtefact(file, applyEdits(source, edits));
  return edits.length > 0;
}

/** What a citation does not say itself, the nearest one around it says. */
function documentOf(node: YAMLMap, path: readonly unknown[]): string {
  const around = path.toReversed().flatMap((one) => (isMap(one) ? [one.get('x-source')] : []));
  const named = [node, ...around].find((one) => isMap(one) && typeof one.get('document') === 'string');
  return isMap(named) ? String(named.get('document')) : '';
}
