// What it costs to search an artefact for everything that must not be in it, beside the bare loop over the same texts.

import { encodedForms } from '../src/privacy/encoded-forms.ts';
import { createMasker } from '../src/privacy/masker.ts';
import { compare } from './ratio.ts';

const ROUNDS = 5;
const PEOPLE = 25;
const SIZE = 5_000_000;

const secrets = [
  'benchmark-api-key-901',
  'benchmark-user:benchmark-password',
  'benchmarkToken0000000000000000001',
];
const people = Array.from({ length: PEOPLE }, (_, at) => `person.${at + 100}@bench.test`);

export async function benchScanning(sample: string): Promise<string> {
  const masker = createMasker({
    suite: { specs: [], contracts: [] },
    secrets: secrets.map((secret) => ({ secret, shown: '[secret:bench]' })),
    people: 'real',
  });
  for (const mail of people) masker.text(mail);
  const text = sample.repeat(Math.ceil(SIZE / sample.length)).slice(0, SIZE);
  const forms = [...secrets, ...people].flatMap((one) =>
    encodedForms(one, '', false).map((form) => form.text),
  );
  return compare(
    `search of ${SIZE / 1_000_000} MB for ${forms.length} texts, and under escapes / bare indexOf`,
    ROUNDS,
    () => masker.scan('bench', text),
    () => forms.filter((form) => text.includes(form)),
  );
}
