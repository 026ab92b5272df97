import { expect, test } from 'vitest';
import { historyOf, keepInHistory } from '../../src/cli/history-file.ts';
import type { HistoryEntry } from '../../src/model/history.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const entry = (milliseconds: string, verdict: HistoryEntry['verdict']): HistoryEntry => ({
  ...{ version: 1, run: '2026-01-01T00-00-00-mock', startedAt: `2026-01-01T00:00:00.${milliseconds}Z` },
  ...{ target: 'mock', tool: '0.1.0', verdict, operations: [] },
});

test('runs that began in one second are two, and the same run told again is one', () => {
  const folder = temporaryFolder();
  for (const one of [entry('200', 'nonconformant'), entry('100', 'conformant'), entry('200', 'unproven')])
    keepInHistory(folder, one);
  expect(historyOf(folder, 'mock')).toEqual([entry('100', 'conformant'), entry('200', 'unproven')]);
});
