// The real command is brought to every place that can hold a secret or a person; nothing of it is told to anybody.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STAGES } from '../privacy/hostile-stages.ts';
import { everywhere, KEY, PLACES, SESSIONS, type StageName } from '../privacy/places.ts';
import { leftBy, sightings } from '../privacy/sweep.ts';
import { hasOpenssl } from './certificates.ts';

const stages = [...new Set(PLACES.map(({ stage }) => stage))].filter(
  (stage) => hasOpenssl || stage !== 'certificate',
);

function placesOf(stage: StageName) {
  return PLACES.filter((place) => place.stage === stage);
}

describe('no canary is told', () => {
  test.each(stages)('of the stage: %s', { timeout: 90_000 }, async (stage) => {
    const { folder, finished, shown, says } = await STAGES[stage]();
    const left = leftBy(finished, folder);
    expect(
      left.some(({ text }) => says.test(text)),
      JSON.stringify(finished),
    ).toBe(true);
    const places = placesOf(stage);
    const unplanted = places.flatMap(({ canaries }) =>
      canaries.filter((canary) => !everywhere(canary).some((encoded) => shown.includes(encoded))),
    );
    expect(unplanted).toEqual([]);
    expect(places.flatMap(({ canaries }) => sightings(canaries, left))).toEqual([]);
    if (stage !== 'answers') return;
    // People stand in the full evidence because that was asked for; secrets do not.
    const [run = ''] = left
      .map(({ name }) => /^(.+)\/run\.json$/.exec(name)?.[1])
      .filter((one) => one !== undefined);
    const full = {
      name: 'full evidence',
      text: readFileSync(join(folder, 'reports', run, 'evidence.full.ndjson'), 'utf8'),
    };
    expect(sightings([KEY, ...Object.values(SESSIONS)], [full])).toEqual([]);
    expect(sightings(['Canariella Vogelova'], [full])).not.toEqual([]);
  });
});
