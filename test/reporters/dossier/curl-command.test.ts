import { describe, expect, it } from 'vitest';
import type { SentRequest } from '../../../src/model/exchange.ts';
import { curlCommand } from '../../../src/reporters/dossier/curl-command.ts';
import { inertText } from '../../../src/reporters/inert-text.ts';
import { everyHostile } from '../../fixtures/sample-run-hostile.ts';
import { BASH, hasBash, recordCurl } from './shell-outcome.ts';

if (!hasBash) console.warn(`skipped: no shell at ${BASH} to run commands with`);

const SECRETS = { BASE_URL: 'https://tenant.example', ACQUIRE_API_KEY: `k'"$(touch stray) \`id\`` };

/** Everything a shell, a terminal or curl itself could act on. */
const dangerous = [
  `$(touch stray) \`touch stray\` \${HOME} $HOME '; touch stray; ' "; touch stray; "`,
  `back\\slash \\' !! ~ * ? [a] {b,c} # & | < > ( ) %s`,
  `@/etc/passwd -K- --output stray`,
  everyHostile.replaceAll('\0', ''),
  'tab\tline\r\nnext\u2028end \u200b \u{1f600}',
].join(' ');

const request: SentRequest = {
  method: 'POST',
  path: '/api/v1/{x}/../[secret:apiKey]/$(touch%20stray)',
  query: [["na'me", 'a b&[c]']],
  headers: [
    ['Authorization', 'Bearer [secret:apiKey]'],
    ['X-Note', `it's "so" $(touch stray)`],
    ['X-Empty', ''],
    ['Content-Type', 'application/json'],
    ['content-length', '5'],
    ['@/etc/passwd', 'x'],
    ['X-Split', 'a\r\nX-Forged: b'],
  ],
  body: { text: `{"key":"[secret:apiKey]","text":"${dangerous}"}` },
};

function optionsOf(argv: readonly string[], name: string): readonly string[] {
  return argv.flatMap((word, index) => (word === name ? [argv[index + 1] ?? ''] : []));
}

describe.skipIf(!hasBash)('the command, run by a shell', () => {
  const { lines, placeholders } = curlCommand(request, 'acquire');
  const command = lines.join('\n');

  it('hands curl exactly what was sent, whatever that was, and runs nothing else', () => {
    const key = SECRETS.ACQUIRE_API_KEY;
    const { argv, strays, stderr } = recordCurl(command, SECRETS);
    expect(argv).toEqual([
      ...['--silent', '--show-error', '--include', '--globoff', '--path-as-is'],
      ...['--request', 'POST'],
      ...['--url', `https://tenant.example/api/v1/{x}/../${key}/$(touch%20stray)?na'me=a%20b%26%5Bc%5D`],
      ...['--header', `Authorization: Bearer ${key}`],
      ...['--header', `X-Note: it's "so" $(touch stray)`],
      ...['--header', 'X-Empty;'],
      ...['--header', 'Content-Type: application/json'],
      // Half of a surrogate pair cannot be sent: UTF-8 has U+FFFD for it.
      ...['--data-raw', `{"key":"${key}","text":"${Buffer.from(dangerous).toString('utf8')}"}`],
    ]);
    expect(strays).toEqual([]);
    expect(stderr).toBe('');
  });

  it('is harmless to look at', () => {
    expect(inertText(command)).toBe(command);
    expect(placeholders).toEqual([{ shown: '[secret:apiKey]', variable: 'ACQUIRE_API_KEY' }]);
  });

  it('pipes what no argument can hold', () => {
    const body = { text: 'a\0b' };
    const piped = curlCommand({ ...request, body }, 'acquire');
    const { argv, input } = recordCurl(piped.lines.join('\n'), SECRETS);
    expect(optionsOf(argv, '--data-binary')).toEqual(['@-']);
    expect(input).toBe('a\0b');
  });

  it('sends a request without a body, and one whose body has no type, as they were', () => {
    const bare = { method: 'GET', path: '/x', query: [], headers: [] };
    const sent = (body: SentRequest['body']) =>
      recordCurl(curlCommand({ ...bare, body }, 'acquire').lines.join('\n'), SECRETS).argv.slice(3);
    const asked = ['--request', 'GET', '--url', 'https://tenant.example/x'];
    expect(sent(undefined)).toEqual(asked);
    expect(sent({ text: '' })).toEqual([...asked, '--header', 'Content-Type:', '--data-raw', '']);
  });

  it('cannot be turned to another host by a path', () => {
    const { argv } = recordCurl(
      curlCommand({ ...request, path: '@evil.example/', query: [] }, 'acquire').lines.join('\n'),
      SECRETS,
    );
    expect(optionsOf(argv, '--url')).toEqual(['https://tenant.example/@evil.example/']);
  });
});
