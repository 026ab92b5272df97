import { createContext } from 'preact';
import type { ClaimStatus, WeighedClaim } from '../../model/claim.ts';
import type { Body } from '../../model/exchange.ts';
import { type Case, OUTCOMES, type OutcomeName } from '../../model/finding.ts';
import type { Report, ReportedExchange } from '../../model/report.ts';

/** A page that takes long to open is not read; what it leaves out stands in the JSON report. */
const MOST = { cases: 12_000, claims: 8_000, characters: 4_000_000 } as const;

type Told = Case | WeighedClaim | ReportedExchange;

/** Everything that the page tells in full; what matters most comes first. */
export const KeptOnPage = createContext<ReadonlySet<Told>>(new Set());

const CASES: readonly OutcomeName[] = [
  ...OUTCOMES.filter((outcome) => outcome !== 'passed' && outcome !== 'not-applicable'),
  'passed',
  'not-applicable',
];
const CLAIMS: readonly ClaimStatus[] = ['contradicted', 'not-observed', 'confirmed', 'untestable'];

export function keptOnPage({ operations }: Report): ReadonlySet<Told> {
  const cases = operations.flatMap((operation) => operation.cases);
  const failed = new Set(cases.filter(({ findings }) => findings.length > 0).map(({ exchange }) => exchange));
  const rank = ({ id }: ReportedExchange) => (failed.has(id) ? 0 : 1);
  return new Set<Told>([
    ...first(
      cases,
      ({ outcome }) => CASES.indexOf(outcome),
      () => 1,
      MOST.cases,
    ),
    ...first(
      operations.flatMap(({ claims }) => claims.list),
      ({ status }) => CLAIMS.indexOf(status),
      () => 1,
      MOST.claims,
    ),
    ...first(
      operations.flatMap(({ exchanges }) => exchanges),
      rank,
      charactersOf,
      MOST.characters,
    ),
  ]);
}

/** As many as fit, by rank and within a rank in the order they stand. */
function first<Item>(
  items: readonly Item[],
  rank: (item: Item) => number,
  weight: (item: Item) => number,
  most: number,
): readonly Item[] {
  let sum = 0;
  return items
    .toSorted((one, other) => rank(one) - rank(other))
    .filter((item) => {
      sum += weight(item);
      return sum <= most;
    });
}

function charactersOf({ request, result, notifications }: ReportedExchange): number {
  const answer = result.kind === 'response' ? bodyLength(result.response.body) : 0;
  const heard = notifications.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
  return bodyLength(request.body) + answer + heard;
}

function bodyLength(body: Body | undefined): number {
  if (body === undefined) return 0;
  return 'text' in body ? body.text.length : body.base64.length;
}
