// Texts that must not be found, and the ways in which they can be written.

/** With characters that each encoding writes otherwise. */
export const SECRET = 'cnry/Key+9"<ü 7&Zq';
export const SESSION = 'cnrySession0815abc';
export const PASSWORD = 'cnry-Pass:word-42';
export const PERSON = {
  name: 'Canaria Vogelová',
  mail: 'canaria.vogel@victim.test',
  phone: '+4915112345678',
};

const hexOf = (text: string) => Buffer.from(text, 'utf8').toString('hex');
const escaped = (text: string, write: (code: number) => string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join('');
const hex4 = (code: number) => code.toString(16).padStart(4, '0');

/** Each encoding by name; written after the standards, not with what looks for them. */
export const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'JSON string': (text) => JSON.stringify(text).slice(1, -1),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)),
  'JSON \\u': (text) => escaped(text, (code) => `\\u${hex4(code)}`),
  'JSON \\U hex in capitals': (text) => escaped(text, (code) => `\\u${hex4(code).toUpperCase()}`),
  'JSON with \\/': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  URL: (text) => encodeURIComponent(text),
  'URL in small letters': (text) => encodeURIComponent(text).replaceAll(/%../g, (one) => one.toLowerCase()),
  'every byte in percent': (text) => hexOf(text).replaceAll(/../g, '%$&'),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'twice in percent': (text) => encodeURIComponent(encodeURIComponent(text)),
  'HTML decimal': (text) => escaped(text, (code) => `&#${code};`),
  'HTML hex': (text) => escaped(text, (code) => `&#x${code.toString(16)};`),
  'HTML names': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .replaceAll('ü', '&uuml;')
      .replaceAll('+', '&plus;')
      .replaceAll('á', '&aacute;'),
  hex: hexOf,
  HEX: (text) => hexOf(text).toUpperCase(),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 after one byte': (text) => Buffer.from(`x${text}y`).toString('base64'),
  'base64 after two bytes': (text) => Buffer.from(`xx${text}yy`).toString('base64'),
  base64url: (text) => Buffer.from(`user:${text}`).toString('base64url'),
};
