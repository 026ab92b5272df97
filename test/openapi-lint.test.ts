// The specs are sound OpenAPI, by a judge that is not ours.
import { join } from 'node:path';
import { type Config, lint, lintFromString, loadConfig } from '@redocly/openapi-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { SPECS, vendorNames } from './spec-lint/lint-input.ts';

let config: Config;

beforeAll(async () => {
  config = await loadConfig({ configPath: join(import.meta.dirname, '../redocly.yaml') });
});

describe('redocly, recommended rules', () => {
  test.each(vendorNames())('specs/%s.yaml', async (vendor) => {
    const problems = await lint({ ref: join(SPECS, `${vendor}.yaml`), config });
    expect(problems.map(describeProblem)).toEqual([]);
  });

  test('finds what is no OpenAPI', async () => {
    const source = [
      'openapi: 3.1.0',
      'info: { title: Nobody, version: "1" }',
      'paths: { /calls: { post: 1 } }',
    ];
    const problems = await lintFromString({ source: source.join('\n'), config });
    expect(problems.map(({ ruleId }) => ruleId)).toContain('struct');
  });
});

function describeProblem(problem: Awaited<ReturnType<typeof lint>>[number]): string {
  const [place] = problem.location;
  return `${problem.severity} ${problem.ruleId} at ${place?.pointer ?? '?'}: ${problem.message}`;
}
