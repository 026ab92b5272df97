import { describe, expect, it } from 'vitest';
import { diagnosis, TROUBLES, type TroubleId } from '../../src/diagnosis/catalogue.ts';
import { diagnoseAnswer } from '../../src/diagnosis/diagnose-answer.ts';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { setupTroubleOf, troubleOf } from '../../src/judges/setup-trouble.ts';
import { FAILURE_PHASES } from '../../src/model/exchange.ts';
import { BY_INTENT, PLANTED_ANSWERS, PLANTED_FAILURES } from './planted-troubles.ts';

const IDS = Object.keys(TROUBLES) as TroubleId[];

describe('the catalogue', () => {
  it('has nothing that never shows, and nothing else shows', () => {
    const shown = [...Object.keys(PLANTED_FAILURES), ...Object.keys(PLANTED_ANSWERS), ...BY_INTENT];
    expect([...new Set(shown)].sort()).toEqual([...IDS].sort());
  });

  it.each(IDS)('%s says what it is and what a person can do', (id) => {
    const { says, next } = diagnosis(id);
    expect(says).toMatch(/^[a-z“].{15,}[^.]$/);
    expect(says).not.toMatch(/fetch failed|something went wrong/i);
    expect(next).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('tells no two troubles in the same words', () => {
    expect(new Set(IDS.map((id) => diagnosis(id).says)).size).toBe(IDS.length);
  });

  it('calls nothing on the way to the host a fault of the vendor', () => {
    for (const [id, planted = []] of Object.entries(PLANTED_FAILURES))
      for (const [phase, code] of planted)
        if (['pace', 'connect', 'proxy', 'tls'].includes(phase))
          expect([id, diagnoseFailure({ phase, code, message: '' }).blame]).toEqual([id, 'setup']);
  });
});

describe('a failure', () => {
  const rows = Object.entries(PLANTED_FAILURES).flatMap(([id, planted = []]) =>
    planted.map(([phase, code]) => [phase, code, id] as const),
  );
  it.each(rows)('in the phase %s with %s is %s', (phase, code, id) => {
    expect(diagnoseFailure({ phase, code, message: '' }).id).toBe(id);
  });

  it.each(FAILURE_PHASES)('in the phase %s with a code that nobody knows has a diagnosis', (phase) => {
    expect(TROUBLES).toHaveProperty(diagnoseFailure({ phase, code: 'ENEVERSEEN', message: '' }).id);
  });
});

describe('an answer', () => {
  const rows = Object.entries(PLANTED_ANSWERS).flatMap(([id, planted = []]) =>
    planted.map((answer) => [answer, id] as const),
  );
  it.each(rows)('%o is %s', ({ text = '', headers = [], ...rest }, id) => {
    expect(diagnoseAnswer({ ...rest, headers, body: { text } })?.id).toBe(id);
  });

  it.each([200, 201, 302, 400, 401, 403, 404, 411, 500, 502, 504])('%i alone is none', (status) => {
    expect(diagnoseAnswer({ status, headers: [], body: { text: '{}' } })).toBeUndefined();
  });
});

describe('a subject', () => {
  it.each([
    ['accepted', 401, 'credentials-refused'],
    ['accepted', 403, 'permission-lacking'],
    ['accepted', 429, 'rate-limited'],
    ['accepted', 407, 'proxy-authentication'],
  ] as const)('that was to be %s and answered with %i has the trouble %s', (kind, status, id) => {
    const subject = exampleSubject({ intent: { kind, outcome: 'success' }, status });
    expect(troubleOf(subject)?.id).toBe(id);
    expect(setupTroubleOf(subject)?.id).toBe(id);
  });

  it('that got its answer has none', () => {
    expect(troubleOf(exampleSubject({ status: 200 }))).toBeUndefined();
    expect(troubleOf(exampleSubject({ status: 500 }))).toBeUndefined();
  });

  it('whose connection broke in the middle has one, and not of the setup', () => {
    const subject = exampleSubject({
      failure: { code: 'ECONNRESET', phase: 'response', message: 'read ECONNRESET' },
    });
    expect(troubleOf(subject)?.id).toBe('connection-reset');
    expect(setupTroubleOf(subject)).toBeUndefined();
  });
});
