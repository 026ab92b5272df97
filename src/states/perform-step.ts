import type { TransportFailure } from '../model/exchange.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { Capture, RecipeRequest, RecipeStep } from '../model/recipe.ts';
import { namesOfRequest, namesOfSearch, namesOfUndo } from '../model/recipe-names.ts';
import { captureValues } from './capture-values.ts';
import { fillRequest, type Values } from './fill-request.ts';
import type { Ledger } from './ledger.ts';
import type { Intended } from './ledger-line.ts';
import { hasSign, readAnswer, sayStatus, unmetExpectation } from './read-answer.ts';
import type { NamedThing, Purpose, Send, SendResult } from './send.ts';

export type Performed =
  | { readonly kind: 'done'; readonly values: Values }
  | { readonly kind: 'impossible'; readonly reason: string };

export interface Stage {
  readonly vendor: string;
  readonly signsInAs: string;
  readonly signIn: Readonly<Record<string, string>>;
  /** Kind of thing that each value names. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly values: Values;
  readonly marker: string;
  /** Was this value made by this run? */
  readonly isMade: (value: Json) => boolean;
  readonly ledger: Ledger;
  readonly send: Send;
  /** Milliseconds to wait before asking again. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Sends the request of a step, with what it is to make in the ledger before. */
export async function performStep(step: RecipeStep, stage: Stage): Promise<Performed> {
  const filled = fillRequest(step.request, stage.values, stage.signIn);
  if (filled.kind === 'lacking') return impossible(step, `there is no ${filled.name}`);
  const foreign = step.alters.find((name) => !stage.isMade(stage.values[name] ?? null));
  if (foreign !== undefined)
    return impossible(step, `it would change a ${step.what} that this run has not made`);
  const item = leavesSomething(step) ? stage.ledger.intend(intentionOf(step, stage)) : undefined;
  const result = await sendPatiently(step, filled.request, stage);
  const ending = judgeMaking(step, result, stage.values);
  if (item !== undefined) writeDown(stage.ledger, item, ending);
  if (ending.kind === 'made') return { kind: 'done', values: ending.values };
  return impossible(step, ending.why);
}

/** What came of a request that was to make something; lost is what may or may not be there. */
export type Making =
  | { readonly kind: 'made'; readonly values: Values }
  | { readonly kind: 'not-made' | 'lost'; readonly why: string };

/** In these phases not a byte of the request is out. */
const BEFORE_SENDING: readonly TransportFailure['phase'][] = ['pace', 'connect', 'proxy', 'tls'];

export function judgeMaking(
  {
    accepts,
    expects,
    captures,
  }: Pick<RecipeStep, 'accepts' | 'expects'> & { readonly captures: readonly Capture[] },
  result: SendResult,
  given: Values,
): Making {
  if (result.kind === 'held-back') return { kind: 'not-made', why: result.reason };
  if (result.kind === 'failure') {
    const { phase, message } = result.failure;
    return { kind: BEFORE_SENDING.includes(phase) ? 'not-made' : 'lost', why: message };
  }
  const answer = readAnswer(result.response);
  if (!accepts.includes(answer.status)) {
    const isRefusal = answer.status < 500 && answer.status !== 408;
    return { kind: isRefusal ? 'not-made' : 'lost', why: `the answer has ${sayStatus(result.response)}` };
  }
  const unmet = unmetExpectation(answer, expects);
  if (unmet !== undefined) return { kind: 'not-made', why: unmet };
  const captured = captureValues(captures, answer.body, given);
  return captured.kind === 'captured'
    ? { kind: 'made', values: captured.values }
    : { kind: 'lost', why: `the answer has ${captured.says}` };
}

export function writeDown(ledger: Ledger, item: number, making: Making): void {
  if (making.kind === 'made') ledger.made(item, making.values);
  else if (making.kind === 'not-made') ledger.notMade(item, making.why);
}

function leavesSomething({ undo, remains }: RecipeStep): boolean {
  return undo !== undefined || remains !== undefined;
}

function intentionOf(
  { says, what, undo, search, captures, remains }: RecipeStep,
  { vendor, signsInAs, marker, values }: Stage,
): Intended {
  return {
    ...{ vendor, signsInAs, says, what, marker },
    values: knownBefore({ undo, search, captures }, values),
    undo: undo ?? null,
    search: search ?? null,
    stays: remains ?? null,
  };
}

/**
 * The values that undo and search need and that are known before: what the answer is to tell is not, though an
 * earlier thing may have had a value of the same name.
 */
export function knownBefore({ undo, search, captures }: Undoable, values: Values): Values {
  const awaited = captures.map(({ name }) => name);
  const names = [
    ...(undo === undefined ? [] : namesOfUndo(undo)),
    ...(search === undefined ? [] : namesOfSearch(search)),
  ].filter((name) => !awaited.includes(name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

type Undoable = Pick<RecipeStep, 'undo' | 'search' | 'captures'>;

/** Asks again while the vendor says that it is not ready yet, which means that nothing has happened. */
async function sendPatiently(step: RecipeStep, request: OutgoingRequest, stage: Stage): Promise<SendResult> {
  const { patience } = step;
  let result = await sendFor(step, request, stage);
  for (let tries = 1; patience !== undefined && tries < patience.tries; tries += 1) {
    if (result.kind !== 'response') break;
    const answer = readAnswer(result.response);
    if (!patience.notYet.some((sign) => hasSign(answer, sign))) break;
    await stage.pause(patience.everySeconds * 1000);
    result = await sendFor(step, request, stage);
  }
  return result;
}

function sendFor(step: RecipeStep, request: OutgoingRequest, stage: Stage): Promise<SendResult> {
  const { says, effects, what } = step;
  const purpose: Purpose = {
    ...{ kind: 'state', vendor: stage.vendor, says, effects, what },
    names: namedThings(step.request, stage.values, stage.kinds),
  };
  return stage.send(request, purpose);
}

/** Whom and what a request names, by the kind of its values. */
export function namedThings(
  request: RecipeRequest,
  values: Values,
  kinds: Readonly<Record<string, string>>,
): readonly NamedThing[] {
  return namesOfRequest(request).flatMap((name) => {
    const kind = kinds[name];
    const value = values[name];
    if (kind === undefined || value === undefined) return [];
    return (isJsonArray(value) ? value : [value]).map((member) => ({ kind, value: member }));
  });
}

function impossible({ says }: RecipeStep, why: string): Performed {
  return { kind: 'impossible', reason: `what ${says} did not come about: ${why}` };
}
