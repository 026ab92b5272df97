import { expect, it } from 'vitest';
import { runMark } from '../../src/model/run-mark.ts';
import { KnownPeople } from '../../src/privacy/known-people.ts';

const SAID = 'an invitation of agents to an open case';
const people = new KnownPeople(new Set([SAID]), new Set());

it('takes nobody for a person whom the run has made up, so that its things can be found', () => {
  const mark = runMark('2026-11-21T13-50-18-live', 'a6711d49', 7);
  expect(people.meet('name', mark)).toBe(mark);
  expect(people.suspect(`made for ${mark}`)).not.toContain('made for');
});

it.each(['version: "8.5.201.00"', '{\\"version\\":\\"8.5.200.96\\"}', 'clientVersion=8.5.1.2'])(
  'takes no version for an address: %s',
  (text) => expect(people.replaceIn(text)).toBe(text),
);

it('takes an address beside a version for one', () => {
  expect(people.replaceIn('version 8.5.1.2 at 84.17.3.2')).toMatch(
    /^version 8\.5\.1\.2 at (?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/,
  );
});

it.each(['Hello Anna Schmidt', 'こんにちはアンナ', 'مرحبا'])('suspects that somebody wrote %s', (text) => {
  expect(people.suspect(text)).not.toBe(text);
  expect(people.suspect(people.suspect(text))).toBe(people.suspect(text));
});

it.each(['active', '2026-11-21T13:50:18Z', '', 'a6711d49', SAID])('suspects nobody of %j', (text) => {
  expect(people.suspect(text)).toBe(text);
});
