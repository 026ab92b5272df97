import type { Source } from '../model/source.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { findingLines, findingStep, seenFindings } from './seen-findings.ts';
import { statement } from './statement.ts';
import { NO_REPORT, runStep } from './unseen.ts';

interface KnownCheck {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The file of a check of the user's own. */
  readonly from?: string;
  /** The lines that such a check rests on, where it names any. */
  readonly source?: Source;
  /** Empty where it is a check of our own and no consumer's. */
  readonly reliedOn: readonly string[];
}

export const checkExplainer: Explainer = {
  names: (knowledge) => checksOf(knowledge).map(({ id }) => id),
  explain: (name, knowledge) =>
    checksOf(knowledge)
      .filter(({ id }) => PREFIXES.some((prefix) => id === `${prefix}${name}`))
      .map((check) => explain(check, knowledge)),
};

/** Who wrote a rule or a check calls it by the name that stands there. */
const PREFIXES = ['', 'contract-rule-', 'own-'];

/** What the judges of schemas and contracts look at under names of their own. */
const JUDGED_WHOLE: readonly Omit<KnownCheck, 'reliedOn'>[] = [
  {
    id: 'request-body-schema',
    title: 'The request is as documented',
    why: 'What we send wrongly says nothing about the vendor.',
  },
  {
    id: 'response-body-schema',
    title: 'The body is as documented',
    why: 'Callers read the fields and types that the document names.',
  },
  {
    id: 'contract',
    title: 'A consumer gets what its contract relies on',
    why: 'What a consumer reads must be there, whatever the document says of it.',
  },
];

function checksOf(knowledge: Knowledge): readonly KnownCheck[] {
  const { checks, suite } = knowledge;
  const plain = [...checks, ...JUDGED_WHOLE].map((one) => ({ ...one, reliedOn: [] }));
  const rules = suite.contracts.flatMap(({ consumer, operation, rules: own }) =>
    own.map(({ id, title, why }) => ({
      id: `contract-rule-${id}`,
      title,
      why,
      reliedOn: [`${consumer}, for ${operation}: ${why}`],
    })),
  );
  return [...plain, ...notificationChecks(knowledge), ...rules];
}

function notificationChecks({ suite }: Knowledge): readonly KnownCheck[] {
  const kinds = suite.specs.flatMap(({ operations }) =>
    operations.flatMap(({ notifications }) => notifications?.kinds ?? []),
  );
  return kinds.flatMap(({ name }) => [
    {
      id: `notification-body-schema-${name}`,
      title: `${name} is as documented`,
      why: 'Listeners read the fields and types that the document names.',
      reliedOn: [],
    },
    {
      id: `contract-${name}`,
      title: `A consumer gets ${name} as it relies on`,
      why: 'What a consumer reads must be there, whatever the document says of it.',
      reliedOn: [],
    },
  ]);
}

function explain(check: KnownCheck, knowledge: Knowledge): Explanation {
  const { id, title, why, from, source, reliedOn } = check;
  const { report } = knowledge;
  const cases = (report?.operations ?? []).flatMap((one) => one.cases).filter(({ check }) => check === id);
  const findings = seenFindings(report).filter(({ finding }) => finding.check === id);
  const count = (outcome: string) => cases.filter((one) => one.outcome === outcome).length;
  const counts = `${cases.length} cases: ${count('passed')} passed, ${count('failed')} failed, ${count('waived')} waived`;
  const step = findingStep(findings);
  return {
    kind: 'check',
    name: id,
    title,
    about: [why, ...(from === undefined ? [] : [ownWords(from, source)])],
    documented: source === undefined ? [] : [statement(title, source, knowledge)],
    reliedOn,
    seen: report === undefined ? [NO_REPORT] : [counts, ...findingLines(findings)],
    next: report === undefined ? [runStep(undefined)] : step.length > 0 ? step : ['Nothing.'],
  };
}

function ownWords(from: string, source: Source | undefined): string {
  const level = source === undefined ? ' It names no lines of a document, so it is a may.' : '';
  return `It is a check of your own: ${from}.${level}`;
}
