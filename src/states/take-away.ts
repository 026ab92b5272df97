import type { Json } from '../model/json.ts';
import type { Proof, Undo } from '../model/recipe.ts';
import { fillRequest } from './fill-request.ts';
import type { Site } from './find-lost.ts';
import type { LedgerItem } from './ledger-items.ts';
import type { Ending } from './ledger-line.ts';
import { namedThings } from './perform-step.ts';
import { hasSign, readAnswer, sayStatus, unmetExpectation } from './read-answer.ts';
import type { Purpose } from './send.ts';

/** Undoes one thing and proves it; where the vendor refuses, what else there is is tried. */
export async function takeAway(item: LedgerItem, undo: Undo, site: Site): Promise<Ending> {
  const tried = await attempt(item, undo, site);
  site.ledger.tried(item.number, undo.says, tried.why ?? 'done');
  if (tried.kind === 'held-back') return left(item, tried.why);
  if (tried.kind === 'missing' && item.outcome === 'unknown') return { kind: 'absent', why: tried.why };
  if (tried.kind === 'missing') return removed(undo, true, tried.why);
  const proof = await prove(item, undo.proof, site);
  const isDone = tried.kind === 'done';
  if (proof.kind === 'gone')
    return removed(undo, true, isDone ? null : `${tried.why}, yet it is gone: it had ended before`);
  if (isDone)
    return proof.kind === 'unproven'
      ? removed(undo, false, proof.why)
      : left(item, `${item.vendor} reported it done, and it is still there`);
  if (tried.kind === 'refused' && undo.otherwise !== undefined) return takeAway(item, undo.otherwise, site);
  return left(item, tried.why);
}

/** The thing with its ids and the text that it carries. */
export function describeThing({
  what,
  values,
  marker,
}: Pick<LedgerItem, 'what' | 'values' | 'marker'>): string {
  const told = Object.entries(values).map(
    ([name, value]: readonly [string, Json]) => `${name} ${String(value)}`,
  );
  return `${what} (${[...told, `made for ${marker}`].join(', ')})`;
}

type Attempt =
  | { readonly kind: 'done'; readonly why: undefined }
  | { readonly kind: 'missing' | 'refused' | 'failed' | 'held-back'; readonly why: string };

async function attempt(item: LedgerItem, undo: Undo, site: Site): Promise<Attempt> {
  const filled = fillRequest(undo.request, item.values, site.signIn);
  if (filled.kind === 'lacking') return { kind: 'failed', why: `there is no ${filled.name}` };
  const purpose: Purpose = {
    ...{ kind: 'clean-up', vendor: item.vendor, what: item.what },
    ...{ says: undo.says, effects: undo.effects },
    names: namedThings(undo.request, item.values, site.kinds),
  };
  const result = await site.send(filled.request, purpose);
  if (result.kind === 'held-back') return { kind: 'held-back', why: result.reason };
  if (result.kind === 'failure') return { kind: 'failed', why: result.failure.message };
  const answer = readAnswer(result.response);
  if (undo.missing.some((sign) => hasSign(answer, sign)))
    return { kind: 'missing', why: `${item.vendor} says that there is none` };
  if (!undo.accepts.includes(answer.status))
    return { kind: 'refused', why: `${item.vendor} answered with ${sayStatus(result.response)}` };
  const unmet = unmetExpectation(answer, undo.expects);
  return unmet === undefined ? { kind: 'done', why: undefined } : { kind: 'refused', why: unmet };
}

type Proven =
  | { readonly kind: 'gone' }
  | { readonly kind: 'there' }
  | { readonly kind: 'unproven'; readonly why: string };

async function prove(item: LedgerItem, proof: Proof | undefined, site: Site): Promise<Proven> {
  if (proof === undefined) return { kind: 'unproven', why: 'the vendor offers no read that would show it' };
  const filled = fillRequest(proof.request, item.values, site.signIn);
  if (filled.kind === 'lacking') return { kind: 'unproven', why: `there is no ${filled.name}` };
  const result = await site.send(filled.request, {
    ...{ kind: 'proof', vendor: item.vendor, what: item.what, effects: ['reads'] },
    says: `looks whether the ${item.what} is gone`,
    names: namedThings(proof.request, item.values, site.kinds),
  });
  if (result.kind === 'held-back') return { kind: 'unproven', why: result.reason };
  if (result.kind === 'failure') return { kind: 'unproven', why: result.failure.message };
  const answer = readAnswer(result.response);
  if (proof.gone.some((sign) => hasSign(answer, sign))) return { kind: 'gone' };
  const isReadable = answer.status === 200 && answer.body !== undefined;
  return isReadable
    ? { kind: 'there' }
    : { kind: 'unproven', why: `the read that would show it was answered with status ${answer.status}` };
}

function removed({ says, remains }: Undo, proven: boolean, note: string | null): Ending {
  return { kind: 'removed', says, proven, note, remains: remains ?? null };
}

function left(item: LedgerItem, why: string): Ending {
  const byHand = `look for ${describeThing(item)} at ${item.vendor}, and undo it by hand`;
  return { kind: 'left', why, byHand, final: false };
}
