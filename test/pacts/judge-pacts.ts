// The whole flow in one process, with pact files of others beside our contracts, on the embedded vendors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/generated/checks.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Json } from '../../src/model/json.ts';
import type { Report } from '../../src/model/report.ts';
import { readPact } from '../../src/pacts/read-pact.ts';
import { loadStateMapping, type StateMapping } from '../../src/pacts/state-mapping.ts';
import { type OwnPacts, tiePacts } from '../../src/pacts/tie-pacts.ts';
import { conductRun } from '../../src/run/conduct-run.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { suite } from '../fixtures/committed-suite.ts';

export const FOLDER = join(import.meta.dirname, '../fixtures/pacts');

export function fixture(name: string): Json {
  const pact: Json = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  return pact;
}

export function tied(
  names: readonly string[],
  mapping: StateMapping = loadStateMapping(join(FOLDER, 'states.yaml')),
): OwnPacts {
  const pacts = names.map((name) => readPact(name, fixture(name)));
  return tiePacts(pacts, suite, { providers: {}, mapping });
}

const header = {
  tool: { name: 'livechat-conformance', version: 'test' },
  run: { id: 'pacts', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false },
  gate: 'must',
} as const;

/** Judges the operations on the mock with these faults. */
export async function judgeWith(
  own: OwnPacts,
  operations: readonly string[],
  faults: readonly string[],
  matcher: PactMatcher,
): Promise<Report> {
  const whole = { ...suite, contracts: [...suite.contracts, ...own.contracts] };
  const chosen = suite.specs.flatMap((spec) => spec.operations).filter(({ id }) => operations.includes(id));
  // Nothing of what is planted keeps an answer back: this is for a busy machine alone.
  const timeoutMs = 10_000;
  const target = await mockTarget.open({ specs: suite.specs, timeoutMs, faults, readings: {} });
  try {
    return await conductRun({
      suite: whole,
      operations: chosen,
      checks,
      target,
      matcher,
      header: () => header,
    });
  } finally {
    await target.close();
  }
}
