import { foundIn } from './expectation-rows.ts';
import type { Expectation, ExpectedFinding, FoundExpectation, Passage } from './expected-findings.ts';

const passage = (document: string, from: number, to: number): Passage => ({ document, from, to });

/** Where each document tells the status of a success; where it does not, the nearest it has to say of the answer. */
const STATUS: Readonly<Record<string, Passage>> = {
  'acquire.inviteAgent': passage('acquire-invite-agent', 28, 28),
  'acquire.joinChat': passage('acquire-join-chat', 22, 22),
  'acquire.addChatMessage': passage('acquire-send-message', 77, 200),
  'acquire.addMailMessage': passage('acquire-send-message', 204, 294),
  'acquire.sendSms': passage('acquire-send-message', 296, 362),
  'genesys.inviteAgentToChat': passage('genesys-chat-invite', 35, 41),
  'rocketchat.registerDepartment': passage('rocketchat-register-department', 112, 114),
};

/** The answers the documents show; mail and text message have none. */
const BODY: Readonly<Record<string, Passage>> = {
  'acquire.inviteAgent': passage('acquire-invite-agent', 28, 49),
  'acquire.joinChat': passage('acquire-join-chat', 22, 185),
  'acquire.addChatMessage': passage('acquire-send-message', 77, 200),
  'genesys.inviteAgentToChat': passage('genesys-chat-invite', 35, 41),
  'rocketchat.registerDepartment': passage('rocketchat-register-department', 112, 161),
};

/** Where credentials are called for; the page on Genesys is silent. */
const CREDENTIALS: Readonly<Record<string, Passage>> = {
  'acquire.inviteAgent': passage('acquire-invite-agent', 17, 17),
  'acquire.joinChat': passage('acquire-join-chat', 15, 17),
  'acquire.addChatMessage': passage('acquire-send-message', 35, 39),
  'acquire.addMailMessage': passage('acquire-send-message', 216, 220),
  'acquire.sendSms': passage('acquire-send-message', 308, 312),
  'rocketchat.registerDepartment': passage('rocketchat-register-department', 185, 198),
};

/**
 * Where something the request needs is called for, or its lack refused; text messages have nothing starred. Without
 * a case nobody can be invited to it or join it, so there no vendor lets such a request through.
 */
const REQUIRED: Readonly<Record<string, Passage>> = {
  'acquire.addChatMessage': passage('acquire-send-message', 9, 75),
  'acquire.addMailMessage': passage('acquire-send-message', 228, 292),
  'rocketchat.registerDepartment': passage('rocketchat-register-department', 162, 184),
};

/** Where types are stated that a vendor can overlook and go on: of a list, a text or an id that nothing hangs on. */
const TYPED: Readonly<Record<string, Passage>> = {
  'acquire.inviteAgent': passage('acquire-invite-agent', 24, 25),
  'acquire.addChatMessage': passage('acquire-send-message', 9, 75),
  'acquire.addMailMessage': passage('acquire-send-message', 228, 292),
  'acquire.sendSms': passage('acquire-send-message', 338, 360),
  'genesys.inviteAgentToChat': passage('genesys-chat-invite', 21, 22),
  'rocketchat.registerDepartment': passage('rocketchat-register-department', 55, 109),
};

function found(pointer: string, places: Readonly<Record<string, Passage>>): FoundExpectation {
  const findings = Object.entries(places).map(
    ([operation, place]): ExpectedFinding => ({ operation, pointer, passage: place }),
  );
  return { kind: 'found', findings };
}

/** Only Rocket.Chat's document says what a refusal looks like: a place in each of its three. */
function foundInRefusals(badRequest: string, unauthorized: string, forbidden: string): Expectation {
  return foundIn('rocketchat.registerDepartment', 'rocketchat-register-department')(
    [badRequest, 162, 184],
    [unauthorized, 185, 198],
    [forbidden, 199, 217],
  );
}

export const expectedOfAny: Readonly<Record<string, Expectation>> = {
  'any.connection-dropped': { kind: 'unproven', says: /UND_ERR_SOCKET|ECONNRESET/ },
  'any.never-answers': { kind: 'unproven', says: /TIMEOUT/ },
  'any.body-cut': { kind: 'unproven', says: /CONTENT_LENGTH|UND_ERR_SOCKET/ },
  'any.slow': { kind: 'unproven', says: /TIMEOUT/ },
  'any.redirects': found('response.status', STATUS),
  'any.html-page': found('response.body#', BODY),
  'any.content-type': found('response.header.content-type', BODY),
  'any.no-content-type': found('response.header.content-type', BODY),
  'any.json-truncated': found('response.body#', BODY),
  'any.empty-body': found('response.body#', BODY),
  'any.null-body': found('response.body#', BODY),
  'any.status-created': found('response.status', STATUS),
  'any.status-no-content': found('response.status', STATUS),
  'any.refusal-page': foundInRefusals('response.body#', 'response.body#', 'response.body#'),
  'any.refusal-body': foundInRefusals('response.body#/errorType', 'response.body#', 'response.body#/error'),
  'any.refusal-status': foundInRefusals('response.status', 'response.status', 'response.status'),
  'any.internal-error': found('response.status', STATUS),
  'any.maintenance': { kind: 'unproven', says: /503/ },
  'any.rate-limited': { kind: 'unproven', says: /429/ },
  'any.refuses-credentials': { kind: 'unproven', says: /401/ },
  'any.refuses-permission': { kind: 'unproven', says: /403/ },
  'any.accepts-no-credentials': found('response.status', CREDENTIALS),
  'any.accepts-wrong-credentials': found('response.status', CREDENTIALS),
  'any.accepts-missing-field': found('response.status', REQUIRED),
  'any.accepts-wrong-type': { ...found('response.status', TYPED), kind: 'noted' },
};
