import { didYouMean, listed } from './known-names.ts';
import { UserError } from './user-error.ts';

/** Code of the error that ends a run with "could not be proven" instead of "wrong input": it is no mistake of a user's. */
export const ARTEFACT_WITHHELD = 'artefact-withheld';

/** Arguments and files as such: what was given, and what was expected. */
export const inputErrors = {
  optionInvalid: (option: string, value: string, expected: string) =>
    new UserError('option-invalid', `${option} is "${value}"`, `Give ${expected}.`),

  optionMissing: (option: string, why: string) =>
    new UserError('option-missing', `${option} is missing: ${why}.`, `Give ${option}.`),

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

  artefactWithheld: (artefact: string, found: string) =>
    new UserError(
      ARTEFACT_WITHHELD,
      `${artefact} was not written: ${found} would have been in it.`,
      'This is a fault of ours, and nothing of it has been written. Please report it; say which file it was.',
    ),
} as const;
