import { ownNotifications } from '../judges/awaited-notifications.ts';
import { expressionScope } from '../judges/expression-scope.ts';
import type { Finding } from '../model/finding.ts';
import { jsonEqual, locate, pointerMatches } from '../model/json-pointer.ts';
import { evaluateExpression } from '../model/runtime-expression.ts';
import type { ClaimBasis } from './claim-basis.ts';
import {
  against,
  type ClaimEvidence,
  intentOf,
  type JudgedEvidence,
  judgedCaseOf,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';

type NotificationBasis = Extract<ClaimBasis, { kind: 'notification' | 'outcome' | 'order' | 'correlation' }>;
type CorrelationBasis = Extract<ClaimBasis, { kind: 'correlation' }>;

/** What one exchange shows of a claim about the notifications that follow it. */
export function sightNotification(basis: NotificationBasis, evidence: ClaimEvidence): readonly Sighting[] {
  if (!isMeantFor(basis, evidence)) return [];
  if (evidence.kind === 'unsent') return [silent(evidence.reason)];
  const verdicts = CHECKS[basis.kind].map((check) => judgedCaseOf(evidence, check));
  const findings = verdicts.flatMap((one) => ('unjudged' in one ? [] : one.findings));
  const finding = findings.find((one) => isAbout(basis, one));
  // What may not have been provoked contradicts nobody.
  if (finding?.blame === 'setup') return [silent(`another outcome was told: ${finding.actual}`)];
  if (finding !== undefined) return [against(evidence, finding)];
  const unjudged = verdicts.find((one) => 'unjudged' in one);
  if (unjudged !== undefined) return [silent(unjudged.unjudged)];
  return [sightArrival(basis, evidence)];
}

/** The first of each decides whether there is anything to see. */
const CHECKS = {
  notification: ['notification-completeness', 'notification-repetition'],
  outcome: ['notification-completeness', 'notification-outcome'],
  order: ['notification-order'],
  correlation: ['notification-correlation'],
} as const satisfies Record<NotificationBasis['kind'], readonly string[]>;

function isMeantFor(basis: NotificationBasis, evidence: ClaimEvidence): boolean {
  const intent = intentOf(evidence);
  if (intent.kind === 'refused') return false;
  if (basis.kind === 'outcome' || basis.kind === 'order') return basis.outcome.name === intent.outcome;
  if (evidence.kind === 'unsent') return true;
  const outcomes = evidence.subject.operation.notifications?.outcomes ?? [];
  return outcomes.some(
    ({ name, expects }) => name === intent.outcome && expects.includes(basis.notification.name),
  );
}

function isAbout(basis: NotificationBasis, { pointer, source, expected }: Finding): boolean {
  switch (basis.kind) {
    case 'notification':
      return pointer === `notifications.${basis.notification.name}`;
    case 'outcome':
    case 'order':
      return true;
    case 'correlation': {
      const { correlation, notification } = basis;
      const place = `notifications.${notification.name}#${correlation.at}`;
      return (
        pointerMatches(pointer, place) &&
        jsonEqual(source.lines, correlation.source.lines) &&
        expected.endsWith(` from ${correlation.value}`)
      );
    }
  }
}

function sightArrival(basis: NotificationBasis, evidence: JudgedEvidence): Sighting {
  switch (basis.kind) {
    case 'outcome':
    case 'order':
      return shown(evidence);
    case 'notification':
      return ownNotifications(evidence.subject).some(({ kind }) => kind === basis.notification)
        ? shown(evidence)
        : silent('no such notification came');
    case 'correlation':
      return sightCorrelation(basis, evidence);
  }
}

function sightCorrelation(
  { correlation, notification }: CorrelationBasis,
  evidence: JudgedEvidence,
): Sighting {
  const { subject } = evidence;
  if (evaluateExpression(correlation.value, expressionScope(subject)) === undefined)
    return silent(`nothing stood at ${correlation.value}`, 1);
  const places = ownNotifications(subject).flatMap(({ kind, notification: { data } }) =>
    kind === notification ? locate(data, correlation.at) : [],
  );
  return places.length > 0 ? shown(evidence) : silent('no notification came that holds it', 1);
}
