/** A value as long as this is nobody else's by chance. */
const LEARNT = 8;

const HEADER =
  /^(?:cookie|(?:proxy-)?authorization|authentication-info|.*(?:csrf|xsrf)[-_]?token|.*(?:token|secret|password|api-?key|session-?id))$/i;
const FIELD =
  /(?:token|secret|password|passwd|passphrase|api[-_]?key|private[-_]?key|access[-_]?key|authorization|csrf|xsrf|cookie)$/i;

/** Does a header of an answer hold what opens a session, whatever it holds? */
export function isSecretHeader(name: string): boolean {
  return HEADER.test(name);
}

/** Does a field of an answer? */
export function isSecretField(name: string): boolean {
  return FIELD.test(name);
}

/** May it be looked for everywhere else? */
export function isUnmistakable(value: string): boolean {
  return value.length >= LEARNT;
}

const COOKIE = /^([^=;]*=)("?)([^;]*?)\2(;.*)?$/;

export interface Cookie {
  readonly value: string;
  /** The header with another value. */
  readonly withValue: (value: string) => string;
}

export function readCookie(header: string): Cookie | undefined {
  const [, name, quote = '', value, rest = ''] = COOKIE.exec(header) ?? [];
  if (name === undefined || value === undefined || value === '') return undefined;
  return { value, withValue: (other) => `${name}${quote}${other}${quote}${rest}` };
}
