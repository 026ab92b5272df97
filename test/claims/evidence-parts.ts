// Exchanges as the documents show them, judged, and changed by a test in the one thing it is about.
import type { ClaimEvidence } from '../../src/claims/claim-evidence.ts';
import { listClaims } from '../../src/claims/list-claims.ts';
import { weighClaims } from '../../src/claims/weigh-claims.ts';
import { checks } from '../../src/generated/checks.ts';
import { createSubject } from '../../src/judges/create-subject.ts';
import { judgeByChecks } from '../../src/judges/judge-by-checks.ts';
import { judgeBySchema } from '../../src/judges/judge-by-schema.ts';
import type { ClaimLedger, WeighedClaim } from '../../src/model/claim.ts';
import { withMember } from '../../src/model/edit-json.ts';
import type { Exchange, Pair } from '../../src/model/exchange.ts';
import type { Intent } from '../../src/model/interaction.ts';
import type { Json } from '../../src/model/json.ts';
import { closeCases } from '../../src/verdict/close-cases.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { documentedCalls } from './documented-calls.ts';

export const ACCEPTED: Intent = { kind: 'accepted', outcome: 'success' };

export interface CallParts {
  readonly id?: string;
  readonly intent?: Intent;
  readonly status?: number;
  readonly contentType?: string;
  readonly headers?: readonly Pair[];
  readonly query?: readonly Pair[];
  readonly request?: Json;
  /** Members of the documented request changed; undefined takes one away. */
  readonly requestEdits?: Readonly<Record<string, Json | undefined>>;
  readonly answer?: Json;
  readonly answerText?: string;
  /** The same for the answer. */
  readonly answerEdits?: Readonly<Record<string, Json | undefined>>;
  readonly notifications?: readonly Json[];
}

/** The documented call of an operation with these parts changed, under every judge but the contracts. */
export function judgedCall(operation: string, parts: CallParts = {}): ClaimEvidence {
  const spec = specOf(operation.split('.')[0] ?? '');
  const documented = operationOf(operation);
  const exchange = exchangeOf(operation, parts);
  const subject = createSubject(documented, parts.intent ?? ACCEPTED, exchange);
  const drafts = [...judgeBySchema(subject, spec), ...judgeByChecks(subject, checks)];
  return { kind: 'judged', subject, cases: closeCases(exchange.id, subject, drafts, []) };
}

function exchangeOf(operation: string, parts: CallParts): Exchange {
  const call = documentedCalls[operation];
  if (call === undefined) throw new Error(`no documented call of ${operation} is at hand`);
  const { method } = operationOf(operation);
  const request = edited(parts.request ?? call.request, parts.requestEdits);
  const answer = edited(parts.answer ?? call.answer, parts.answerEdits);
  const notifications = parts.notifications ?? call.notifications ?? [];
  return {
    id: `${operation}/${parts.id ?? 'documented'}`,
    operation,
    request: {
      method,
      path: call.path,
      query: parts.query ?? call.query ?? [],
      headers: parts.headers ?? call.headers,
      body: { text: JSON.stringify(request) },
    },
    result: {
      kind: 'response',
      response: {
        status: parts.status ?? 200,
        headers: [['content-type', parts.contentType ?? 'application/json']],
        body: { text: parts.answerText ?? JSON.stringify(answer) },
      },
    },
    notifications: notifications.map((data) => ({ channel: '/v2/me/chats', data, afterMs: 1 })),
    notificationWait: { kind: 'complete', afterMs: 2 },
    timing: { responseMs: 1 },
  };
}

function edited(value: Json, edits: CallParts['answerEdits'] = {}): Json {
  return Object.entries(edits).reduce((body, [pointer, next]) => withMember(body, pointer, next), value);
}

export function weigh(operation: string, ...evidence: readonly ClaimEvidence[]): ClaimLedger {
  const spec = specOf(operation.split('.')[0] ?? '');
  return weighClaims(spec, listClaims(spec, operationOf(operation)), evidence);
}

export function claimIn({ list }: ClaimLedger, id: string): WeighedClaim {
  const found = list.find((claim) => claim.id === id);
  if (found === undefined) throw new Error(`there is no claim ${id}`);
  return found;
}
