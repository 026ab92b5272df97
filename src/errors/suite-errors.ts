import { UserError } from './user-error.ts';

/** Specs, documents and the contracts of this package. */
export const suiteErrors = {
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

  contractsMissing: (folder: string) =>
    new UserError(
      'contracts-missing',
      `${folder} holds no contract: neither a pact file in pacts/ nor a file in a folder of a vendor.`,
      'Put pact files into its folder pacts/, or name another folder.',
    ),

  contractUnreadable: (file: string, problem: string) =>
    new UserError(
      'contract-unreadable',
      `${file} cannot be loaded as a contract: ${problem}`,
      'Let it export a contract as its default: { operation, consumer, relies, rules }.',
    ),

  checksMissing: (folder: string) =>
    new UserError(
      'checks-missing',
      `${folder} holds no check: no file that ends in .mjs, .js or .ts.`,
      'Name another folder, or begin one: "livechat-conformance new check <id> --checks <dir>".',
    ),

  checkUnreadable: (file: string, problem: string) =>
    new UserError(
      'check-unreadable',
      `${file} cannot be loaded as a check: ${problem}`,
      'Let it export a check as its default: { id, title, failureTitle, why, broken, examples }. What checks share goes into a folder below.',
    ),

  checkTwice: (id: string, first: string, second: string) =>
    new UserError(
      'name-twice',
      `${first} and ${second} both hold the check "${id}".`,
      'Give one of them another id.',
    ),

  checkDisproved: (file: string, example: string, expected: string, came: string) =>
    new UserError(
      'check-disproved',
      `${file}#${example}: by this example ${expected}, and ${came}.`,
      'Correct the check or its example: what does not hold for its own examples is not let near a vendor.',
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

  documentUnpinned: (folder: string, document: string) =>
    new UserError(
      'document-unpinned',
      `${folder} keeps nothing of the words of ${document} to compare with.`,
      `Give the text that the specs were written from to "livechat-conformance documents --check DIR --specs ${folder} --pin".`,
    ),

  documentsIncomplete: (folder: string, file: string) =>
    new UserError(
      'documents-incomplete',
      `${folder} holds no file "${file}".`,
      'Point --documents at the folder with the document texts named in specs/documents.yaml.',
    ),

  /** What was found is told in words: a text of a tenant file may be a secret that went astray. */
} as const;
