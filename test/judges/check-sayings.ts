// What a check says of an exchange of the operation of the examples, word for word. It shows its echoes, agreements,
// orders, signs and notifications (line 1), and states its answers, its outcomes and that it needs credentials (line 2).
import { checks } from '../../src/generated/checks.ts';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import type { Check } from '../../src/model/check.ts';
import type { Level } from '../../src/model/source.ts';

const all: readonly Check[] = checks;

function checkOf(id: string): Check {
  const check = all.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
}

export type Said = readonly [
  pointer: string,
  expected: string,
  actual: string,
  level: Level,
  strength: string,
  line: number,
];

export function sayings(id: string, parts: ExampleParts): readonly Said[] {
  return checkOf(id)
    .evaluate(exampleSubject(parts))
    .map(({ pointer, expected, actual, level, source }) => [
      ...([pointer, expected, actual, level] as const),
      ...([source.strength, source.lines[0]] as const),
    ]);
}
