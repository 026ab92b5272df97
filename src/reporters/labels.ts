import type { ClaimStatus } from '../model/claim.ts';
import type { DefectKind } from '../model/defect.ts';
import type { Blame, JudgeName, OutcomeName } from '../model/finding.ts';
import type { ReliedOnStanding, Report, Verdict } from '../model/report.ts';
import type { Level, Strength } from '../model/source.ts';

/** The words of every format, one place each. */
interface Label {
  readonly word: string;
  readonly meaning: string;
}

/** Worst first: the order in which verdicts are counted and listed. */
export const VERDICTS = [
  'nonconformant',
  'unproven',
  'deviating',
  'conformant',
] as const satisfies readonly Verdict[];

export const verdictLabels: Readonly<Record<Verdict, Label & { readonly glyph: string }>> = {
  conformant: {
    word: 'conformant',
    glyph: '✓',
    meaning: 'everything stated held, and something stated was seen to hold',
  },
  deviating: {
    word: 'deviating',
    glyph: '△',
    meaning: 'only what the document shows by example differs',
  },
  nonconformant: {
    word: 'nonconformant',
    glyph: '✗',
    meaning: 'something the document states, or a contract relies on, does not hold',
  },
  unproven: {
    word: 'unproven',
    glyph: '?',
    meaning: 'something that was needed was not run, broke down, or failed for want of setup',
  },
};

/** The second question, whatever the documents say: does it do what we rely on? */
export const standingLabels: Readonly<Record<ReliedOnStanding, Label & { readonly glyph: string }>> = {
  broken: { word: 'broken', glyph: '✗', meaning: 'a consumer does not get what its contract relies on' },
  unproven: { word: 'unproven', glyph: '?', meaning: 'what a consumer relies on could not be looked at' },
  kept: { word: 'kept', glyph: '✓', meaning: 'every consumer gets what its contract relies on' },
  none: { word: 'not relied on', glyph: '-', meaning: 'no contract has anything to say of it' },
};

export const outcomeLabels: Readonly<
  Record<OutcomeName, Label & { readonly short: string; readonly glyph: string }>
> = {
  passed: { word: 'passed', short: 'passed', glyph: '✓', meaning: 'looked at and found as it should be' },
  failed: { word: 'failed', short: 'failed', glyph: '✗', meaning: 'looked at and found different' },
  waived: {
    word: 'waived',
    short: 'waived',
    glyph: '~',
    meaning: 'found different, and excused by a waiver for now',
  },
  'not-applicable': {
    word: 'not applicable',
    short: 'n/a',
    glyph: '-',
    meaning: 'has nothing to say about this exchange',
  },
  'not-run': {
    word: 'not run',
    short: 'not run',
    glyph: '?',
    meaning: 'should have been looked at and was not',
  },
  errored: { word: 'errored', short: 'errored', glyph: '!', meaning: 'the judge itself broke down' },
};

export const levelLabels: Readonly<Record<Level, Label>> = {
  must: { word: 'must', meaning: 'a sentence or a table row of the document says so' },
  should: { word: 'should', meaning: 'an example of the document shows it' },
  may: { word: 'may', meaning: 'nobody says so, yet it is needed' },
};

export const strengthLabels: Readonly<Record<Strength, string>> = {
  stated: 'stated',
  shown: 'shown in an example',
  inferred: 'inferred, nearest passage',
};

export const blameLabels: Readonly<Record<Blame, Label>> = {
  vendor: { word: 'vendor', meaning: 'the vendor does not do what its document says' },
  document: { word: 'document', meaning: 'the document is wrong, silent, or contradicts itself' },
  setup: { word: 'setup', meaning: 'credentials, permission, plan, test data, rate limit or network' },
  suite: { word: 'suite', meaning: 'our spec, contract or code' },
  undetermined: { word: 'undetermined', meaning: 'the evidence does not tell who' },
};

export const claimLabels: Readonly<Record<ClaimStatus, Label>> = {
  confirmed: { word: 'confirmed', meaning: 'seen and judged, with nothing against it' },
  contradicted: { word: 'contradicted', meaning: 'a finding speaks against it' },
  'not-observed': { word: 'not observed', meaning: 'never seen, or not asked for' },
  untestable: { word: 'untestable', meaning: 'leaves no trace in any exchange' },
};

export const defectLabels: Readonly<Record<DefectKind, Label>> = {
  contradiction: { word: 'contradictory', meaning: 'two passages that cannot both be true' },
  ambiguity: { word: 'ambiguous', meaning: 'a passage that can be read in several ways' },
  omission: { word: 'silent', meaning: 'what no passage tells, though it is needed' },
  mislabelling: { word: 'mislabelled', meaning: 'a thing under the name of another' },
  damage: { word: 'damaged', meaning: 'truncated, hidden or mangled on its way to the page' },
};

export const judgeLabels: Readonly<Record<JudgeName, Label>> = {
  schema: { word: 'Schema', meaning: 'is it shaped as documented' },
  contract: { word: 'Contract', meaning: 'does it do what we rely on' },
  checks: { word: 'Checks', meaning: 'the rules no schema can say' },
};

/** What the exit code says about the gate. */
export const exitCodeLabels: Readonly<Record<Report['exitCode'], string>> = {
  0: 'met',
  1: 'not met',
  2: 'not judged, because the input is wrong',
  3: 'could not be proven',
  130: 'not judged, because the run was interrupted',
};
