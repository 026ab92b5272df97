import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import schema from '../../src/load/schemas/report.schema.json' with { type: 'json' };
import { OUTCOMES } from '../../src/model/finding.ts';
import type { Json } from '../../src/model/json.ts';
import { tallyCases } from '../../src/reporters/tally.ts';
import { calmRun, emptyRun } from '../fixtures/sample-run.ts';
import {
  interruptedRun,
  observedRun,
  watchedRun,
  wholeRun,
  wronglyWaivedRun,
} from '../fixtures/sample-run-whole.ts';
import { unseenIn } from './unseen-in.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addSchema(schema);
const accepts = (pointer: string, value: Json) => ajv.getSchema(`${schema.$id}#${pointer}`)?.(value) === true;
const asWritten = (report: object): Json => JSON.parse(JSON.stringify(report));

it('the fixtures hold every property, value and alternative that a report can have', () => {
  const runs = [wholeRun, observedRun, wronglyWaivedRun, interruptedRun, watchedRun, calmRun, emptyRun].map(
    asWritten,
  );
  for (const run of runs) {
    ajv.validate(schema.$id, run);
    expect(ajv.errors).toBeNull();
  }
  expect(unseenIn(asWritten(schema), accepts, runs)).toEqual([]);
});

it('what they hold adds up', () => {
  for (const run of [wholeRun, observedRun]) {
    for (const { totals } of [run, ...run.operations])
      expect(OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0)).toBe(totals.planned);
    expect(run.totals).toEqual(tallyCases(run.operations.flatMap(({ cases }) => cases)));
  }
});

it('what is missing would be told', () => {
  const unseen = unseenIn(asWritten(schema), accepts, [asWritten(calmRun)]);
  expect(unseen).toContain('/properties/cleanUp/items/properties/ending = "left"');
  expect(unseen).toContain(' has changes');
  expect(unseen).toContain('/$defs/result/anyOf/1');
});
