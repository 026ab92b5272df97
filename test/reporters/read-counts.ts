// Each format read as its readers read it, for the counts it tells: a format that nothing is read from here fails.
import { convert } from 'xmlbuilder2';
import { parse } from 'yaml';
import type { Report } from '../../src/model/report.ts';
import { readCommand } from './read-command.ts';

export interface Counts {
  readonly planned: number;
  readonly passed: number;
  readonly failed: number;
  readonly waived: number;
  readonly notApplicable: number;
  readonly notRun: number;
  readonly errored: number;
  /** What several outcomes are one thing to a format. */
  readonly skipped: number;
  readonly waivedOrNotApplicable: number;
  readonly operations: number;
  readonly conformant: number;
  /** Findings in cases, each as often as it was seen. */
  readonly occurrences: number;
  /** The same ones counted once; the second without those that are waived. */
  readonly findings: number;
  readonly unwaived: number;
  /** What a vendor or its document is to blame for and binds somebody. */
  readonly deviations: number;
  readonly gateShutBy: number;
}

type Read = (text: string) => Partial<Counts>;

const times = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const ofOutcome = (outcomes: readonly string[], outcome: string) =>
  outcomes.filter((each) => each === outcome).length;

/** Of texts such as `3 cases not-run`. */
function sumOf(texts: readonly string[], word: string): number {
  const found = texts.map((text) => new RegExp(`(\\d+) cases? ${word}`).exec(text)?.[1]);
  return found.reduce((sum, one) => sum + Number(one ?? 0), 0);
}

function outcomesOf(outcomes: readonly string[]): Partial<Counts> {
  return {
    planned: outcomes.length,
    passed: ofOutcome(outcomes, 'passed'),
    failed: ofOutcome(outcomes, 'failed'),
    waived: ofOutcome(outcomes, 'waived'),
    notApplicable: ofOutcome(outcomes, 'not-applicable'),
    notRun: ofOutcome(outcomes, 'not-run'),
    errored: ofOutcome(outcomes, 'errored'),
  };
}

/** `30 cases: 15 passed, 8 failed, …`, the way people are told. */
const sentence: Read = (text) => {
  const plain = text.replaceAll('\\', '').replaceAll(/\s+/g, ' ');
  const [all = ''] = /\d+ cases: \d+ passed[^.]+/.exec(plain) ?? [];
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(all)?.[1]);
  return {
    ...{ planned: count('cases'), passed: count('passed'), failed: count('failed'), waived: count('waived') },
    ...{ notApplicable: count('not applicable'), notRun: count('not run'), errored: count('errored') },
  };
};

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly { readonly rawStatus: string; readonly status: string }[];
  };
}

const readCtrf: Read = (text) => {
  const { results }: Ctrf = JSON.parse(text);
  const { summary, tests } = results;
  const status = tests.map((each) => each.status);
  for (const name of ['passed', 'failed', 'skipped', 'pending', 'other'])
    if (summary[name] !== ofOutcome(status, name)) throw new Error(`${name} does not add up`);
  return {
    ...outcomesOf(tests.map(({ rawStatus }) => rawStatus)),
    waivedOrNotApplicable: ofOutcome(status, 'skipped'),
    operations: summary['suites'] ?? 0,
  };
};

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly occurrenceCount: number;
        readonly suppressions?: readonly unknown[];
        readonly properties: { readonly cases: readonly string[] };
      }[];
      readonly invocations: readonly {
        readonly toolExecutionNotifications: readonly { readonly properties: { readonly outcome: string } }[];
      }[];
    },
  ];
}

const readSarif: Read = (text) => {
  const log: Sarif = JSON.parse(text);
  const { results, invocations } = log.runs[0];
  const casesOf = (waived: boolean) =>
    new Set(
      results
        .filter(({ suppressions }) => (suppressions !== undefined) === waived)
        .flatMap(({ properties }) => properties.cases),
    ).size;
  const told = invocations.flatMap(({ toolExecutionNotifications }) =>
    toolExecutionNotifications.map(({ properties }) => properties.outcome),
  );
  return {
    ...{ failed: casesOf(false), waived: casesOf(true) },
    ...{ notRun: ofOutcome(told, 'not-run'), errored: ofOutcome(told, 'errored') },
    findings: results.length,
    occurrences: results.reduce((sum, { occurrenceCount }) => sum + occurrenceCount, 0),
  };
};

