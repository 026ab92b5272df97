import type { Expectation, ExpectedFinding, Passage } from './expected-findings.ts';

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

/** Where something the request needs is called for, or its lack refused; text messages have nothing starred. */
const REQUIRED: Readonly<Record<string, Passage>> = {
  'acquire.inviteAgent': passage('acquire-invite-agent', 7, 25),
  'acquire.joinChat': passage('acquire-join-chat', 9, 9),
  'acquire.addChatMessage': passage('acquire-send-message', 9, 75),
  'acquire.addMailMessage': passage('acquire-send-message', 228, 292),
  'rocketchat.registerDepartment': passage('rocketchat-register-department', 162, 184),
};

const REFUSALS: readonly Passage[] = [
  passage('rocketchat-register-department', 162, 184),
  passage('rocketchat-register-department', 185, 198),
  passage('rocketchat-register-department', 199, 217),
];

function found(pointer: string, places: Readonly<Record<string, Passage>>): Expectation {
  const findings = Object.entries(places).map(
    ([operation, place]): ExpectedFinding => ({ operation, pointer, passage: place }),
  );
  return { kind: 'found', gate: 'must', findings };
}

/** Only Rocket.Chat's document says what a refusal looks like. */
function foundInRefusals(pointer: string): Expectation {
  const operation = 'rocketchat.registerDepartment';
  return {
    kind: 'found',
    gate: 'must',
    findings: REFUSALS.map((place) => ({ operation, pointer, passage: place })),
  };
}

export const expectedOfAny: Readonly<Record<string, Expectation>> = {
  'any.connection-dropped': { kind: 'unproven', says: /UND_ERR_SOCKET|ECONNRESET/ },
  'any.never-answers': { kind: 'unproven', says: /TIMEOUT/ },
  'any.body-cut': { kind: 'unproven', says: /UND_ERR_SOCKET|ECONNRESET/ },
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
  // What no document mentions is against none.
  'any.undocumented-field': { kind: 'harmless' },
  'any.refusal-page': foundInRefusals('response.body#'),
  'any.refusal-body': foundInRefusals('response.body#'),
  'any.refusal-status': foundInRefusals('response.status'),
  'any.internal-error': found('response.status', STATUS),
  'any.maintenance': { kind: 'unproven', says: /503/ },
  'any.rate-limited': { kind: 'unproven', says: /429/ },
  'any.refuses-credentials': { kind: 'unproven', says: /401/ },
  'any.refuses-permission': { kind: 'unproven', says: /403/ },
  'any.accepts-no-credentials': found('response.status', CREDENTIALS),
  'any.accepts-wrong-credentials': found('response.status', CREDENTIALS),
  'any.accepts-missing-field': found('response.status', REQUIRED),
};
