import { BLAMES, type Blame } from '../src/model/finding.ts';
import type { Harvest } from './harvest.ts';

/** What a planted fault was taken for; `nothing` when nobody was blamed for anything. */
export const TAKEN_FOR = [...BLAMES, 'nothing'] as const;
export type TakenFor = (typeof TAKEN_FOR)[number];

/** A plant that somebody else was blamed for, or nobody. */
export interface Miss {
  readonly kind: Blame;
  readonly plant: string;
  readonly takenFor: TakenFor;
  readonly what: readonly string[];
}

export interface Confusion {
  /** Rows: what was planted; columns: how many differences it was taken for. */
  readonly table: Readonly<Record<Blame, Readonly<Record<TakenFor, number>>>>;
  readonly plants: Readonly<Record<Blame, number>>;
  readonly misses: readonly Miss[];
}

export function confusionOf(harvests: readonly Harvest[]): Confusion {
  const ofKind = (kind: Blame) => harvests.filter((one) => one.kind === kind);
  return {
    table: forEachBlame((kind) => rowOf(ofKind(kind))),
    plants: forEachBlame((kind) => ofKind(kind).length),
    misses: harvests.flatMap(missesOf),
  };
}

function forEachBlame<Value>(of: (blame: Blame) => Value): Readonly<Record<Blame, Value>> {
  return {
    vendor: of('vendor'),
    document: of('document'),
    setup: of('setup'),
    suite: of('suite'),
    undetermined: of('undetermined'),
  };
}

function rowOf(harvests: readonly Harvest[]): Readonly<Record<TakenFor, number>> {
  const count = (blame: Blame) =>
    harvests.flatMap(({ blamed }) => blamed).filter((one) => one.blame === blame).length;
  return {
    ...forEachBlame(count),
    nothing: harvests.filter(({ blamed }) => blamed.length === 0).length,
  };
}

function missesOf({ kind, name, operation, blamed }: Harvest): readonly Miss[] {
  const plant = `${name} (${operation})`;
  if (blamed.length === 0) return [{ kind, plant, takenFor: 'nothing', what: [] }];
  return BLAMES.filter((blame) => blame !== kind && blamed.some((one) => one.blame === blame)).map(
    (takenFor) => ({
      ...{ kind, plant, takenFor },
      what: blamed.filter(({ blame }) => blame === takenFor).map(({ what }) => what),
    }),
  );
}
