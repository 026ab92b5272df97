import { Ajv2020 } from 'ajv/dist/2020.js';
import { SCHEMA_AS_GIVEN } from '../../model/schema-as-given.ts';

/** One difference Pact found. */
export interface Mismatch {
  readonly type: string;
  /** JSON path into the body, for body mismatches. */
  readonly path: string | undefined;
  /** Header or metadata name. */
  readonly key: string | undefined;
  readonly expected: string;
  readonly actual: string;
  readonly text: string;
}

export type Verification =
  | { readonly kind: 'matched' }
  | { readonly kind: 'mismatched'; readonly mismatches: readonly Mismatch[] }
  /** Nothing was verified: neither a pass nor a failure of the vendor's. */
  | { readonly kind: 'unverified'; readonly reason: string };

interface VerifierResult {
  readonly result: boolean;
  readonly interactionResults?: readonly { readonly result: string }[];
  readonly errors?: readonly VerifierError[];
  /** What a pending interaction fails on: the whole is still called a success. */
  readonly pendingErrors?: readonly VerifierError[];
}

interface VerifierError {
  readonly interaction: string;
  readonly mismatch: VerifierMismatch;
}

interface VerifierMismatch {
  readonly type: string;
  readonly message?: string;
  readonly mismatches?: readonly Readonly<Record<string, unknown>>[];
}

const ERRORS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['interaction', 'mismatch'],
    properties: {
      interaction: { type: 'string' },
      mismatch: {
        type: 'object',
        required: ['type'],
        properties: {
          type: { type: 'string' },
          message: { type: 'string' },
          mismatches: { type: 'array', items: { type: 'object' } },
        },
      },
    },
  },
} as const;

const SCHEMA = {
  type: 'object',
  required: ['result'],
  properties: {
    result: { type: 'boolean' },
    interactionResults: {
      type: 'array',
      items: { type: 'object', required: ['result'], properties: { result: { type: 'string' } } },
    },
    errors: ERRORS,
    pendingErrors: ERRORS,
  },
} as const;

const isResult = new Ajv2020({ ...SCHEMA_AS_GIVEN, strict: true }).compile<VerifierResult>(SCHEMA);

/** Reads the verifier's result document. A result about no interaction, or about several, is no result. */
export function readVerification(json: string): Verification {
  const document: unknown = JSON.parse(json);
  if (!isResult(document)) return { kind: 'unverified', reason: 'Pact gave a result of an unknown shape' };
  const [first, ...others] = document.interactionResults ?? [];
  const errors = [...(document.errors ?? []), ...(document.pendingErrors ?? [])];
  const trouble = errors.find(({ mismatch }) => mismatch.mismatches === undefined);
  if (trouble !== undefined)
    return { kind: 'unverified', reason: `Pact: ${trouble.mismatch.message ?? trouble.interaction}` };
  if (first === undefined || others.length > 0) {
    const count = document.interactionResults?.length ?? 0;
    return { kind: 'unverified', reason: `Pact verified ${count} interactions instead of one` };
  }
  const mismatches = errors.flatMap(({ mismatch }) => mismatch.mismatches ?? []).map(mismatchOf);
  const isMatched = first.result === 'OK';
  if (isMatched !== (mismatches.length === 0) || (isMatched && !document.result))
    return { kind: 'unverified', reason: 'Pact contradicts itself' };
  return isMatched ? { kind: 'matched' } : { kind: 'mismatched', mismatches };
}

function mismatchOf(raw: Readonly<Record<string, unknown>>): Mismatch {
  return {
    type: text(raw['type']) ?? 'Mismatch',
    path: text(raw['path']),
    key: text(raw['key']),
    expected: text(raw['expected']) ?? '',
    actual: text(raw['actual']) ?? '',
    text: text(raw['mismatch']) ?? '',
  };
}

function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
