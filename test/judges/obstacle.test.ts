import { describe, expect, it } from 'vitest';
import { createSubject } from '../../src/judges/create-subject.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { Intent } from '../../src/model/interaction.ts';

const VARIANT = {
  field: 'body#/name',
  source: { document: 'page', lines: [3, 3], strength: 'stated' },
} as const;

const INTENTS: Readonly<Record<string, Intent>> = {
  accepted: { kind: 'accepted', outcome: 'success' },
  'accepted, to fail later': { kind: 'accepted', outcome: 'failure' },
  'no-credentials': { kind: 'refused', cause: 'no-credentials' },
  'wrong-credentials': { kind: 'refused', cause: 'wrong-credentials' },
  'no-permission': { kind: 'refused', cause: 'no-permission' },
  'wrong-state': { kind: 'refused', cause: 'wrong-state' },
  'missing-field': { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
  'wrong-type': { kind: 'refused', cause: 'wrong-type', field: 'body#/name' },
  'undocumented-value': { kind: 'refused', cause: 'undocumented-value', field: 'query.kind' },
  'accepted as a variant': { kind: 'accepted', outcome: 'success', variant: VARIANT },
  'accepted as a variant that another reading does not have': {
    kind: 'accepted',
    outcome: 'success',
    variant: { ...VARIANT, disputed: 'vendor.aspect' },
  },
};

const MOMENT = [407, 429, 503];
const NO_ROUTE = [404, 405];

/** The answers that do not speak of what was asked: of the account, of the moment, or of another thing refused. */
const OBSTACLES: Readonly<Record<string, readonly number[]>> = {
  // A route that is not there is a broken promise of whoever documents it.
  accepted: [401, 403, ...MOMENT],
  'accepted, to fail later': [401, 403, ...MOMENT],
  // Refusing the lack of credentials is documented: no other refusal stands in for it.
  'no-credentials': MOMENT,
  'wrong-credentials': MOMENT,
  'no-permission': [401, ...NO_ROUTE, ...MOMENT],
  'wrong-state': [401, 403, ...NO_ROUTE, ...MOMENT],
  'missing-field': [401, 403, ...NO_ROUTE, ...MOMENT],
  'wrong-type': [401, 403, ...NO_ROUTE, ...MOMENT],
  'undocumented-value': [401, 403, ...NO_ROUTE, ...MOMENT],
  'accepted as a variant': [401, 403, ...MOMENT],
  // Whoever follows that reading may refuse it, in whatever way.
  'accepted as a variant that another reading does not have': [
    ...[400, 401, 403, ...NO_ROUTE, 409, 415, 422],
    ...MOMENT,
  ],
};

const STATUSES = [200, 201, 204, 307, 400, 401, 403, 404, 405, 407, 409, 415, 422, 429, 500, 502, 503, 504];

describe.each(Object.entries(INTENTS))('a request meant to be %s', (name, intent) => {
  it.each(STATUSES)('and answered with %i', (status) => {
    const { obstacle } = exampleSubject({ intent, status });
    if (OBSTACLES[name]?.includes(status) === true) expect(obstacle).toContain(`(${status})`);
    else expect(obstacle).toBeUndefined();
  });

  it('and not answered at all meets no obstacle: that is told apart', () => {
    const failure = { code: 'ECONNREFUSED', phase: 'connect', message: 'refused' } as const;
    expect(exampleSubject({ intent, failure }).obstacle).toBeUndefined();
  });
});

describe('a refusal that is documented', () => {
  it.each([403, 404, 429])('with %i is no obstacle', (status) => {
    const intent = { kind: 'refused', cause: 'missing-field', field: 'body#/name' } as const;
    const { operation, exchange } = exampleSubject({ intent, status });
    const responses = operation.responses.map((response) =>
      response.status === 401 ? { ...response, status, refuses: ['missing-field'] as const } : response,
    );
    expect(createSubject(operation, intent, exchange).obstacle).toContain(`(${status})`);
    expect(createSubject({ ...operation, responses }, intent, exchange).obstacle).toBeUndefined();
  });
});

describe('a refusal that nobody documents', () => {
  it.each(NO_ROUTE)('with %i may be of the route, not of the credentials', (status) => {
    const intent = { kind: 'refused', cause: 'no-credentials' } as const;
    const { operation, exchange } = exampleSubject({ intent, status });
    const responses = operation.responses.filter(({ refuses }) => refuses.length === 0);
    expect(createSubject({ ...operation, responses }, intent, exchange).obstacle).toContain(`(${status})`);
  });
});
