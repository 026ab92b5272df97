import type { Agreement, Echo, Effect, FailureSign, RefusalCause } from '../model/operation.ts';
import type { ClaimBasis, Described, RequestSite, Taken } from './claim-basis.ts';
import { sayStatement, sayWhole } from './say-statement.ts';
import { typeWords } from './type-words.ts';

/** The sentence of a claim, from its facts. */
export function sayClaim(basis: ClaimBasis): string {
  switch (basis.kind) {
    case 'status':
      return `${basis.cause === undefined ? 'A request that is accepted' : CAUSES[basis.cause]} is answered with ${basis.response.status}.`;
    case 'content-type':
      return `The answer ${basis.response.status} is labelled ${basis.value}.`;
    case 'schema':
      return `${capitalised(sayWhole(basis.statement, whole(basis.described)))}.`;
    case 'echo':
      return `In the answer ${basis.response.status}, ${sayRelation(basis.echo)}.`;
    case 'agreement':
      return `In the answer ${basis.response.status}, ${sayAgreement(basis.agreement)}.`;
    case 'failure-sign':
      return `${saySign(basis.sign)} marks a failure.`;
    case 'acceptance':
      return `A request may ${sayTaken(basis.site, basis.taken)}.`;
    case 'required-field':
      return `A request is refused unless ${sayWhole(basis.statement, 'its body')}.`;
    case 'required-parameter':
      return `A request without ${basis.name} in its ${SITES[basis.in]} is refused.`;
    case 'notification':
      return `A notification ${basis.notification.name} is sent: ${basis.notification.title}.`;
    case 'outcome':
      return `A ${basis.outcome.name} is told by ${basis.outcome.expects.join(' and ')}.`;
    case 'order':
      return `A ${basis.outcome.name} is told by ${basis.outcome.expects.join(', then ')}.`;
    case 'correlation':
      return `In the notification ${basis.notification.name}, ${sayRelation(basis.correlation)}.`;
    case 'refusal':
      return `${CAUSES[basis.cause]} is refused, in whatever way.`;
    case 'permission':
      return `A caller without the permission ${basis.name} is refused.`;
    case 'feature':
      return `A request is refused without ${basis.name}.`;
    case 'state':
      return `A request is refused unless there is ${basis.name}.`;
    case 'history':
      return `With version ${basis.note.version}, ${basis.note.change}.`;
    case 'effect':
      return `A call ${EFFECT_WORDS[basis.effect]}.`;
  }
}

const CAUSES: Readonly<Record<RefusalCause, string>> = {
  'no-credentials': 'A request without credentials',
  'wrong-credentials': 'A request with wrong credentials',
  'no-permission': 'A request of a caller without the permission',
  'wrong-state': 'A request about something in the wrong state',
  'no-feature': 'A request that lacks a feature',
  'missing-field': 'A request without a required field',
  'wrong-type': 'A request with a value of another type',
  'undocumented-value': 'A request with a value that is not documented',
};

const SITES: Readonly<Record<RequestSite['in'], string>> = {
  body: 'body',
  path: 'path',
  query: 'query',
  header: 'headers',
};

const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  reads: 'only reads',
  creates: 'creates something that stays',
  'notifies-people': 'lets people be notified',
  'joins-as-person': 'lets the caller join as a person',
  'costs-money': 'costs money',
  irreversible: 'cannot be taken back',
};

function whole(described: Described): string {
  return described.part === 'response'
    ? `the answer ${described.response.status}`
    : `the notification ${described.notification.name}`;
}

function sayRelation({ at, relation, value, when }: Echo): string {
  if (when !== undefined) return `${at} is ${when} where ${value} is`;
  switch (relation) {
    case 'equals':
      return `${at} is ${value}`;
    case 'includes-each':
      return `every one of ${value} is among ${at}`;
    case 'ends-with-segment':
      return `${at} ends with ${value}`;
  }
}

function sayAgreement(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'key':
      return `the key of each ${agreement.members} is its ${agreement.at}`;
    case 'value':
      return `${agreement.at} is the same as ${agreement.equals}`;
    case 'order':
      return `${agreement.at} is no earlier than ${agreement.notBefore}`;
  }
}

function saySign({ at, sign }: FailureSign): string {
  if (sign.kind === 'present') return `Something at ${at} of an answer`;
  return `${at} of an answer being ${sign.kind === 'equals' ? '' : 'other than '}${JSON.stringify(sign.value)}`;
}

function sayTaken(site: RequestSite, taken: Taken): string {
  const body = site.in === 'body' && site.pointer === '' ? 'a body' : undefined;
  const place = body ?? `${site.in === 'body' ? site.pointer : site.name} in its ${SITES[site.in]}`;
  switch (taken.kind) {
    case 'nothing':
      return `leave out ${place}`;
    case 'type':
      return `have ${place} that is ${typeWords(taken.type)}`;
    case 'value':
      return `have ${JSON.stringify(taken.value)} as ${place}`;
    case 'form':
      return `have ${place} such that ${sayStatement({ ...taken.statement, place: '' }, 'it')}`;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
