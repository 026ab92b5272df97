import { test } from 'vitest';
import { cleaned, resumed, uncut } from './killed-rounds.ts';
import { ACQUIRE, GENESYS, OTHER_READING } from './run-stages.ts';
test('x', { timeout: 900_000 }, async () => {
  const a = await uncut(ACQUIRE); const o = await uncut(OTHER_READING);
  const rounds: [string, () => Promise<void>][] = [];
  for (let at = 0; at < 16; at += 1) rounds.push([`acq ${at}`, () => resumed(ACQUIRE, a, at)]);
  for (let at = 46; at < 56; at += 1) rounds.push([`gen ${at}`, () => cleaned(GENESYS, at)]);
  for (let at = 0; at < 17; at += 1) rounds.push([`oth ${at}`, () => resumed(OTHER_READING, o, at)]);
  const lane = async () => { for (let r = rounds.shift(); r; r = rounds.shift()) { const t = Date.now(); await r[1]().then(() => console.log(r![0], 'ok', Date.now() - t), (e) => console.log(r![0], 'FAIL', Date.now() - t, String(e).slice(0, 900))); } };
  await Promise.all([lane(), lane(), lane()]);
});
