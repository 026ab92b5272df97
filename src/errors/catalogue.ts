import { UserError } from './user-error.ts';

/** Every mistake of a user's that the tool knows: what was found, where, what was expected, what to do. */
export const userErrors = {
  optionInvalid: (option: string, value: string, expected: string) =>
    new UserError('option-invalid', `${option} is "${value}"`, `Give ${expected}.`),

  nameUnknown: (kind: string, name: string, known: readonly string[]) =>
    new UserError(
      'name-unknown',
      `There is no ${kind} "${name}".`,
      `${closest(name, known)}${listed(known)}`,
    ),

  nothingSelected: (filters: string) =>
    new UserError(
      'nothing-selected',
      `No documented operation matches ${filters}.`,
      'Loosen --vendor or --operation; "livechat-conformance run --dry-run" lists what there is.',
    ),

  fileUnreadable: (file: string, problem: string) =>
    new UserError(
      'file-unreadable',
      `${file} cannot be read: ${problem}`,
      'Check the path and its permissions.',
    ),

  fileMalformed: (file: string, where: string, problem: string, format: string) =>
    new UserError(
      'file-malformed',
      `${file}:${where} is no valid ${format}: ${problem}`,
      `Mend the ${format} at that place.`,
    ),

  fileInvalid: (file: string, pointer: string, found: string, expected: string) =>
    new UserError(
      'file-invalid',
      `${file}#${pointer}: found ${found}, expected ${expected}`,
      'Correct that place in the file.',
    ),

  specsMissing: (folder: string) =>
    new UserError(
      'specs-missing',
      `No spec (*.yaml) was found in ${folder}.`,
      'Restore the folder, or name another.',
    ),

  sourceUnknown: (file: string, pointer: string, document: string) =>
    new UserError(
      'source-unknown',
      `${file}#${pointer} cites the document "${document}", which specs/documents.yaml does not list.`,
      'Correct the id, or list the document.',
    ),

  sourceMissing: (file: string, pointer: string) =>
    new UserError(
      'source-missing',
      `${file}#${pointer} has no source, neither its own nor inherited.`,
      'Give it an x-source: { document, lines, strength }.',
    ),

  referenceBroken: (file: string, pointer: string, reference: string) =>
    new UserError(
      'reference-broken',
      `${file}#${pointer} refers to ${reference}, which is not there.`,
      'Correct the $ref.',
    ),

  pactMissing: (file: string, contract: string) =>
    new UserError(
      'pact-missing',
      `${file} does not exist, though ${contract} describes interactions.`,
      'Run "npm run pacts" to write the pact files from the contracts.',
    ),

  pactEmpty: (file: string) =>
    new UserError(
      'pact-empty',
      `${file} holds no interaction, so it proves nothing.`,
      'Run "npm run pacts", or remove the file.',
    ),

  pactUnmatched: (file: string, description: string, problem: string) =>
    new UserError(
      'pact-unmatched',
      `${file}: the interaction "${description}" ${problem}`,
      'Run "npm run pacts" after changing a contract or a spec.',
    ),

  documentsIncomplete: (folder: string, file: string) =>
    new UserError(
      'documents-incomplete',
      `${folder} holds no file "${file}".`,
      'Point --documents at the folder with the document texts named in specs/documents.yaml.',
    ),

  outputUnwritable: (path: string, problem: string) =>
    new UserError(
      'output-unwritable',
      `${path} cannot be written: ${problem}`,
      'Choose another folder with --out.',
    ),

  portUnavailable: (port: number, problem: string) =>
    new UserError(
      'port-unavailable',
      `Port ${port} cannot be opened: ${problem}`,
      'Choose another with --port.',
    ),
} as const;

const LISTED = 30;

function listed(known: readonly string[]): string {
  const others = known.length - LISTED;
  return `Known: ${known.slice(0, LISTED).join(', ')}${others > 0 ? `, and ${others} more` : ''}.`;
}

function closest(name: string, known: readonly string[]): string {
  const isNear = (candidate: string): boolean =>
    candidate.includes(name) || name.includes(candidate) || distance(candidate, name) <= 3;
  // An operation may be called by the part after its vendor.
  const near = known.filter((candidate) => isNear(candidate) || isNear(candidate.split('.').at(-1) ?? ''));
  return near[0] === undefined ? '' : `Did you mean "${near[0]}"? `;
}

/** Levenshtein distance. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...right].entries()) {
      const substituted = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
