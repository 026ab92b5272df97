import type { Level } from '../../model/source.ts';

export type SarifLevel = 'error' | 'warning' | 'note';

export const sarifLevels: Readonly<Record<Level, SarifLevel>> = {
  must: 'error',
  should: 'warning',
  may: 'note',
};
