// From what a socket does to what a person reads: the finding, who is blamed, and what to do next.
import { describe, expect, it } from 'vitest';
import { TROUBLES, type TroubleId } from '../../src/diagnosis/catalogue.ts';
import { checks } from '../../src/generated/checks.ts';
import { createSubject } from '../../src/judges/create-subject.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { judgeByChecks } from '../../src/judges/judge-by-checks.ts';
import type { Case } from '../../src/model/finding.ts';
import type { SendResult } from '../../src/targets/http-client.ts';
import { closeCases } from '../../src/verdict/close-cases.ts';
import { nobody, serveBytes, serveHttp } from '../fixtures/loopback-server.ts';
import { ask } from './ask.ts';

/** The cases of an operation whose only exchange went like this. */
function judged(result: SendResult): readonly Case[] {
  const { operation, intent, exchange } = exampleSubject({});
  const subject = createSubject(operation, intent, {
    ...exchange,
    result:
      result.kind === 'response'
        ? { kind: 'response', response: result.response }
        : { kind: 'failure', failure: result.failure },
  });
  return closeCases(exchange.id, subject, judgeByChecks(subject, checks), []);
}

const page = '<html><form action="/in"><input type="password"></form></html>';

describe('the report says of', () => {
  it.each<readonly [string, TroubleId, () => Promise<string>]>([
    ['a port where nobody listens', 'connection-refused', nobody],
    [
      'a port that speaks no TLS',
      'not-tls',
      async () => (await serveBytes('SSH-2.0-x\r\n')).replace('http:', 'https:'),
    ],
    ['an answer that is no HTTP', 'not-http', () => serveBytes('SSH-2.0-x\r\n')],
    [
      'a body that cannot be unpacked',
      'undecodable-body',
      () => serveBytes('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope'),
    ],
    ['a sign-in page', 'sign-in-page', async () => (await serveHttp((_, answer) => answer.end(page))).origin],
    [
      'a redirect to another host',
      'redirect-to-other-host',
      async () =>
        (await serveHttp((_, answer) => answer.writeHead(307, { location: 'http://b.invalid/' }).end()))
          .origin,
    ],
    ['a limit that was reached', 'rate-limited', () => serveBytes('HTTP/1.1 429 Slow down\r\n\r\n')],
    [
      'a proxy that refuses the body',
      'proxy-refuses-body',
      () => serveBytes('HTTP/1.1 411 Length Required\r\nX-Squid-Error: ERR_INVALID_REQ 0\r\n\r\n'),
    ],
  ])('%s that it is %s, and nothing else against anybody', async (_, id, serve) => {
    const cases = judged(await ask(await serve()));
    const findings = cases.flatMap((one) => one.findings);
    const { says, blame, next } = TROUBLES[id];
    expect(findings).toMatchObject([{ pointer: 'response', blame, next }]);
    expect(findings[0]?.actual).toContain(says);
    // Whatever would have judged the answer says why it did not.
    const silent = cases.filter(({ outcome }) => outcome === 'not-run');
    expect(silent.length).toBeGreaterThan(2);
    expect(cases.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
  });

  it.each([
    ['429 Slow down', '30', 'the rate limit was reached (429), and asks to wait 30 s'],
    ['503 Back soon', '7', 'the service was unavailable (503) for the moment, and asks to wait 7 s'],
    [
      '503 Back soon',
      'Sun, 06 Nov 1994 08:49:37 GMT',
      'the service was unavailable (503) for the moment, and asks to wait until Sun, 06 Nov 1994 08:49:37 GMT',
    ],
    ['503 Back soon', 'tomorrow', 'the service was unavailable (503)'],
  ])('%s with Retry-After: %s how long to wait', async (status, asked, actual) => {
    const origin = await serveBytes(`HTTP/1.1 ${status}\r\nRetry-After: ${asked}\r\n\r\n`);
    const findings = judged(await ask(origin)).flatMap((one) => one.findings);
    expect(findings).toMatchObject([{ actual, blame: 'setup', next: expect.stringMatching(/^(Run|Look)/) }]);
  });

  it('a redirect within the host that the vendor deviates', async () => {
    const { origin } = await serveHttp((_, answer) => answer.writeHead(307, { location: '/other' }).end());
    const findings = judged(await ask(origin)).flatMap((one) => one.findings);
    expect(findings).toContainEqual(expect.objectContaining({ pointer: 'response.status', actual: '307' }));
  });

  it('the same trouble in two runs the same fingerprint', async () => {
    const [one, two] = [judged(await ask(await nobody())), judged(await ask(await nobody()))].map((cases) =>
      cases.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)),
    );
    expect(one).toEqual(two);
    expect(one).toHaveLength(1);
  });
});
