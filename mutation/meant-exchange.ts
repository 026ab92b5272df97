import type { ClaimBasis } from '../src/claims/claim-basis.ts';
import { expectedNotifications } from '../src/model/notification-matching.ts';
import type { Judged } from '../src/run/run-suite.ts';

/**
 * The exchange that was planned to show a claim, whatever the judges made of it: a judge that has gone blind confirms
 * nothing, and the mutants of its claims must not go with it.
 */
export function meantExchange(basis: ClaimBasis, judged: readonly Judged[]): Judged | undefined {
  return judged.find((one) => isMeantFor(basis, one));
}

function isMeantFor(
  basis: ClaimBasis,
  { planned: { intent }, exchange: { result }, judgement }: Judged,
): boolean {
  const { notifications } = judgement.subject.operation;
  const status = result.kind === 'response' ? result.response.status : undefined;
  switch (basis.kind) {
    case 'status':
      if (status !== basis.response.status) return false;
      return intent.kind === 'accepted' ? basis.cause === undefined : basis.cause === intent.cause;
    case 'content-type':
      return status === basis.response.status;
    case 'failure-sign':
      return intent.kind === 'accepted';
    case 'notification':
      return (
        notifications !== undefined &&
        expectedNotifications(notifications, intent).includes(basis.notification.name)
      );
    case 'outcome':
    case 'order':
      return intent.kind === 'accepted' && intent.outcome === basis.outcome.name;
    case 'required-field':
      // In a branch of a schema, what is left out of another branch is another field of the same name.
      return basis.statement.conditions.length === 0 && lacks(intent, `body#${basis.statement.place}`);
    case 'required-parameter':
      return basis.credentials?.length === 0
        ? intent.kind === 'refused' && intent.cause === 'no-credentials'
        : lacks(intent, `${basis.in}.${basis.name}`);
    case 'permission':
      return intent.kind === 'refused' && intent.cause === 'no-permission';
    default:
      return false;
  }
}

function lacks(intent: Judged['planned']['intent'], field: string): boolean {
  return intent.kind === 'refused' && intent.cause === 'missing-field' && intent.field === field;
}
