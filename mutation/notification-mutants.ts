import type { DraftedNotification } from '../src/mock/answer.ts';
import { anotherValue, notifications } from '../src/mock/faults/changes.ts';
import type { Claim } from '../src/model/claim.ts';
import { withMember } from '../src/model/edit-json.ts';
import type { Json } from '../src/model/json.ts';
import { locate, valueAt } from '../src/model/json-pointer.ts';
import type { NotificationKind, NotificationOutcome, NotificationProtocol } from '../src/model/operation.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { type Contradiction, createMutant } from './create-mutant.ts';
import { TOO_LATE_MS } from './deadline.ts';
import type { Mutant } from './mutant.ts';

/** One kind of notification does not come, comes twice, late, under another label, or about another call. */
export function kindMutants(claim: Claim, kind: NotificationKind, carrier: Judged): readonly Mutant[] {
  const places = [`notifications.${kind.name}`];
  const isOfKind = ({ kind: name }: DraftedNotification): boolean => name === kind.name;
  const changed = (operator: string, change: (told: DraftedNotification) => Told): Contradiction => ({
    operator,
    places,
    change: notifications((all) => all.flatMap((told) => (isOfKind(told) ? change(told) : [told]))),
  });
  const others = protocolOf(carrier)?.kinds.filter(({ name }) => name !== kind.name) ?? [];
  return [
    changed('missing', () => []),
    changed('doubled', (told) => [told, told]),
    changed('late', (told) => [{ ...told, afterMs: TOO_LATE_MS }]),
    changed('about-another-call', (told) => [{ ...told, data: ofAnotherCall(told.data, kind) }]),
    changed('without-label', (told) => [{ ...told, data: relabelled(told.data, kind, () => undefined) }]),
    changed('unknown-label', (told) => [{ ...told, data: relabelled(told.data, kind, () => 'Unheard') }]),
    ...others.map((other) =>
      changed(`labelled-as-${other.name}`, (told) => [{ ...told, data: labelled(told.data, other) }]),
    ),
  ].map((contradiction) => createMutant(claim, [carrier], contradiction));
}

type Told = readonly DraftedNotification[];

/** What an outcome promises does not come at all, comes twice or late, or the opposite is told as well. */
export function outcomeMutants(
  claim: Claim,
  { expects }: NotificationOutcome,
  carrier: Judged,
): readonly Mutant[] {
  const places = expects.map((name) => `notifications.${name}`);
  const opposite = protocolOf(carrier)?.kinds.find(({ name }) => !expects.includes(name));
  const contradictions: readonly Contradiction[] = [
    { operator: 'none', places, change: notifications(() => []) },
    { operator: 'all-doubled', places, change: notifications((all) => all.flatMap((one) => [one, one])) },
    {
      operator: 'all-late',
      places,
      change: notifications((all) =>
        all.map((told, index) => (index === 0 ? { ...told, afterMs: TOO_LATE_MS } : told)),
      ),
    },
    ...(opposite === undefined
      ? []
      : [
          {
            operator: 'opposite-as-well',
            places: [`notifications.${opposite.name}`],
            change: notifications((all) => [...all, ...all.slice(0, 1).map((one) => asKind(one, opposite))]),
          },
        ]),
  ];
  return contradictions.map((one) => createMutant(claim, [carrier], one));
}

export function orderMutants(
  claim: Claim,
  { expects }: NotificationOutcome,
  carrier: Judged,
): readonly Mutant[] {
  const places = expects.map((name) => `notifications.${name}`);
  const change = notifications((all) => all.toReversed());
  return [createMutant(claim, [carrier], { operator: 'reordered', places, change, mustTell: 'claim' })];
}

function protocolOf({ judgement }: Judged): NotificationProtocol | undefined {
  return judgement.subject.operation.notifications;
}

function ofAnotherCall(data: Json, { correlations }: NotificationKind): Json {
  return correlations
    .flatMap(({ at }) => locate(data, at))
    .reduce((next, { pointer, value }) => withMember(next, pointer, anotherValue(value)), data);
}

function relabelled(
  data: Json,
  { matches }: NotificationKind,
  change: (label: string) => Json | undefined,
): Json {
  return matches.reduce((next, { at, equals }) => withMember(next, at, change(equals)), data);
}

function labelled(data: Json, { matches }: NotificationKind): Json {
  return matches.reduce((next, { at, equals }) => withMember(next, at, equals), data);
}

/** The same news under the label of another kind; where that kind names its call elsewhere, the name is put there. */
function asKind(told: DraftedNotification, kind: NotificationKind): DraftedNotification {
  const missing = kind.correlations.filter(
    ({ at, identifies }) => identifies && valueAt(told.data, at) === undefined,
  );
  return missing.length > 0 ? told : { ...told, kind: kind.name, data: labelled(told.data, kind) };
}
