import type { Body, Pair, SentRequest } from '../../model/exchange.ts';
import { requestAddress, withoutMasks } from './request-address.ts';
import { type Placeholder, placeholdersIn, shellWord, shellWordWithSecrets } from './shell-word.ts';

export interface CurlCommand {
  readonly lines: readonly string[];
  readonly placeholders: readonly Placeholder[];
  /** What its reader has to know besides, a sentence each. */
  readonly remarks: readonly string[];
}

/** What curl writes itself, from the address, the body and the connection. */
const OF_THE_CONNECTION = ['connection', 'content-length', 'host', 'transfer-encoding'];
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;

/** The request as a command for a shell, which sends it to `$BASE_URL` once and follows nothing. */
export function curlCommand(request: SentRequest, vendor: string): CurlCommand {
  const word = (text: string) => shellWordWithSecrets(text, vendor);
  const address = requestAddress(request);
  const headers = request.headers.filter(([name]) => !OF_THE_CONNECTION.includes(name.toLowerCase()));
  const sendable = headers.filter(isSendable);
  const options = [
    'curl --silent --show-error --include',
    ...pathOptions(address),
    request.method === 'HEAD' ? '--head' : `--request ${shellWord(request.method)}`,
    `--url "$BASE_URL"${word(address)}`,
    ...sendable.map((pair) => `--header ${word(headerLine(pair))}`),
    ...bodyOptions(request, word),
  ];
  const placeholders = placeholdersIn(textsOf(address, sendable, request.body), vendor);
  return {
    lines: [
      ...pipedBody(request.body),
      ...options.map((option, index) => {
        const indented = index === 0 ? option : `  ${option}`;
        return index === options.length - 1 ? indented : `${indented} \\`;
      }),
    ],
    placeholders,
    remarks: remarksOn(address, placeholders, headers.length - sendable.length),
  };
}

/** curl would read lists into brackets and braces, and take steps up out of a path. */
function pathOptions(address: string): readonly string[] {
  return [
    ...(/[[\]{}]/u.test(withoutMasks(address)) ? ['--globoff'] : []),
    ...(/\/\.{1,2}(?:\/|$|\?)/u.test(address) ? ['--path-as-is'] : []),
  ];
}

function isSendable([name, value]: Pair): boolean {
  return HEADER_NAME.test(name) && !/[\r\n\0]/u.test(value);
}

/** With a colon and nothing behind it curl would take the header away. */
function headerLine([name, value]: Pair): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

function bodyOptions({ headers, body }: SentRequest, word: (text: string) => string): readonly string[] {
  if (body === undefined) return [];
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return [
    ...(hasType ? [] : [`--header 'Content-Type:'`]),
    'text' in body && !isUnspeakable(body) ? `--data-raw ${word(body.text)}` : '--data-binary @-',
  ];
}

/** No argument of a command can hold these bytes, so they come through a pipe. */
function pipedBody(body: Body | undefined): readonly string[] {
  if (body === undefined || !isUnspeakable(body)) return [];
  const base64 = 'text' in body ? Buffer.from(body.text, 'utf8').toString('base64') : body.base64;
  return [`printf %s ${shellWord(base64)} | base64 --decode |`];
}

function isUnspeakable(body: Body): boolean {
  return !('text' in body) || body.text.includes('\0');
}

function textsOf(address: string, headers: readonly Pair[], body: Body | undefined): readonly string[] {
  const text = body !== undefined && 'text' in body && !isUnspeakable(body) ? [body.text] : [];
  return [address, ...headers.map(headerLine), ...text];
}

function remarksOn(
  address: string,
  placeholders: readonly Placeholder[],
  dropped: number,
): readonly string[] {
  const inAddress = placeholders.filter(({ shown }) => address.includes(shown));
  return [
    ...inAddress.map(({ variable }) => `${variable} stands in the address, so it has to be percent-encoded.`),
    ...(dropped === 0 ? [] : ['A header that no request can carry was left out.']),
  ];
}
