import type { Applicability, Subject } from '../../model/check.ts';
import type { Contract, ContractRule, RuleSubject } from '../../model/contract.ts';
import type { HttpInteraction, MessageInteraction } from '../../model/interaction.ts';
import { notApplicable, withoutAnswer, withoutSuccess } from '../applicability.ts';
import { foreignNotifications, withoutNotifications } from '../awaited-notifications.ts';
import {
  type CaseDraft,
  type CaseHeading,
  erroredCase,
  inapplicableCase,
  judgedCase,
  unjudgedCase,
} from '../draft-case.ts';
import { expressionScope, jsonOf } from '../expression-scope.ts';
import { findingAt, mismatchFindings, type SourceFinder } from './mismatch-findings.ts';
import type { Verification } from './read-verification.ts';

/** What a contract is held against. */
export interface ContractSubject {
  readonly interaction: HttpInteraction;
  readonly subject: Subject;
  readonly find: SourceFinder;
}

function headingOf(check: string, title: string, failureTitle: string): CaseHeading {
  return { judge: 'contract', level: 'must', check, title, failureTitle };
}

/** Case of an HTTP interaction: does the answer hold what the consumer relies on? */
export function responseCase(
  { interaction, subject, find }: ContractSubject,
  verification: Verification,
): CaseDraft {
  const { consumer } = interaction;
  const heading = headingOf(
    'contract',
    `${consumer} gets what it relies on`,
    `${consumer} does not get what it relies on`,
  );
  return (
    inapplicableCase(heading, withoutAnswer(subject)) ??
    inapplicableCase(heading, withoutDescription(subject, interaction)) ??
    verifiedCase(heading, verification, 'response.body', find)
  );
}

/**
 * Any refusal will do where no document describes one: that it is one, the checks see. A consumer whose pact was brought
 * relies on what stands there all the same.
 */
function withoutDescription(
  { operation, intent }: Subject,
  { brought }: HttpInteraction,
): Applicability | undefined {
  if (intent.kind === 'accepted' || brought !== undefined) return undefined;
  const isDescribed = operation.responses.some(({ refuses }) => refuses.includes(intent.cause));
  return isDescribed ? undefined : notApplicable('no document describes this refusal: any is relied on');
}

/** Case of a message that follows an interaction. */
export function messageCase(
  { interaction, subject, find }: ContractSubject,
  message: MessageInteraction,
  verification: Verification | 'not-received',
): CaseDraft {
  const { notification, description } = message;
  const heading = headingOf(
    `contract-${notification}`,
    `${interaction.consumer} gets ${notification} as it relies on`,
    `${interaction.consumer} does not get ${notification} as it relies on`,
  );
  const place = `notifications.${notification}`;
  const missing = inapplicableCase(heading, withoutNotifications(subject));
  if (missing !== undefined) return missing;
  if (verification !== 'not-received') return verifiedCase(heading, verification, place, find);
  return judgedCase(heading, [findingAt(place, description, 'no such notification', find)]);
}

function verifiedCase(
  heading: CaseHeading,
  verification: Verification,
  place: string,
  find: SourceFinder,
): CaseDraft {
  if (verification.kind === 'unverified') return unjudgedCase(heading, 'errored', verification.reason);
  const mismatches = verification.kind === 'matched' ? [] : verification.mismatches;
  const findings = mismatches.flatMap((mismatch) => mismatchFindings(mismatch, place, find));
  // Pact names differences in another order each time.
  return judgedCase(
    heading,
    findings.toSorted((one, other) => one.pointer.localeCompare(other.pointer, 'en')),
  );
}

/** One case for each rule of the contract. */
export function ruleCases({ rules }: Contract, { subject, find }: ContractSubject): readonly CaseDraft[] {
  return rules.map((rule) => {
    const heading = headingOf(`contract-rule-${rule.id}`, rule.title, `Broken: ${rule.title}`);
    return (
      inapplicableCase(heading, withoutSuccess(subject)) ??
      ruleCase(heading, rule, ruleSubject(subject), find)
    );
  });
}

function ruleCase(
  heading: CaseHeading,
  rule: ContractRule,
  subject: RuleSubject,
  find: SourceFinder,
): CaseDraft {
  try {
    const broken = rule.broken(subject);
    if ('silent' in broken) return unjudgedCase(heading, 'not-applicable', broken.silent);
    return judgedCase(
      heading,
      broken.map(({ pointer, expected, actual }) => findingAt(pointer, expected, actual, find)),
    );
  } catch (error) {
    return erroredCase(heading, 'the rule itself failed', error);
  }
}

/** What is told of other calls is not the rule's: an agent who is in several chats hears of them all. */
export function ruleSubject(subject: Subject): RuleSubject {
  const scope = expressionScope(subject);
  const foreign = foreignNotifications(subject).map(({ notification }) => notification);
  return {
    request: { path: scope.path, query: Object.fromEntries(scope.query), body: scope.requestBody },
    response: {
      status: scope.status ?? 0,
      body: subject.body && jsonOf(subject.body),
      form: formOf(subject),
    },
    notifications: subject.exchange.notifications
      .filter((notification) => !foreign.includes(notification))
      .map(({ data }) => data),
  };
}

function formOf({ body }: Subject): RuleSubject['response']['form'] {
  if (body === undefined || body.kind === 'empty') return 'empty';
  return body.kind === 'json' ? 'json' : 'other';
}
