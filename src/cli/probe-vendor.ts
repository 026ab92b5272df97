import { diagnosis, type TroubleId } from '../diagnosis/catalogue.ts';
import { diagnoseAnswer } from '../diagnosis/diagnose-answer.ts';
import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import type { Errand } from '../effects/errand.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { HealthProbe } from '../model/recipe.ts';
import { fillRequest } from '../states/fill-request.ts';
import { readAnswer } from '../states/read-answer.ts';
import { signInFor, type VendorMeans } from '../states/vendor-means.ts';
import { NOT_PERMITTED, type VendorLine } from '../targets/live/vendor-line.ts';

/** What one harmless request has shown, and what to do about it; `next` is null where nothing is wrong. */
export interface Probed {
  readonly says: string;
  readonly came: string;
  readonly next: string | null;
  /** An answer came back from whoever is at the address. */
  readonly isReached: boolean;
  /** The vendor answered as it does to those whom it knows. */
  readonly isKnown: boolean;
}

/** Sends the harmless reads of a vendor through its guard, until one does not get there. */
export async function probeVendor(line: VendorLine, means: VendorMeans): Promise<readonly Probed[]> {
  const found: Probed[] = [];
  for (const probe of probesOf(means)) {
    const probed = await send(probe, line, means);
    found.push(probed);
    if (!probed.isReached) break;
  }
  return found;
}

/** The token is read as a run would read it; whether there is one is the vendor's matter. */
function probesOf({ recipes }: VendorMeans): readonly HealthProbe[] {
  const csrf = recipes?.session.csrf;
  const { health = [] } = recipes ?? {};
  const isAsked = health.some(({ request }) => request.path === csrf?.request.path);
  if (csrf === undefined || isAsked) return health;
  const says = 'reads the token that goes with every change';
  return [...health, { says, request: csrf.request, accepts: [200], shows: {}, basis: '' }];
}

async function send(probe: HealthProbe, line: VendorLine, means: VendorMeans): Promise<Probed> {
  const { says, request } = probe;
  const filled = fillRequest(request, {}, signInFor(means, ''));
  if (filled.kind === 'lacking') {
    const next = `Give ${filled.name} in the tenant file.`;
    return { says, came: `there is no ${filled.name}`, next, isReached: false, isKnown: false };
  }
  const result = await line.client(() => errandFor(says)).send('', filled.request);
  if (result.kind === 'response') return readProbe(probe, result.response);
  const { code, message } = result.failure;
  if (code === NOT_PERMITTED) {
    const [came = message, ...next] = message.split('. ');
    return { says, came, next: next.join('. '), isReached: false, isKnown: false };
  }
  const trouble = diagnoseFailure(result.failure);
  return { says, came: trouble.says, next: trouble.next, isReached: false, isKnown: false };
}

function errandFor(says: string): Errand {
  return {
    ...{ purpose: 'health', says, effects: ['reads'], names: [] },
    ...{ operation: undefined, sending: undefined, isReading: false },
  };
}

function readProbe({ says, request, accepts, shows }: HealthProbe, response: ReceivedResponse): Probed {
  const { status } = response;
  const reached = { says, isReached: true, isKnown: false };
  const refusal = REFUSALS[status];
  const trouble = diagnoseAnswer(response) ?? (refusal && diagnosis(refusal));
  if (trouble !== undefined) return { ...reached, came: trouble.says, next: trouble.next };
  if (!accepts.includes(status))
    return {
      ...reached,
      came: `answered with status ${status}, which shows neither that the API is there nor that it is not`,
      next: 'Check that baseUrl is the address below which the documented paths lie.',
    };
  const { body } = readAnswer(response);
  const shown = Object.entries(shows).map(
    ([name, at]) => `${name}: ${JSON.stringify(valueAt(body, at) ?? null)}`,
  );
  const came = [`answered with status ${status}`, ...shown].join('; ');
  return { ...reached, came, next: null, isKnown: request.signedIn };
}

/** What an answer to a request that should be taken says of whoever asked. */
const REFUSALS: Readonly<Record<number, TroubleId>> = {
  401: 'credentials-refused',
  403: 'permission-lacking',
};
