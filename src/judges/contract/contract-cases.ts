import type { Subject } from '../../model/check.ts';
import type { Contract, RuleSubject } from '../../model/contract.ts';
import type { RawFinding } from '../../model/finding.ts';
import type { HttpInteraction, MessageInteraction } from '../../model/interaction.ts';
import type { Json } from '../../model/json.ts';
import { pointerOfJsonPath } from '../../model/json-path.ts';
import type { Source } from '../../model/source.ts';
import { withoutAnswer, withoutSuccess } from '../applicability.ts';
import { knownNotifications, withoutNotifications } from '../awaited-notifications.ts';
import type { CaseDraft } from '../case-draft.ts';
import { expressionScope, jsonOf } from '../expression-scope.ts';
import type { Mismatch, Verification } from './read-verification.ts';

/** Finds what the documents say of a place of the exchange. */
export type SourceFinder = (pointer: string) => Source;

const DRAFT = { judge: 'contract', level: 'must', reason: null, findings: [] } as const;

/** Case of an HTTP interaction: does the answer hold what the consumer relies on? */
export function responseCase(
  interaction: HttpInteraction,
  subject: Subject,
  verification: Verification,
  find: SourceFinder,
): CaseDraft {
  const title = `${interaction.consumer} gets what it relies on`;
  const draft = { ...DRAFT, check: 'contract', title };
  return closed(draft, verification, (mismatch) => responsePointer(mismatch), find, withoutAnswer(subject));
}

/** Case of a message that follows an interaction. */
export function messageCase(
  interaction: HttpInteraction,
  message: MessageInteraction,
  subject: Subject,
  verification: Verification | 'not-received',
  find: SourceFinder,
): CaseDraft {
  const title = `${interaction.consumer} gets ${message.notification} as it relies on`;
  const draft = { ...DRAFT, check: `contract-${message.notification}`, title };
  const place = `notifications.${message.notification}`;
  if (verification !== 'not-received')
    return closed(
      draft,
      verification,
      (mismatch) => `${place}${bodyPointer(mismatch)}`,
      find,
      withoutNotifications(subject),
    );
  const missing = withoutNotifications(subject);
  if (missing?.applies === false) return { ...draft, outcome: missing.outcome, reason: missing.reason };
  const finding: RawFinding = {
    pointer: place,
    expected: message.description,
    actual: 'no such notification',
    source: find(place),
    level: 'must',
  };
  return { ...draft, outcome: 'failed', findings: [finding] };
}

function closed(
  draft: Omit<CaseDraft, 'outcome'>,
  verification: Verification,
  pointerOf: (mismatch: Mismatch) => string,
  find: SourceFinder,
  obstacle: ReturnType<typeof withoutAnswer>,
): CaseDraft {
  if (obstacle?.applies === false) return { ...draft, outcome: obstacle.outcome, reason: obstacle.reason };
  switch (verification.kind) {
    case 'matched':
      return { ...draft, outcome: 'passed' };
    case 'unverified':
      return { ...draft, outcome: 'errored', reason: verification.reason };
    case 'mismatched':
      return {
        ...draft,
        outcome: 'failed',
        findings: verification.mismatches.map((mismatch) => findingOf(mismatch, pointerOf(mismatch), find)),
      };
  }
}

function findingOf(mismatch: Mismatch, pointer: string, find: SourceFinder): RawFinding {
  const expected = mismatch.text === '' ? mismatch.expected : mismatch.text;
  return { pointer, expected, actual: mismatch.actual, source: find(pointer), level: 'must' };
}

function responsePointer(mismatch: Mismatch): string {
  if (mismatch.type === 'StatusMismatch') return 'response.status';
  if (mismatch.key !== undefined) return `response.header.${mismatch.key.toLowerCase()}`;
  return `response.body${bodyPointer(mismatch)}`;
}

function bodyPointer({ path }: Mismatch): string {
  return `#${pointerOfJsonPath(path ?? '$') ?? ''}`;
}

/** One case for each rule of the contract, on exchanges that were accepted. */
export function ruleCases(contract: Contract, subject: Subject, find: SourceFinder): readonly CaseDraft[] {
  const missing = withoutSuccess(subject);
  return contract.rules.map((rule) => {
    const draft = { ...DRAFT, check: `contract-rule-${rule.id}`, title: rule.title };
    if (missing?.applies === false) return { ...draft, outcome: missing.outcome, reason: missing.reason };
    try {
      const broken = rule.broken(ruleSubject(subject));
      if ('silent' in broken) return { ...draft, outcome: 'not-applicable', reason: broken.silent };
      const findings = broken.map((finding) => ({
        ...finding,
        source: find(finding.pointer),
        level: 'must' as const,
      }));
      return { ...draft, outcome: findings.length === 0 ? 'passed' : 'failed', findings };
    } catch (error) {
      return {
        ...draft,
        outcome: 'errored',
        reason: `the rule itself failed: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  });
}

function ruleSubject(subject: Subject): RuleSubject {
  const scope = expressionScope(subject);
  return {
    request: { path: scope.path, query: Object.fromEntries(scope.query), body: scope.requestBody },
    response: { status: scope.status ?? 0, body: subject.body && jsonOf(subject.body) },
    notifications: subject.exchange.notifications.map(({ data }) => data),
  };
}

/** The message of a kind that was received first. */
export function firstOfKind(subject: Subject, kind: string): Json | undefined {
  return knownNotifications(subject).find((known) => known.kind.name === kind)?.notification.data;
}
