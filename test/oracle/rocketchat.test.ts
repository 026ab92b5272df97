// The document, the mock, the plan and the judges, held against what a real server is made of.
import { describe, expect, test } from 'vitest';
import { specOf } from '../fixtures/committed-suite.ts';
import { runMock } from '../mock/mock-client.ts';
import { disagreement, loadDifferences, placesOf } from './differences.ts';
import { observeBodies, plannedBodies } from './observe-bodies.ts';
import { documentedErrors, mockErrors, observeErrors } from './observe-errors.ts';
import { isDifference, type Observed } from './opinions.ts';
import { chosenBodies, derivedBodies } from './request-bodies.ts';
import { judgeServer } from './server-run.ts';
import { loadServerValidators, NOT_INSTALLED, type ServerValidators } from './server-validators.ts';

const validators = await loadServerValidators();
const listed = placesOf(loadDifferences());

test('each listed difference has one cause, and the readings and defects it names exist', () => {
  const { ambiguities, defects } = specOf('rocketchat');
  const named = loadDifferences().map(({ because }) => because);
  for (const { reading, 'document-defect': defect } of named) {
    if (reading !== undefined) expect(ambiguities.map(({ id }) => id)).toContain(reading);
    if (defect !== undefined) expect(defects.map(({ id }) => id)).toContain(defect);
  }
  const places = listed.map(({ where }) => where);
  expect(new Set(places).size).toBe(places.length);
});

test('a difference that is not listed is seen, and so is one that is listed and gone', () => {
  const one: Observed = {
    where: 'here',
    says: { document: 'fits', mock: 'accepts', server: 'must be string' },
  };
  const other: Observed = { ...one, says: { ...one.says, server: 'must be object' } };
  const line = 'here | document: fits; mock: accepts; server: must be string';
  expect(disagreement([one], [])).toEqual({ unlisted: [line], gone: [] });
  expect(disagreement([], [one])).toEqual({ unlisted: [], gone: [line] });
  expect(disagreement([one], [other]).unlisted).toEqual([line]);
  expect(disagreement([one], [one])).toEqual({ unlisted: [], gone: [] });
});

if (validators === undefined) {
  console.warn(NOT_INSTALLED);
  test.skip(NOT_INSTALLED);
} else {
  describe('a server of today', () => againstServer(validators));
}

function againstServer(server: ServerValidators): void {
  let running: ReturnType<typeof judgeServer> | undefined;
  const ran = (): ReturnType<typeof judgeServer> => {
    running ??= judgeServer(server);
    return running;
  };

  test('refuses one thing at a time, as the document words it', () => {
    expect(server.department({})).toEqual({
      kind: 'refuses',
      message: "must have required property 'department'",
    });
    expect(server.department({ department: {} })).toEqual({
      kind: 'refuses',
      message: "must have required property 'name'",
    });
  });

  test('does not change what it is asked about', () => {
    const body = {
      department: { name: 5, email: '', enabled: 'true', showOnRegistration: 1, showOnOfflineForm: 0 },
    };
    const sent = structuredClone(body);
    expect(server.department(body)).toMatchObject({
      kind: 'accepts',
      stored: { department: { name: '5', enabled: true } },
    });
    expect(body).toEqual(sent);
  });

  test('differs from document, mock and plan where that is listed, and nowhere else', async () => {
    const mock = await runMock();
    const { plan } = await ran();
    const planned = plannedBodies(plan.exchanges.flatMap((one) => (one.kind === 'planned' ? [one] : [])));
    const bodies = [...planned, ...derivedBodies(), ...chosenBodies()];
    expect(new Set(bodies.map(({ name }) => name)).size).toBe(bodies.length);
    const errors = [...documentedErrors(), ...(await mockErrors(mock))];
    const observed = [...(await observeBodies(bodies, mock, server)), ...observeErrors(errors, server)];
    expect(disagreement(observed.filter(isDifference), listed)).toEqual({ unlisted: [], gone: [] });
  });

  test('accepts nothing that is sent to be refused, and the plan says what an acceptance would leave', async () => {
    const { plan, report } = await ran();
    const probes = plan.exchanges.flatMap((one) =>
      one.kind === 'planned' && one.intent.kind === 'refused' ? [one] : [],
    );
    expect(probes.length).toBeGreaterThan(15);
    for (const { id, risk } of probes) expect(risk, id).toContain('creates something that stays');
    const accepted = (report.operations[0]?.exchanges ?? []).flatMap(({ id, result }) =>
      result.kind === 'response' && result.response.status === 200 ? [id] : [],
    );
    const ids = new Set(probes.map(({ id }) => id));
    expect(accepted.length).toBeGreaterThan(5);
    expect(accepted.filter((id) => ids.has(id))).toEqual([]);
  });

  test('is blamed for the one thing it leaves out, and for nothing it does as documented', async () => {
    const { report } = await ran();
    const findings = report.operations[0]?.cases.flatMap((one) => one.findings) ?? [];
    const said = findings.map(
      ({ check, pointer, level, blame, actual }) => `${check} ${pointer} ${actual}: ${blame}, ${level}`,
    );
    expect([...new Set(said)]).toEqual([
      'response-body-schema response.body#/department/numAgents absent: vendor, should',
    ]);
    expect(report).toMatchObject({ verdict: 'deviating', exitCode: 0 });
    expect(report.reliedOn.standing).toBe('kept');
  });

  test('leaves open only what a reading leaves open, and tells which reading it follows', async () => {
    const { report } = await ran();
    const reasons = report.operations[0]?.cases.flatMap(({ outcome, reason }) =>
      outcome === 'not-run' || outcome === 'errored' ? [reason] : [],
    );
    expect([...new Set(reasons)].toSorted()).toEqual([
      'the target may follow another reading of rocketchat.agent-id-required, which does not have this input (400)',
    ]);
    const followed = report.operations[0]?.readings.map(({ ambiguity, follows }) => [ambiguity, follows]);
    expect(Object.fromEntries(followed ?? [])).toMatchObject({
      'rocketchat.agent-id-required': 'required',
      'rocketchat.department-echo': 'whole-department',
    });
  });

  test('sends back more than the page lists', async () => {
    const { report } = await ran();
    expect(report.operations[0]?.undocumented).toEqual(
      ['_id', '_updatedAt', 'departmentEnabled', 'departmentId', 'username']
        .map((name) => `response.body#/agents/*/${name}`)
        .concat(
          ['description', 'email', 'showOnOfflineForm'].map((name) => `response.body#/department/${name}`),
        ),
    );
  });
}
