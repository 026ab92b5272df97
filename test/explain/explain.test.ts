// Of each kind of name one, on the committed suite and the sample of a run.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeExplanations } from '../../src/cli/describe-explanation.ts';
import { explainedErrors } from '../../src/cli/explained-errors.ts';
import { explain, explainedNames } from '../../src/explain/explain.ts';
import type { Knowledge } from '../../src/explain/explanation.ts';
import { checks } from '../../src/generated/checks.ts';
import { createScreen } from '../../src/reporters/terminal-screen.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { sampleRun } from '../fixtures/sample-run.ts';

const errors = explainedErrors();
const knowledge: Knowledge = { suite, checks, errors, report: sampleRun, quote: () => undefined };
const findings = sampleRun.operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings));

describe('a name', () => {
  it.each([
    ['genesys.inviteAgentToChat', 'operation', 'genesys.inviteAgentToChat'],
    ['sendSms', 'operation', 'acquire.sendSms'],
    ['value-echo', 'check', 'value-echo'],
    ['joined-user-present', 'check', 'contract-rule-joined-user-present'],
    ['acquire.invite-agent-field', 'reading', 'acquire.invite-agent-field'],
    ['acquire.invite-agent-field=agent-id', 'reading', 'acquire.invite-agent-field'],
    ['acquire.invite-nobody', 'defect', 'acquire.invite-nobody'],
    ['unknown-host', 'trouble', 'unknown-host'],
    ['api-multimedia', 'requirement', 'api-multimedia'],
    ['an open case', 'state', 'an open case'],
    ['tenant-invalid', 'error', 'tenant-invalid'],
    ['acquire.inviteAgent/effect/(notifies-people)', 'claim', 'acquire.inviteAgent/effect/(notifies-people)'],
  ])('%s is explained as the %s it is', (name, kind, found) => {
    expect(explain(name, knowledge)).toMatchObject([{ kind, name: found }]);
  });

  it('that can be offered can be explained', () => {
    const names = explainedNames(knowledge);
    expect(names.length).toBeGreaterThan(500);
    for (const name of [...names.slice(0, 8), ...names.slice(-2)])
      expect(explain(name, knowledge), name).not.toEqual([]);
  });

  it('of nothing is explained by nothing', () => {
    expect(explain('proxysilent', knowledge)).toEqual([]);
  });
});

describe('a finding', () => {
  it('says what is documented, who relies on it, what came and what to do', () => {
    const finding = findings.find(({ reliedOnBy, waiver }) => reliedOnBy.length > 0 && waiver === undefined);
    if (finding === undefined) throw new Error('the sample has no finding that a consumer relies on');
    const [told] = explain(finding.fingerprint, knowledge);
    expect(told?.documented).toMatchObject([{ source: finding.source }]);
    expect(told?.reliedOn).toEqual(finding.reliedOnBy);
    expect(told?.seen).toContain(`found ${finding.actual}`);
    expect(told?.next[0]).toBe(finding.next);
  });
});

describe('an operation', () => {
  it('tells its lines, with their text where it is given', () => {
    const quoting = {
      ...knowledge,
      quote: ({ lines: [from] }: { lines: readonly number[] }) => `line ${from}`,
    };
    const [told] = explain('genesys.inviteAgentToChat', quoting);
    // "API Multimedia" stands on line 16 of the page.
    expect(told?.documented).toContainEqual(
      expect.objectContaining({
        says: 'it needs the feature api-multimedia',
        quote: 'line 16',
        level: 'must',
      }),
    );
  });

  it('says that nothing is known of what it does where there is no report', () => {
    const [told] = explain('acquire.joinChat', { ...knowledge, report: undefined });
    expect(told?.seen).toEqual(['not known: there is no report of a run']);
    expect(told?.next).toEqual(['Run it: livechat-conformance run --operation acquire.joinChat']);
  });
});

describe('the code of an error', () => {
  const sources = ['errors', 'cli'].flatMap((room) =>
    readdirSync(`src/${room}`)
      .filter((file) => file.endsWith('.ts') && file !== 'error-codes.ts')
      .map((file) => readFileSync(`src/${room}/${file}`, 'utf8')),
  );

  it('is explained for each error that can be met, and for no other', () => {
    const met = Object.keys(errors).filter((code) => sources.some((text) => text.includes(`'${code}'`)));
    expect(met).toEqual(Object.keys(errors));
    expect(errors['artefact-withheld']).toMatchObject({ exitCode: 3 });
    expect(errors['tenant-invalid']).toMatchObject({ exitCode: 2 });
  });
});

describe('on a terminal', () => {
  const told = explain('acquire.inviteAgent', {
    ...knowledge,
    quote: () => 'one line\u001b[31m of a document\n'.repeat(20),
  });

  it('nothing is wider than it, and a document cannot colour it', () => {
    const lines = describeExplanations(told, null, createScreen({ colour: false, columns: 80 }));
    const tooWide = lines.filter((line) => [...line].length > 80);
    expect(tooWide).toEqual([]);
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines.some((line) => line.includes('… 9 more lines'))).toBe(true);
  });
});
