import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FilePlace } from '../../src/model/file-place.ts';
import type { Case, Finding } from '../../src/model/finding.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { locateFindings, specPointerOf } from '../../src/run/locate-findings.ts';
import { suite } from '../fixtures/committed-suite.ts';

/** What stands at a place, from there to the end of the line. */
function textAt({ file, line, column }: FilePlace): string {
  const lines = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split('\n');
  return lines[line - 1]?.slice(column - 1) ?? '';
}

test('every operation is found at its method in its spec', () => {
  for (const spec of suite.specs)
    for (const operation of spec.operations) {
      const place = spec.placeOf(specPointerOf(operation));
      expect(place.file).toBe(`specs/${spec.vendor}.yaml`);
      expect(textAt(place)).toBe(`${operation.method.toLowerCase()}:`);
    }
});

test('every schema node that a finding may name is found at its key', () => {
  for (const spec of suite.specs)
    for (const { pointer } of spec.citations.values()) {
      const key = pointer.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';
      // A member of a list has no key; it stands where it begins.
      if (pointer !== '' && !/^\d+$/u.test(key)) expect(textAt(spec.placeOf(pointer))).toContain(key);
    }
});

test('what is not written in the spec stands where its parent does', () => {
  const [spec] = suite.specs;
  expect(spec?.placeOf('/info/title/not-there')).toEqual(spec?.placeOf('/info/title'));
});

test('every interaction is found at its words in its pact file', () => {
  for (const { interactions } of suite.contracts)
    for (const { location, description } of interactions) {
      expect(location?.file).toMatch(/^contracts\/pacts\/[\w-]+\.json$/u);
      expect(location && textAt(location)).toBe(`"description": ${JSON.stringify(description)},`);
    }
});

test('a finding of a contract is located in the pact, any other in the spec, and one without a place nowhere', () => {
  const [contract] = suite.contracts;
  const [interaction] = contract?.interactions ?? [];
  const spec = suite.specs.find(({ vendor }) => vendor === contract?.vendor);
  if (contract === undefined || interaction === undefined || spec === undefined)
    throw new Error('no contract');
  const { consumer, operation } = contract;
  const slot = {
    ...{ id: 'one', vendor: spec.vendor, operation, title: '', intent: interaction.intent, kind: 'planned' },
    origin: { kind: 'contract', consumer, interaction: interaction.id },
  } as unknown as PlannedExchange;
  const locate = (judge: Case['judge'], specPointer: string | null) => {
    const finding = { specPointer } as Finding;
    const one = { judge, exchange: 'one', findings: [finding] } as unknown as Case;
    return locateFindings([one], { suite, spec, slots: [slot] })[0]?.findings[0]?.location;
  };
  expect(locate('contract', '/info/title')).toEqual(interaction.location);
  expect(locate('schema', '/info/title')).toEqual(spec.placeOf('/info/title'));
  expect(locate('checks', null)).toBeUndefined();
});
