import { problem } from '../src/mock/faults/changes.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Intent } from '../src/model/interaction.ts';
import type { Json } from '../src/model/json.ts';
import type { Judged } from '../src/run/run-suite.ts';
import type { Baseline, ShownClaim } from './baseline.ts';
import { createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';

/** What must be refused is not: it gets an empty success, or the answer to a good request. */
export function unrefusedMutants(
  claim: Claim,
  carrier: Judged,
  baseline: Baseline,
  mustTell: Mutant['mustTell'] = 'claim',
): readonly Mutant[] {
  const { intent } = carrier.planned;
  if (intent.kind !== 'refused') return [];
  const places = ['response.status'];
  const taken = takenBody(baseline);
  const answered = [
    { operator: 'not-refused', change: problem(200, {}), places, mustTell },
    ...(taken === undefined
      ? []
      : [{ operator: 'answered-as-taken', change: problem(200, taken), places, mustTell }]),
  ];
  return answered.map((one) => createMutant(claim, [carrier], one));
}

/** Body of the first answer to a request that was to be taken. */
function takenBody({ judged }: Baseline): Json | undefined {
  const taken = judged.find(({ planned: { intent } }) => intent.kind === 'accepted');
  const body = taken?.judgement.subject.body;
  return body?.kind === 'json' ? body.value : undefined;
}

/** Refusals that no claim of their own is confirmed by: those of values that do not fit, or of wrong credentials. */
export function otherRefusals(baseline: Baseline, covered: readonly Mutant[]): readonly Mutant[] {
  const known = new Set(
    covered.filter(({ operator }) => operator === 'not-refused').flatMap(({ exchanges }) => exchanges),
  );
  return baseline.judged.flatMap((judged) => {
    const { id, intent } = judged.planned;
    if (intent.kind !== 'refused' || known.has(id)) return [];
    const nearest = claimAbout(intent, baseline.claims);
    if (nearest === undefined) return [];
    const slug = id.slice(id.indexOf('/') + 1);
    return unrefusedMutants(nearest, judged, baseline, 'place').map((mutant) => ({
      ...mutant,
      id: `${mutant.id}(${slug})`,
    }));
  });
}

/** What is said of the input that is to be refused; of credentials, that they are required. */
function claimAbout(
  intent: Extract<Intent, { kind: 'refused' }>,
  claims: readonly ShownClaim[],
): Claim | undefined {
  const all = claims.map(({ testable }) => testable);
  const found =
    'field' in intent
      ? all.find(({ claim }) => claim.place === `request.${intent.field}`)
      : (all.find(({ basis }) => basis.kind === 'status' && basis.cause === intent.cause) ??
        all.find(({ basis }) => basis.kind === 'required-parameter' && basis.credentials !== undefined));
  return found?.claim;
}
