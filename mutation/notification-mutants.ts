import { notifications } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { bodiesAt } from './claim-carriers.ts';
import { createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';

/** Notifications that do not come, come twice, or come in another order. */
export function notificationMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const own = baseline.filter(
    ({ planned, exchange }) => planned.origin.kind === 'contract' && exchange.notifications.length > 0,
  );
  const name = /^notifications\.([A-Za-z]+)/.exec(claim.place)?.[1];
  const judged = own.find((one) => name === undefined || bodiesAt(`notifications.${name}`, one).length > 0);
  if (judged === undefined) return [];
  const kinds = judged.judgement.subject.operation.notifications?.kinds.map((kind) => kind.name) ?? [];
  const places =
    name === undefined ? kinds.map((kind) => `notifications.${kind}`) : [`notifications.${name}`];
  const rows: readonly (readonly [string, AnswerChange])[] =
    claim.kind === 'order'
      ? [['reordered', notifications((all) => all.toReversed())]]
      : [
          ['missing', notifications((all) => all.filter(({ kind }) => name !== undefined && kind !== name))],
          [
            'doubled',
            notifications((all) =>
              all.flatMap((told) => (name === undefined || told.kind === name ? [told, told] : [told])),
            ),
          ],
        ];
  return rows.map(([operator, change]) => createMutant(claim, judged, operator, change, places));
}
