// The ledger has to name what is cleaned up; no secret is among that, and nobody in what is told of the way there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMasker } from '../../src/privacy/masker.ts';
import { Ledger } from '../../src/states/ledger.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { KEY, strangerAt } from './places.ts';
import { sightings } from './sweep.ts';

test('a ledger keeps ids as they are, tells no secret, and names nobody', () => {
  const masker = createMasker({ suite, secrets: [{ secret: KEY, shown: '[secret:key]' }], people: 'real' });
  const file = join(temporaryFolder(), 'ledger.ndjson');
  const ledger = Ledger.open(file, { run: 'r1', tenant: 'hostile' }, masker);
  const [mail, phone] = strangerAt('ledger');
  const told = `closed by ${mail} ${phone} ${KEY}`;
  ledger.tried(1, 'deletes it', told);
  ledger.notMade(1, told);
  ledger.end(1, { kind: 'left', why: told, byHand: told, final: true });
  ledger.made(1, { caseId: 1684, address: 'desk@victim.test' });
  expect(() => ledger.made(1, { caseId: KEY })).toThrow(/ledger\.ndjson was not written: a secret/);
  ledger.close();
  const text = readFileSync(file, 'utf8');
  expect(sightings([KEY, mail, phone], [{ name: 'ledger', text }])).toEqual([]);
  expect(text).toContain('"values":{"caseId":1684,"address":"desk@victim.test"}');
});
