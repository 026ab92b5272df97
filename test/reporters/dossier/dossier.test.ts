import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import dossier from '../../../src/reporters/dossier.reporter.ts';
import html from '../../../src/reporters/html.reporter.tsx';
import { calmRun, sampleRun } from '../../fixtures/sample-run.ts';
import { everyHostile } from '../../fixtures/sample-run-hostile.ts';
import { BASH, hasBash, recordCurl } from './shell-outcome.ts';

if (!hasBash) console.warn(`skipped: no shell at ${BASH} to run commands with`);

const options = { colour: false, columns: 80 };
const text = dossier.render(sampleRun, options);

describe('dossiers', () => {
  it('are of what the vendor or its document is to blame for, where it binds', () => {
    const titles = text.split('\n').filter((line) => line.startsWith('### '));
    // Of the nine groups of the sample three are a may of the setup, of the suite or of nobody, and one binds nobody.
    expect(titles).toHaveLength(5);
    expect(text).toMatch(/^# 5 deviations from the documents$/mu);
    for (const blamed of sampleRun.operations.flatMap(({ cases }) =>
      cases.flatMap(({ findings }) => findings),
    ))
      expect(text.includes(blamed.fingerprint), blamed.fingerprint).toBe(
        (blamed.blame === 'vendor' || blamed.blame === 'document') && blamed.level !== 'may',
      );
  });

  it('say how often and where it was seen, who relies on it and what breaks', () => {
    const part = partOf(text, 'data.*.sent in the answer');
    expect(part).toContain('- How often: in 2 of 2 exchanges in which it was judged: `acquire.inviteAgent/');
    expect(part).toContain('- Relied on by: desk-console: tells the inviting agent whom the e-mail reached');
    expect(part).toContain('- Breaks: desk-console');
    expect(part).toContain('`https://docs.example/acquire-invite-agent`, lines 38-42 (shown in an example)');
    expect(part).toContain('  41 |       "sent": false');
    expect(part).toMatch(/^ {6}"sent": "no" {4}← expected boolean$/mu);
  });

  it('tell where to listen before a notification is provoked', () => {
    const part = partOf(text, 'in the notification newMessages');
    expect(part).toContain('open a CometD session at `$BASE_URL/api/v2/notifications`');
    expect(part).toContain('subscribe to `/v2/me/chats`');
    expect(part).toContain('Notification 2 on /v2/me/chats, after 131 ms');
  });

  it('ask of a document what is known to be wrong with it', () => {
    const known = edited((finding) => ({ ...finding, blame: 'document' }));
    const part = partOf(dossier.render(known, options), 'data.*.sent in the answer');
    expect(part).toContain('Could you publish the whole answer?');
    expect(partOf(text, 'data.*.sent in the answer')).not.toContain('Could you publish the whole answer?');
  });

  it('cut what is long, and show the place that differs', () => {
    const list = Array.from({ length: 5000 }, (_, index) => index);
    const long = dossier.render(
      withInviteAnswer(JSON.stringify({ list, data: { '11': { sent: 'no' } } })),
      options,
    );
    const part = partOf(long, 'data.*.sent in the answer');
    expect(part).toMatch(/"sent": "no" {4}← expected boolean/u);
    expect(part).toMatch(/… 49\d\d lines not shown/u);
  });

  it('say in one line that there is nothing to tell', () => {
    expect(dossier.render(calmRun, options)).toMatch(
      /^No deviation to tell a vendor of: [^\n]* is conformant [^\n]*\n$/u,
    );
  });

  it('include what breaks a consumer though no document binds', () => {
    const may = edited((finding) => ({ ...finding, level: 'may' }));
    expect(dossier.render(may, options)).toMatch(/^# 2 deviations from/u);
    expect(dossier.render(may, options)).toContain('data.\\*.sent in the answer');
  });

  it('stand in the page as well, word for word', () => {
    const page = html
      .render(sampleRun, options)
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    const parts = text
      .split(/^(?=### )/mu)
      .slice(1)
      .map((part) => part.replace(/\n## [\s\S]*$/u, '').trimEnd());
    expect(parts).toHaveLength(5);
    for (const part of parts) expect(page).toContain(part);
  });
});

/** The sample with other findings. */
function edited(edit: (finding: Finding) => Finding): Report {
  return {
    ...sampleRun,
    operations: sampleRun.operations.map((operation) => ({
      ...operation,
      cases: operation.cases.map((each) => ({ ...each, findings: each.findings.map(edit) })),
    })),
  };
}

function withInviteAnswer(text: string): Report {
  const result: Exchange['result'] = {
    kind: 'response',
    response: { status: 200, headers: [], body: { text } },
  };
  return {
    ...sampleRun,
    operations: sampleRun.operations.map((operation) => ({
      ...operation,
      exchanges: operation.exchanges.map((each) =>
        each.id === 'acquire.inviteAgent/invite-agents' ? { ...each, result } : each,
      ),
    })),
  };
}

/** Every text of the report that could come from outside, with every hostile text in it. */
function poisoned(): Report {
  const theirs = [
    'title',
    'path',
    'expected',
    'actual',
    'text',
    'says',
    'question',
    'next',
    'name',
    'channel',
  ];
  return JSON.parse(
    JSON.stringify(sampleRun, (key, value: unknown) =>
      typeof value === 'string' && theirs.includes(key) ? `${value} ${DANGER}` : value,
    ),
  );
}

const DANGER = `$(touch stray) '; touch stray; ' ${everyHostile.replaceAll('\0', '')}`;

describe('dossiers, of hostile text', () => {
  const hostile = dossier.render(poisoned(), options);

  it('have no markup of theirs outside code', () => {
    const prose = withoutCode(hostile);
    expect(prose).toContain('### ');
    expect(prose).not.toMatch(/(?<!\\)[[\]<]/u);
    expect(prose).not.toMatch(/@everyone|#1/u);
  });

  it.skipIf(!hasBash)('have commands that send what was sent and do nothing else', () => {
    const bodies = poisoned()
      .operations.flatMap(({ exchanges }) => exchanges)
      .map(({ request }) => (request.body !== undefined && 'text' in request.body ? request.body.text : ''))
      .map((body) => Buffer.from(body).toString('utf8'));
    const commands = [...hostile.matchAll(/^(`{3,})sh\n(curl .*?)^\1$/gmsu)].map((match) => match[2] ?? '');
    expect(commands).toHaveLength(5);
    for (const command of commands) {
      const { argv, strays } = recordCurl(command, { BASE_URL: 'https://tenant.example' });
      expect(bodies).toContain(argv[argv.indexOf('--data-raw') + 1]);
      expect(argv[argv.indexOf('--url') + 1]).toMatch(/^https:\/\/tenant\.example\//u);
      expect(strays).toEqual([]);
    }
  });
});

/** Blocks first, whose fences are longer than any run inside; then spans. */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^ *(`{3,})[a-z]+\n[\s\S]*?^ *\1$/gmu, '')
    .replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu, '');
}

function partOf(markdown: string, heading: string): string {
  const part = markdown
    .split(/^(?=### )/mu)
    .find((each) => (each.split('\n')[0] ?? '').replaceAll('\\', '').includes(heading));
  if (part === undefined) throw new Error(`no dossier about ${heading}`);
  return part;
}
