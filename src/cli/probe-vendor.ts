import { diagnosis, type TroubleId } from '../diagnosis/catalogue.ts';
import { diagnoseAnswer } from '../diagnosis/diagnose-answer.ts';
import type { Errand } from '../effects/errand.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { HealthProbe } from '../model/recipe.ts';
import type { TenantVendor } from '../model/tenant.ts';
import { fillRequest } from '../states/fill-request.ts';
import { readAnswer, unmetExpectation } from '../states/read-answer.ts';
import { signInFor, type VendorMeans } from '../states/vendor-means.ts';
import type { VendorLine } from '../targets/live/vendor-line.ts';
import { probeNotifications } from './probe-notifications.ts';
import { type Probed, probedFailure, unanswered } from './probed.ts';

/**
 * Sends the harmless reads of a vendor through its guard, and subscribes to what its operations are answered over. Once
 * the way turns out to be blocked, nothing else would come through either.
 */
export async function probeVendor(
  vendor: TenantVendor,
  operations: readonly Operation[],
  line: VendorLine,
  means: VendorMeans,
): Promise<Examined> {
  const errands = [
    ...probesOf(means).map((probe) => async () => [await send(probe, line, means)]),
    ...listened(operations).map((one) => () => probeNotifications(one, vendor, line, means)),
  ];
  const probes: Probed[] = [];
  for (const errand of errands) {
    if (probes.some(({ isWayBlocked }) => isWayBlocked)) break;
    probes.push(...(await errand()));
  }
  return { probes, unasked: errands.length - probes.length };
}

/** What was found out about a vendor, and how many requests were not worth sending any more. */
export interface Examined {
  readonly probes: readonly Probed[];
  readonly unasked: number;
}

/** One operation for each channel. */
function listened(operations: readonly Operation[]): readonly Operation[] {
  const channels = new Map<string, Operation>();
  for (const operation of operations) {
    const { notifications } = operation;
    if (notifications !== undefined)
      channels.set(`${notifications.endpoint} ${notifications.channel}`, operation);
  }
  return [...channels.values()];
}

/** The token is read as a run would read it; whether there is one is the vendor's matter. */
function probesOf({ recipes }: VendorMeans): readonly HealthProbe[] {
  const csrf = recipes?.session.csrf;
  const { health = [] } = recipes ?? {};
  const isAsked = health.some(({ request }) => request.path === csrf?.request.path);
  if (csrf === undefined || isAsked) return health;
  const says = 'reads the token that goes with every change';
  return [...health, { says, request: csrf.request, accepts: [200], expects: [], shows: {}, basis: '' }];
}

async function send(probe: HealthProbe, line: VendorLine, means: VendorMeans): Promise<Probed> {
  const { says, request } = probe;
  const filled = fillRequest(request, {}, signInFor(means, ''));
  if (filled.kind === 'lacking')
    return unanswered(says, `there is no ${filled.name}`, `Give ${filled.name} in the tenant file.`);
  const result = await line.client(() => errandFor(says)).send('', filled.request);
  return result.kind === 'response' ? readProbe(probe, result.response) : probedFailure(says, result.failure);
}

function errandFor(says: string): Errand {
  return {
    ...{ purpose: 'health', says, effects: ['reads'], names: [] },
    ...{ operation: undefined, sending: undefined, isReading: false },
  };
}

function readProbe(probe: HealthProbe, response: ReceivedResponse): Probed {
  const { says, request, accepts, expects, shows } = probe;
  const { status } = response;
  const reached = { says, isReached: true, isKnown: false, isWayBlocked: false };
  const refusal = REFUSALS[status];
  const trouble = diagnoseAnswer(response) ?? (refusal && diagnosis(refusal));
  if (trouble !== undefined) return { ...reached, came: trouble.says, next: trouble.next };
  if (!accepts.includes(status))
    return {
      ...reached,
      came: `answered with status ${status}, which shows neither that the API is there nor that it is not`,
      next: 'Check that baseUrl is the address below which the documented paths lie.',
    };
  const answer = readAnswer(response);
  const shown = Object.entries(shows).map(
    ([name, at]) => `${name}: ${JSON.stringify(valueAt(answer.body, at) ?? null)}`,
  );
  const came = [`answered with status ${status}`, ...shown].join('; ');
  return { ...reached, came, next: unmetExpectation(answer, expects) ?? null, isKnown: request.signedIn };
}

/** What an answer to a request that should be taken says of whoever asked. */
const REFUSALS: Readonly<Record<number, TroubleId>> = {
  401: 'credentials-refused',
  403: 'permission-lacking',
};
