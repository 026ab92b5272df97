import { UserError } from './user-error.ts';

/** Runs, their plans, evidence and reports. */
export const runErrors = {
  reportsUnmergeable: (files: readonly string[], problem: string, todo: string) =>
    new UserError('reports-unmergeable', `${files.join(' and ')}: ${problem}`, todo),

  reportOfOtherVersion: (file: string, found: string, expected: number) =>
    new UserError(
      'report-of-other-version',
      `${file} has the report version ${found}, and this version of the tool reads ${expected}.`,
      'Render it with the version of the tool that wrote it; its report.json names that one under "tool".',
    ),

  runInUse: (folder: string, file: string) =>
    new UserError(
      'run-in-use',
      `Another command is at work in ${folder}.`,
      `Wait until it has ended. If it was killed on another machine, remove ${file}.`,
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
} as const;
