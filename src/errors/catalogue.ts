import { nearestName } from './nearest-name.ts';
import { UserError } from './user-error.ts';

/** Code of the error that ends a run with "could not be proven" instead of "wrong input": it is no mistake of a user's. */
export const ARTEFACT_WITHHELD = 'artefact-withheld';

/** Every mistake of a user's that the tool knows: what was found, where, what was expected, what to do. */
export const userErrors = {
  optionInvalid: (option: string, value: string, expected: string) =>
    new UserError('option-invalid', `${option} is "${value}"`, `Give ${expected}.`),

  nameUnknown: (kind: string, name: string, known: readonly string[]) =>
    new UserError(
      'name-unknown',
      `There is no ${kind} "${name}".`,
      `${didYouMean(name, known)}${listed(known)}`,
    ),

  nameTwice: (kind: string, name: string, first: string, second: string) =>
    new UserError(
      'name-twice',
      `${first} and ${second} both hold the ${kind} "${name}".`,
      'Give one of them another name, or leave out what comes with the package by --only-own.',
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

  ownPactEmpty: (file: string) =>
    new UserError(
      'own-pact-empty',
      `${file} holds no interaction and no message, so it proves nothing.`,
      'Write it anew by the tests of its consumer, or leave it out.',
    ),

  pactUnsupported: (file: string, pointer: string, found: string, expected: string) =>
    new UserError(
      'pact-unsupported',
      `${file}#${pointer}: ${found} cannot be honoured here; expected ${expected}`,
      'Change that place of the pact by the tests of its consumer, or leave the file out.',
    ),

  pactsMissing: (place: string) =>
    new UserError(
      'pacts-missing',
      `No pact file was found at ${place}.`,
      'Give --pacts a JSON file, a folder of them, a quoted pattern or an address.',
    ),

  providerUnknown: (providers: readonly string[], known: readonly string[]) =>
    new UserError(
      'provider-unknown',
      `No pact that was given is of a vendor of ours: they name ${providers.map((name) => `"${name}"`).join(', ')}.`,
      `Say which vendor it is with --provider "NAME=VENDOR". ${listed(known)}`,
    ),

  consumerTaken: (file: string, consumer: string, vendor: string) =>
    new UserError(
      'consumer-taken',
      `${file} is a pact of "${consumer}" with ${vendor}, and a contract that is judged anyway has that consumer.`,
      'Give the consumer another name in its tests, so that the report can tell them apart.',
    ),

  brokerFailed: (address: string, problem: string, hint: string) =>
    new UserError('broker-failed', `The Pact Broker at ${address}: ${problem}`, hint),

  brokerClientMissing: (packageName: string, version: string) =>
    new UserError(
      'broker-client-missing',
      `Publishing is done by Pact's own client, and ${packageName} is not installed.`,
      `Install it beside this tool: npm install --save-dev ${packageName}@${version}`,
    ),

  reportsUnmergeable: (files: readonly string[], problem: string, todo: string) =>
    new UserError('reports-unmergeable', `${files.join(' and ')}: ${problem}`, todo),

  reportOfOtherVersion: (file: string, found: string, expected: number) =>
    new UserError(
      'report-of-other-version',
      `${file} has the report version ${found}, and this version of the tool reads ${expected}.`,
      'Render it with the version of the tool that wrote it; its report.json names that one under "tool".',
    ),

  documentUnpinned: (folder: string, document: string) =>
    new UserError(
      'document-unpinned',
      `${folder} keeps nothing of the words of ${document} to compare with.`,
      'Give the text that the specs were written from to "livechat-conformance documents --check DIR --pin".',
    ),

  resultsOfMock: (file: string) =>
    new UserError(
      'results-of-mock',
      `${file} is the report of a run on the embedded mock, which says nothing of any vendor.`,
      'Give the report of a run on a tenant or of a recording, or leave --report out.',
    ),

  documentsIncomplete: (folder: string, file: string) =>
    new UserError(
      'documents-incomplete',
      `${folder} holds no file "${file}".`,
      'Point --documents at the folder with the document texts named in specs/documents.yaml.',
    ),

  /** What was found is told in words: a text of a tenant file may be a secret that went astray. */
  tenantInvalid: (place: string, found: string, expected: string, hint: string) =>
    new UserError('tenant-invalid', `${place}: found ${found}, expected ${expected}`, hint),

  secretInline: (place: string, found: string) =>
    new UserError(
      'secret-inline',
      `${place}: found ${found}, and no secret may stand in a tenant file`,
      'Write env:NAME and set that environment variable, or file:PATH and put the secret alone into that file. ' +
        'If the file was ever shared or committed, have the secret replaced.',
    ),

  secretUnavailable: (place: string, reference: string, problem: string, hint: string) =>
    new UserError('secret-unavailable', `${place} refers to ${reference}, which ${problem}.`, hint),

  /** What was found is named by its kind only. */
  artefactWithheld: (artefact: string, found: string) =>
    new UserError(
      ARTEFACT_WITHHELD,
      `${artefact} was not written: ${found} would have been in it.`,
      'This is a fault of ours, and nothing of it has been written. Please report it; say which file it was.',
    ),

  tenantTwice: (name: string, first: string, second: string) =>
    new UserError(
      'tenant-twice',
      `${first} and ${second} both describe a tenant "${name}".`,
      'Give one of them another name: reports and folders are told apart by it.',
    ),

  tenantsMissing: (folder: string) =>
    new UserError(
      'tenants-missing',
      `${folder} holds no tenant file (*.yaml, *.yml; *.example.yaml does not count).`,
      'Name another folder or a file; "livechat-conformance init" writes one.',
    ),

  fileExists: (file: string) =>
    new UserError(
      'file-exists',
      `${file} is there already.`,
      'Choose another with --out, or replace it with --force.',
    ),

  fileInTheWay: (file: string) =>
    new UserError(
      'file-exists',
      `${file} is there already.`,
      'Choose another name, or replace it with --force.',
    ),

  fileUnwritable: (file: string, problem: string) =>
    new UserError('output-unwritable', `${file} cannot be written: ${problem}`, 'Choose another --folder.'),

  optionMissing: (option: string, why: string) =>
    new UserError('option-missing', `${option} is missing: ${why}.`, `Give ${option}.`),

  ledgerDamaged: (file: string, line: number) =>
    new UserError(
      'ledger-damaged',
      `${file}:${line} is no line of a ledger of this version, so what a run has made is not known in full.`,
      'Restore the file, or look in the tenant for the names that the other lines tell.',
    ),

  outputUnwritable: (path: string, problem: string) =>
    new UserError(
      'output-unwritable',
      `${path} cannot be written: ${problem}`,
      'Choose another folder with --out.',
    ),

  tenantNeeded: () =>
    new UserError(
      'tenant-needed',
      'The target "live" needs a tenant.',
      'Give its file with --tenant FILE; "livechat-conformance init" writes one.',
    ),

  runInUse: (folder: string, file: string) =>
    new UserError(
      'run-in-use',
      `Another command is at work in ${folder}.`,
      `Wait until it has ended. If it was killed on another machine, remove ${file}.`,
    ),

  tenantInUse: (tenant: string, folder: string) =>
    new UserError(
      'tenant-in-use',
      `Another command is at work in the tenant ${tenant}, in ${folder}.`,
      'Wait until it has ended. If it was killed on another machine, remove the file in-use from that folder.',
    ),

  runOfOther: (folder: string, made: string, expected: string) =>
    new UserError(
      'run-of-other',
      `The run in ${folder} was made ${made}, not ${expected}, so nothing was sent.`,
      'Name the tenant file or the run folder that belong together.',
    ),

  runWithoutRecord: (folder: string) =>
    new UserError(
      'run-without-record',
      `${folder} does not say what its run set out to do, so it cannot be gone on with.`,
      'Name the folder of a run that was made with --tenant, or start a new one.',
    ),

  evidenceUnfit: (exchange: string, problem: string) =>
    new UserError(
      'evidence-unfit',
      `What the run wrote down of ${exchange} does not make its request again: ${problem}`,
      'Start a new run; "livechat-conformance cleanup" takes away what this one has left.',
    ),

  runPlannedOtherwise: (folder: string, expected: string, found: string) =>
    new UserError(
      'run-planned-otherwise',
      `The run in ${folder} had the plan ${expected}, and now it is ${found}, so nothing was sent.`,
      'Give it the tenant file and the version of the tool that it was begun with, or start a new run.',
    ),

  planChanged: (expected: string, found: string) =>
    new UserError(
      'plan-changed',
      `The plan has the hash ${found}, not ${expected}, so nothing was sent.`,
      'Look at the plan again with --dry-run, and give its hash.',
    ),

  responseUnreadable: (found: string, expected: string) =>
    new UserError(
      'response-unreadable',
      `What was given has ${found}, so it cannot be judged.`,
      `Give ${expected}.`,
    ),

  requestUnknown: (found: string) =>
    new UserError(
      'request-unknown',
      `Nothing tells which request was answered: ${found}.`,
      'Give the request as well: a Request, or { method, url, headers, body }.',
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

function didYouMean(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? '' : `Did you mean "${near}"? `;
}
