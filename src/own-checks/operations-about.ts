import { userErrors } from '../errors/catalogue.ts';
import type { Operation } from '../model/operation.ts';
import type { CheckExample, OwnCheck } from '../model/own-check.ts';
import type { VendorDocument } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { citedDocument } from './cited-document.ts';
import type { ReadCheck } from './read-check.ts';

/** The operations that a check is about; throws where what it names is not documented. */
export function operationsAbout(
  { own, file }: Pick<ReadCheck, 'own' | 'file'>,
  suite: Suite,
): readonly [Operation, ...Operation[]] {
  const document = citedDocument({ own, file }, suite.documents);
  if (own.source !== undefined && document === undefined)
    throw userErrors.sourceUnknown(file, '/source', own.source.document);
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
