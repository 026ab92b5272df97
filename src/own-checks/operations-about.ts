import { userErrors } from '../errors/catalogue.ts';
import type { Operation } from '../model/operation.ts';
import type { CheckExample, OwnCheck } from '../model/own-check.ts';
import type { VendorDocument } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

/** The operations that a check is about; throws where what it names is not documented. */
export function operationsAbout(
  own: OwnCheck,
  file: string,
  suite: Suite,
): readonly [Operation, ...Operation[]] {
  const document = citedDocument(own, file, suite);
  const all = suite.specs.flatMap(({ operations }) => operations);
  const ofVendor = document === undefined ? all : all.filter(({ vendor }) => vendor === document.vendor);
  const named = own.operations?.map((id, index) => {
    const found = ofVendor.find((operation) => operation.id === id);
    if (found === undefined) throw unknownOperation(file, `/operations/${index}`, id, ofVendor, document);
    return found;
  });
  const [first, ...others] = named ?? ofVendor;
  if (first === undefined)
    throw userErrors.fileInvalid(file, '/operations', 'none that is documented', 'one at least');
  assertExamples(own, file, [first, ...others]);
  return [first, ...others];
}

function citedDocument({ source }: OwnCheck, file: string, suite: Suite): VendorDocument | undefined {
  if (source === undefined) return undefined;
  const document = suite.documents.find(({ id }) => id === source.document);
  if (document === undefined) throw userErrors.sourceUnknown(file, '/source', source.document);
  const [from, to] = source.lines;
  if (from > to || to > document.lines)
    throw userErrors.fileInvalid(
      file,
      '/source/lines',
      `[${from}, ${to}]`,
      `the first and the last of lines from 1 to ${document.lines}, which ${document.id} has`,
    );
  return document;
}

function assertExamples(
  { examples: { passes, fails, doesNotApply = [] } }: OwnCheck,
  file: string,
  about: readonly Operation[],
): void {
  const kinds: readonly (readonly [string, readonly CheckExample[]])[] = [
    ['passes', passes],
    ['fails', fails],
    ['doesNotApply', doesNotApply],
  ];
  for (const [kind, examples] of kinds)
    for (const [index, { operation }] of examples.entries())
      if (operation !== undefined && !about.some(({ id }) => id === operation))
        throw unknownOperation(file, `/examples/${kind}/${index}/operation`, operation, about, undefined);
}

function unknownOperation(
  file: string,
  pointer: string,
  id: string,
  known: readonly Operation[],
  document: VendorDocument | undefined,
): Error {
  const ids = known.map((operation) => operation.id).join(', ');
  const whose = document === undefined ? '' : ` of ${document.vendor}, whose document it cites`;
  return userErrors.fileInvalid(file, pointer, `"${id}"`, `an operation${whose}: ${ids}`);
}
