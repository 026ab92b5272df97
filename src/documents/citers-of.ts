import { listClaims } from '../claims/list-claims.ts';
import type { Claim, ClaimKind } from '../model/claim.ts';
import type { Json } from '../model/json.ts';
import type { CitingCheck } from '../model/own-check.ts';
import type { Source } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { relyingContracts } from '../verdict/relying-contracts.ts';
import type { Lines } from './trace-passage.ts';

/** Everything of ours that rests on the same lines of a document. */
export interface Citers {
  readonly document: string;
  readonly lines: Lines;
  /** Places in the specs, `file#pointer`. */
  readonly nodes: readonly { readonly at: string; readonly node: Json }[];
  readonly claims: readonly Claim[];
  readonly checks: readonly string[];
  /** Of the user's own, which name the lines themselves. */
  readonly ownChecks: readonly CitingCheck[];
  /** Who relies on what the lines say. */
  readonly contracts: readonly string[];
  /** Ids of readings and defects that quote the lines. */
  readonly readings: readonly string[];
  readonly defects: readonly string[];
}

interface Mention extends Pick<Source, 'document' | 'lines'> {
  readonly node?: { readonly at: string; readonly node: Json };
  readonly claim?: Claim;
  readonly ownCheck?: CitingCheck;
  readonly contract?: string;
  readonly reading?: string;
  readonly defect?: string;
}

/** One entry for each range of lines that anything cites. */
export function citersOf(suite: Suite, ownChecks: readonly CitingCheck[]): readonly Citers[] {
  const mentions: readonly Mention[] = [
    ...suite.specs.flatMap((spec) => mentionsOfSpec(spec)),
    ...mentionsOfContracts(suite),
    ...ownChecks.map((ownCheck) => ({ ...ownCheck.source, ownCheck })),
  ];
  const byLines = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.document}:${mention.lines.join('-')}`;
    byLines.set(key, [...(byLines.get(key) ?? []), mention]);
  }
  return [...byLines.values()].flatMap((own) => gather(own, suite));
}

function mentionsOfSpec(spec: Spec): readonly Mention[] {
  const { file, citations, operations, ambiguities, defects } = spec;
  return [
    ...[...citations].flatMap(([node, { pointer, source }]) =>
      'x-source' in node ? [{ ...source, node: { at: `${file}#${pointer}`, node: node as Json } }] : [],
    ),
    ...operations.flatMap((operation) =>
      listClaims(spec, operation).map(({ claim }) => ({ ...claim.source, claim })),
    ),
    ...ambiguities.flatMap(({ id, conflict }) => conflict.map(({ source }) => ({ ...source, reading: id }))),
    ...defects.flatMap(({ id, sources }) => sources.map(({ source }) => ({ ...source, defect: id }))),
  ];
}

function mentionsOfContracts({ contracts }: Suite): readonly Mention[] {
  return contracts.flatMap(({ consumer, operation, interactions }) =>
    interactions.flatMap(({ description, sources }) =>
      sources.map((source) => ({ ...source, contract: `${consumer}: ${operation}, ${description}` })),
    ),
  );
}

function gather(own: readonly Mention[], { contracts }: Suite): readonly Citers[] {
  const [first] = own;
  if (first === undefined) return [];
  const { document, lines } = first;
  const claims = own.flatMap(({ claim }) => claim ?? []);
  const relying = claims.flatMap(({ operation, place }) =>
    relyingContracts(contracts, operation, place).map((who) => `${who} (${operation})`),
  );
  const citers: Citers = {
    document,
    lines,
    nodes: own.flatMap(({ node }) => node ?? []),
    claims,
    checks: distinct(claims.flatMap(checksOf)),
    ownChecks: own.flatMap(({ ownCheck }) => ownCheck ?? []),
    contracts: distinct([...own.flatMap(({ contract }) => contract ?? []), ...relying]),
    readings: distinct(own.flatMap(({ reading }) => reading ?? [])),
    defects: distinct(own.flatMap(({ defect }) => defect ?? [])),
  };
  return [citers];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

/** Which checks hold a claim against an exchange. */
function checksOf({ kind, place }: Claim): readonly string[] {
  const checks = CHECKS[kind];
  if (checks !== 'schema') return checks;
  const kindOfMessage = /^notifications\.([^#]+)/.exec(place)?.[1];
  if (kindOfMessage !== undefined) return [`notification-body-schema-${kindOfMessage}`];
  return [place.startsWith('request.') ? 'request-body-schema' : 'response-body-schema'];
}

const CHECKS: Readonly<Record<ClaimKind, readonly string[] | 'schema'>> = {
  status: ['response-status'],
  'content-type': ['response-content-type'],
  echo: ['value-echo'],
  agreement: ['value-agreement', 'instant-order'],
  'failure-sign': ['error-payload'],
  presence: 'schema',
  type: 'schema',
  nullability: 'schema',
  value: 'schema',
  format: 'schema',
  pattern: 'schema',
  keys: 'schema',
  choice: 'schema',
  limit: 'schema',
  acceptance: ['response-status'],
  'accepted-value': ['response-status'],
  optionality: ['response-status'],
  requiredness: ['refusal'],
  refusal: ['refusal'],
  permission: ['refusal', 'request-admission'],
  feature: ['refusal', 'request-admission'],
  state: ['refusal'],
  notification: ['notification-completeness'],
  outcome: ['notification-outcome'],
  order: ['notification-order'],
  correlation: ['notification-correlation'],
  history: [],
  effect: [],
};
