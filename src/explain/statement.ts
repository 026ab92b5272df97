import { levelOf, type Source } from '../model/source.ts';
import type { Knowledge, Statement } from './explanation.ts';

export function statement(says: string, source: Source, { quote }: Knowledge): Statement {
  return { says, source, level: levelOf(source.strength), quote: quote(source) ?? null };
}