const readEvents: Read = (text) => {
  const events: readonly Readonly<Record<'event' | 'outcome' | 'verdict', string>>[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (kind: string) => events.filter(({ event }) => event === kind);
  return {
    ...outcomesOf(of('case').map(({ outcome }) => outcome)),
    operations: of('operation').length,
    conformant: of('operation').filter(({ verdict }) => verdict === 'conformant').length,
    occurrences: of('finding').length,
  };
};

/** Findings point to where they are to be mended, so they are told from what could not be looked at by their words. */
const readGithub: Read = (text) => {
  const commands = text.split('\n').flatMap((line) => readCommand(line) ?? []);
  const unseen = (word: string) =>
    sumOf(
      commands.map(({ properties }) => properties['title'] ?? ''),
      word,
    );
  return {
    ...sentence(text),
    notRun: unseen('not-run'),
    errored: unseen('errored'),
    unwaived: commands.filter(({ data }) => /blame: \w+, [0-9a-f]{12}/.test(data)).length,
  };
};

interface Junit {
  readonly testsuites: Readonly<Record<'@tests' | '@failures' | '@errors' | '@skipped', string>> & {
    readonly testsuite: readonly {
      readonly testcase: readonly { readonly skipped?: { readonly '@message': string } }[];
    }[];
  };
}

const readJunit: Read = (text) => {
  const { testsuites }: Junit = JSON.parse(convert(text, { format: 'json' }));
  const messages = testsuites.testsuite
    .flatMap(({ testcase }) => testcase)
    .map(({ skipped }) => skipped?.['@message'].split(':')[0] ?? '');
  return {
    planned: Number(testsuites['@tests']),
    failed: Number(testsuites['@failures']),
    errored: Number(testsuites['@errors']),
    skipped: Number(testsuites['@skipped']),
    waived: ofOutcome(messages, 'waived'),
    notRun: ofOutcome(messages, 'not-run'),
    notApplicable: ofOutcome(messages, 'not-applicable'),
    operations: testsuites.testsuite.length,
  };
};

const badgeMessage: Read = (message) => {
  const [, conformant, operations] = /(\d+) of (\d+)/.exec(message) ?? [];
  return { conformant: Number(conformant), operations: Number(operations) };
};

const readJson: Read = (text) => {
  const report: Report = JSON.parse(text);
  const cases = report.operations.flatMap((operation) => operation.cases);
  return outcomesOf(cases.map(({ outcome }) => outcome));
};

const readGitlab: Read = (text) => {
  const issues: readonly Readonly<Record<'fingerprint' | 'description', string>>[] = JSON.parse(text);
  const fingerprints = new Set(issues.map(({ fingerprint }) => fingerprint));
  const unseen = (word: string) =>
    sumOf(
      issues.map(({ description }) => description),
      word,
    );
  return {
    unwaived: [...fingerprints].filter((one) => /[0-9a-f]{12}$/.test(one)).length,
    ...{ notRun: unseen('not-run'), errored: unseen('errored') },
  };
};

export const readCounts: Readonly<Record<string, Read>> = {
  badge: (text) => badgeMessage(JSON.parse(text).message),
  'badge-svg': (text) => badgeMessage(JSON.parse(convert(text, { format: 'json' })).svg['@aria-label']),
  ctrf: readCtrf,
  dossier: (text) => ({ deviations: times(text, /^### /gm) }),
  events: readEvents,
  github: readGithub,
  gitlab: readGitlab,
  html: sentence,
  json: readJson,
  junit: readJunit,
  sarif: readSarif,
  summary: (text) => ({ ...sentence(text), findings: times(text, /^### /gm) }),
  terminal: sentence,
  waivers: (text) => ({ gateShutBy: parse(text).waivers.length }),
};
