import type { ReportedExchange } from '../../model/report.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { type FindingPart, readFindingPointer } from '../finding-place.ts';
import { jsonLines } from '../json-lines.ts';

/** A finding, tied to the part of one exchange it speaks of. */
export interface Mark {
  readonly part: FindingPart;
  readonly group: FindingGroup;
}

export function marksOf(exchange: ReportedExchange, groups: readonly FindingGroup[]): readonly Mark[] {
  return groups.flatMap((group) =>
    group.places
      .filter((place) => place.exchange === exchange.id)
      .map((place) => ({ part: readFindingPointer(place.pointer), group })),
  );
}

/** Marks inside one JSON text, with the pointer each of them means. */
export interface PointerMark {
  readonly pointer: string;
  readonly group: FindingGroup;
}

export function bodyMarks(marks: readonly Mark[], of: 'request' | 'response'): readonly PointerMark[] {
  return marks.flatMap(({ part, group }) =>
    part.kind === 'body' && part.of === of ? [{ pointer: part.pointer, group }] : [],
  );
}

export function headerMarks(
  marks: readonly Mark[],
  of: 'request' | 'response',
  name: string,
): readonly Mark[] {
  return marks.filter(
    ({ part }) => part.kind === 'header' && part.of === of && part.name === name.toLowerCase(),
  );
}

/**
 * A report does not say which message is of which kind, so a mark is set only where a single message has the
 * place; the card names it in any case.
 */
export function notificationMarks(
  exchange: ReportedExchange,
  marks: readonly Mark[],
  index: number,
): readonly PointerMark[] {
  const pointers = exchange.notifications.map(({ data }) => pointersOf(JSON.stringify(data)));
  return marks.flatMap(({ part, group }) => {
    if (part.kind !== 'notification' || part.pointer === '') return [];
    const having = pointers.filter((each) => each.has(part.pointer));
    const isHere = having.length === 1 && pointers[index]?.has(part.pointer) === true;
    return isHere ? [{ pointer: part.pointer, group }] : [];
  });
}

function pointersOf(text: string): ReadonlySet<string | undefined> {
  return new Set((jsonLines(text) ?? []).map((line) => line.pointer));
}
