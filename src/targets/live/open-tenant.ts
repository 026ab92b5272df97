import { createPurse, type Purse } from '../../effects/effects-guard.ts';
import type { CleanedUp } from '../../model/target.ts';
import type { OnWaiting } from '../../model/waiting.ts';
import { type CleanedThing, madeThings } from '../../states/clean-up.ts';
import { cleanUpMeans } from '../../states/finish-clean-up.ts';
import type { LedgerItem } from '../../states/ledger-items.ts';
import type { Send } from '../../states/send.ts';
import { meansOf, type VendorMeans } from '../../states/vendor-means.ts';
import type { LiveTenant } from './live-tenant.ts';
import { openVendorLine, type VendorLine } from './vendor-line.ts';

/** A tenant with a line to each of its vendors. */
export interface OpenTenant {
  readonly lines: ReadonlyMap<string, VendorLine>;
  readonly means: readonly VendorMeans[];
  readonly send: Send;
  readonly purse: Purse;
  /** From now on what the ledger says was made may be named. */
  admit(items: readonly LedgerItem[]): void;
  close(): Promise<void>;
}

/** `onWaiting` hears of whatever a line waits for. */
export function openTenant(live: LiveTenant, onWaiting: OnWaiting = () => {}): OpenTenant {
  const { tenant, secrets, recipes } = live;
  const purse = createPurse(tenant);
  const lines = new Map(
    tenant.vendors.map((vendor) => [vendor.vendor, openVendorLine(vendor, live, purse, onWaiting)] as const),
  );
  const means = tenant.vendors.map((vendor) => {
    const own = secrets.vendors.find((one) => one.vendor === vendor.vendor);
    return meansOf(vendor, own ?? { credentials: {}, stateCredentials: {} }, recipes);
  });
  const send: Send = async (request, purpose) =>
    lines.get(purpose.vendor)?.send(request, purpose) ?? {
      kind: 'held-back',
      reason: `the tenant has no vendor ${purpose.vendor}`,
    };
  return {
    lines,
    means,
    send,
    purse,
    admit: (items) => {
      for (const { vendor, value } of madeThings(items, cleanUpMeans(send, means).kinds))
        lines.get(vendor)?.guard.made([value]);
    },
    close: async () => {
      await Promise.all([...lines.values()].map((line) => line.close()));
    },
  };
}

/** What clean-up came to, as a report tells it. */
export function cleanedUp({ vendor, what, thing, ending }: CleanedThing): CleanedUp {
  const about = { vendor, thing: thing === '' ? what : thing };
  switch (ending.kind) {
    case 'removed':
      return ending.proven
        ? { ...about, ending: 'removed', note: ending.remains }
        : { ...about, ending: 'removed-unproven', note: ending.note ?? ending.remains };
    case 'absent':
      return { ...about, ending: 'removed', note: ending.why };
    case 'left':
      return {
        ...about,
        ending: 'left',
        note: ending.final ? ending.why : `${ending.why}; ${ending.byHand}`,
      };
    case 'unknown':
      return { ...about, ending: 'unknown', note: `${ending.why}; ${ending.byHand}` };
    default:
      return ending satisfies never;
  }
}
