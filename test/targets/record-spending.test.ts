import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPurse } from '../../src/effects/effects-guard.ts';
import type { Errand } from '../../src/effects/errand.ts';
import { recordSpending } from '../../src/targets/live/record-spending.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const MESSAGE: Errand = {
  ...{ purpose: 'operation', says: 'sends a text', operation: 'example.sendText', sending: 'contract' },
  ...{ effects: ['notifies-people', 'costs-money'], names: [], isReading: false },
};

test('what one part of a run has spent, the next one has no more', () => {
  const file = join(temporaryFolder(), 'spent.ndjson');
  const money = { currency: 'EUR', most: 1, prices: { 'example.sendText': 0.1 } };
  const budget = { requests: 9, messages: 5, money };
  const parts = [1, 2].map(() => {
    const purse = createPurse({ name: 'example', environment: 'sandbox', budget });
    recordSpending(purse, file);
    purse.pay(MESSAGE);
    purse.pay(MESSAGE);
    // A line that a crash has torn stands for nothing that was sent.
    appendFileSync(file, '{"requests":1,');
    return purse.left;
  });
  expect(parts).toEqual([
    { requests: 7, messages: 3, money: 0.8 },
    { requests: 5, messages: 1, money: 0.6 },
  ]);
});
