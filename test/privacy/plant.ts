// Puts the canaries of a place into what a vendor answers.
import type { JsonObject } from '../../src/model/json.ts';
import { everywhere, GREETED, KEY, LATE, SESSIONS, strangerAt, TOLD } from './places.ts';
import type { Answer } from './planting-gate.ts';

/** Mail address and number of nobody but this place, and the key of the tenant. */
export function tellAt(place: string): string {
  return [...strangerAt(place), KEY].join(' ');
}

/** Everything that a body can hold beside what belongs there; `calls` counts the documented calls before. */
export function plantInAnswer(answer: Answer, calls: number): Answer {
  const { status, body } = answer;
  const headers = {
    ...answer.headers,
    'x-asked-by': `${TOLD.name} <${strangerAt('header of an answer').join('> ')} ${KEY}`,
    location: `/u/${encodeURIComponent(tellAt('address of a redirect and of a link'))}?k=${KEY}`,
    link: `</${strangerAt('address of a redirect and of a link').join('/')}>; rel="next"`,
    'set-cookie': `S=${SESSIONS.cookie}; Path=/; Comment=${strangerAt('cookie').join('/')}`,
  };
  if (calls === 3) return { status: 500, headers: { ...headers, 'content-type': 'text/html' }, body: page() };
  if (!body.startsWith('{')) return { status, headers, body };
  const whole = JSON.stringify({ ...JSON.parse(body), ...members(calls) });
  const torn = `${whole.slice(0, -1)},"torn":"${JSON.stringify(tellAt('body that breaks off')).slice(1, -1)}`;
  return { status, headers, body: calls === 4 ? torn : whole };
}

function members(calls: number): JsonObject {
  const [mail, phone] = strangerAt('field of a body');
  const late = strangerAt('person met later').join(' ');
  return {
    sender: { name: TOLD.name, email: mail, phone, token: SESSIONS.field },
    echoes: everywhere(KEY),
    notice: `${TOLD.name} ${tellAt('field of a body')} ${SESSIONS.cookie} ${SESSIONS.field}`,
    [tellAt('name of a member')]: 1,
    nested: JSON.stringify({ told: TOLD.name, by: tellAt('JSON in a text') }),
    // Of a name in a text nobody knows that it is one, until a field tells.
    errorRemark: `${LATE.name} called ${late}`,
    greeting: `Hello ${GREETED}, ${strangerAt('text of which nobody tells what it is').join(' ')}`,
    ...(calls >= 2 ? { agent: { name: LATE.name } } : {}),
  };
}

function page(): string {
  const told = tellAt('page in place of JSON');
  return `<h1>${TOLD.name}</h1><a href="/u?m=${encodeURIComponent(told)}">${everywhere(KEY).join('<br>')}</a>`;
}

/** The same for messages of a server of notifications. */
export function plantInMessages(answer: Answer): Answer {
  return withMessages(answer, (message) => ({
    ...message,
    ...(message['data'] === undefined ? {} : { data: { ...Object(message['data']), ...dataMembers() } }),
    ...(message['advice'] === undefined
      ? {}
      : { advice: { ...Object(message['advice']), because: tellAt('advice') } }),
    ext: { told: tellAt('extension') },
  }));
}

function dataMembers(): JsonObject {
  return {
    agent: { name: TOLD.name },
    echoes: everywhere(KEY),
    notice: `${TOLD.name} ${tellAt('data of a notification')}`,
    greeting: `Hello ${GREETED}`,
  };
}

/** Refuses every subscription, and says far too much. */
export function refuseSubscription(answer: Answer): Answer {
  return withMessages(answer, (message) =>
    message['channel'] === '/meta/subscribe'
      ? { ...message, successful: false, error: `403:${tellAt('error of a subscription')}:refused` }
      : message,
  );
}

function withMessages(answer: Answer, change: (message: JsonObject) => JsonObject): Answer {
  if (!answer.body.startsWith('[')) return answer;
  const messages: readonly JsonObject[] = JSON.parse(answer.body);
  return { ...answer, body: JSON.stringify(messages.map(change)) };
}
