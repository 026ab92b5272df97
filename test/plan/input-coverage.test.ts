// Every demand on input, for every place that a document names: it is planned, or it is said why it cannot be.
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/model/interaction.ts';
import { operationOf, operations } from '../fixtures/committed-suite.ts';
import { input, plannedIn, planOf } from './example-target.ts';
import {
  type Answer,
  credentialDemands,
  type Demands,
  inputDemands,
  otherwiseSent,
} from './input-demands.ts';

/** Places that only another reading has; the row of the place they stand for says how they are sent. */
const OF_ANOTHER_READING = ['type', 'translateLangKey', 'message/caseId'];

function slugsOf(answers: readonly Answer[]): readonly string[] {
  return answers.flatMap((answer) => (typeof answer === 'string' ? [answer] : []));
}

async function intentsOf(id: string): Promise<ReadonlyMap<string, Intent>> {
  const planned = plannedIn(await planOf([id]));
  return new Map(planned.map((one) => [one.id.slice(id.length + 1), one.intent]));
}

function expectEach(
  intents: ReadonlyMap<string, Intent>,
  slugs: readonly string[],
  intent: Partial<Intent>,
): void {
  for (const slug of slugs) expect(intents.get(slug), slug).toMatchObject(intent);
}

function leftOut({ left }: Demands): readonly string[] {
  return slugsOf([left]);
}

const ids = operations.map(({ id }) => [id] as const);

describe.each(ids)('%s', (id) => {
  const rows = Object.values(inputDemands[id] ?? {});

  it('has a row for every place of its input', () => {
    const places = input
      .fields(operationOf(id))
      .map(({ at }) =>
        at
          .replace(/^(query\.|body#\/)/, '')
          .replace(/^data\//, '')
          .replace('/0/', '/'),
      )
      .filter((place) => id !== 'acquire.addChatMessage' || !OF_ANOTHER_READING.includes(place));
    const named = Object.keys(inputDemands[id] ?? {}).filter((name) => !name.includes(' '));
    expect([...new Set(places)].toSorted()).toEqual(named.toSorted());
  });

  it('is sent a request without each place: to be refused where it is needed, else to be accepted', async () => {
    const intents = await intentsOf(id);
    const isNeeded = (slug: string) => intents.get(slug)?.kind === 'refused';
    const [needed, optional] = [true, false].map((wanted) =>
      rows.flatMap(leftOut).filter((slug) => isNeeded(slug) === wanted),
    );
    expectEach(intents, needed ?? [], { kind: 'refused', cause: 'missing-field' });
    expectEach(intents, optional ?? [], { kind: 'accepted' });
    for (const { left } of rows) expect(typeof left).toBe('string');
  });

  it('is sent another type and an undocumented value wherever the document is strict', async () => {
    const intents = await intentsOf(id);
    const typed = slugsOf(rows.map(({ type }) => type));
    const closed = slugsOf(rows.map(({ value }) => value));
    expect(typed.length).toBeGreaterThan(0);
    expectEach(intents, typed, { kind: 'refused', cause: 'wrong-type' });
    expectEach(intents, closed, { kind: 'refused', cause: 'undocumented-value' });
  });

  it('is sent every documented way to fill a place', async () => {
    const intents = await intentsOf(id);
    expectEach(intents, slugsOf(rows.flatMap(({ sent }) => Object.values(sent))), { kind: 'accepted' });
  });

  it('is asked without each credential, and with a wrong one', async () => {
    const intents = await intentsOf(id);
    const demanded = credentialDemands[id] ?? [];
    expect(demanded.length).toBeGreaterThan(1);
    for (const slug of demanded)
      expect(intents.get(slug), slug).toMatchObject({
        kind: 'refused',
        cause: expect.stringMatching(/^(no|wrong)-credentials$/),
      });
  });

  it('is sent nothing that no row asks for', async () => {
    const asked = [
      ...rows.flatMap(({ left, type, value, sent }) => slugsOf([left, type, value, ...Object.values(sent)])),
      ...(credentialDemands[id] ?? []),
      ...(otherwiseSent[id] ?? []),
    ];
    expect([...(await intentsOf(id)).keys()].toSorted()).toEqual([...new Set(asked)].toSorted());
  });
});
