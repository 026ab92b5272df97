// Every place in which a vendor, what lies on the way to it, a tenant file or a crash can hold what must not be found.
import { ENCODINGS } from './canaries.ts';

/** The stage that has the place: see hostile-stages.ts. */
export type StageName =
  | 'answers'
  | 'notifications'
  | 'subscription'
  | 'proxy'
  | 'certificate'
  | 'plan'
  | 'address'
  | 'state'
  | 'price'
  | 'init'
  | 'crash'
  | 'child';

/** Credential of the tenant; with characters that each encoding writes otherwise. */
export const KEY = 'cnry/Key+9"<7&Zq-4711';
export const LOGIN = { user: 'cnryProxyUser', password: 'cnry-Proxy/Pass+42' };
export const LOGIN_TOKEN = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');

/** Who is told of by the fields of an answer that the documents describe. */
export const TOLD = person('told', 'Canariella Vogelova', '+4915112345600');
/** Who is called by name in a text first, and told of by a field only in a later answer. */
export const LATE = person('late', 'Latecanaria Späthmann', '+4915112345601');

/** Who is called by name in a text alone. */
export const GREETED = 'Grussa Canariafeld';

export interface Place {
  readonly stage: StageName;
  readonly place: string;
  readonly canaries: readonly string[];
}

/** Mail address and number that only the place of this name has: they tell where something has got through. */
export function strangerAt(place: string): readonly [mail: string, phone: string] {
  const tag = place.replaceAll(/\W+/g, '.');
  const digits = [...place].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e8, 7);
  return [`canaria.${tag}@victim.test`, `+49${String(15_100_000_000 + digits)}`];
}

function person(tag: string, name: string, phone: string) {
  return { name, mail: `canaria.${tag}@victim.test`, phone };
}

export const everywhere = (text: string): readonly string[] =>
  Object.values(ENCODINGS).map((encode) => encode(text));

function place(stage: StageName, name: string, ...canaries: readonly string[]): Place {
  return { stage, place: name, canaries: [...canaries, ...strangerAt(name)] };
}

/** Tokens by which vendors know a session: secrets that no tenant file names. */
export const SESSIONS = { cookie: 'cnrySession0815abc', field: 'cnryFieldToken4712' };

export const PLACES: readonly Place[] = [
  place('answers', 'header of an answer', KEY, TOLD.name),
  place('answers', 'address of a redirect and of a link', KEY),
  place('answers', 'cookie', SESSIONS.cookie),
  place('answers', 'field of a body', KEY, TOLD.name, SESSIONS.field),
  place('answers', 'name of a member', KEY),
  place('answers', 'JSON in a text', KEY, TOLD.name),
  place('answers', 'page in place of JSON', KEY, TOLD.name),
  place('answers', 'body that breaks off', KEY),
  place('answers', 'person met later', LATE.name),
  place('answers', 'text of which nobody tells what it is', GREETED),
  place('notifications', 'data of a notification', KEY, TOLD.name, GREETED),
  place('notifications', 'advice', KEY),
  place('notifications', 'extension', KEY),
  place('subscription', 'error of a subscription', KEY),
  place('subscription', 'channel of the tenant file'),
  place('proxy', 'page of a proxy', KEY, LOGIN.user, LOGIN.password, LOGIN_TOKEN),
  place('proxy', 'challenge of a proxy', LOGIN.password),
  place('certificate', 'subject and names of a certificate'),
  place('plan', 'states of the tenant file', 'Plancanaria Vogt'),
  place('plan', 'allowed recipients of the tenant file'),
  place('address', 'user in an address of the tenant file', LOGIN.user, LOGIN.password),
  place('state', 'name of a state in the tenant file'),
  place('price', 'name of a priced operation in the tenant file', LOGIN.password),
  place('init', 'environment', KEY),
  place('crash', 'error that nobody catches', KEY),
  place('crash', 'promise that nobody awaits', KEY),
  place('child', 'output and crash of the verifier', KEY),
  place('crash', 'answers after a crash', KEY, TOLD.name),
];
