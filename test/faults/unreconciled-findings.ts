// Every finding that binds the vendor speaks against a statement of the ledger; what only a contract relies on is none.
import type { WeighedClaim } from '../../src/model/claim.ts';
import type { Finding } from '../../src/model/finding.ts';
import { pointerMatches } from '../../src/model/json-pointer.ts';
import type { OperationReport } from '../../src/model/report.ts';

/** What is refused though the document lets one send it. */
const SHOWN_BY_ACCEPTANCE = ['status', 'acceptance', 'accepted-value', 'optionality', 'format', 'pattern'];

/** How the report says what was provoked, and the cause in the ids of claims about it. */
const CAUSES: readonly (readonly [intent: RegExp, cause: string])[] = [
  [/: no credentials$|: no x-/, 'no-credentials'],
  [/: wrong credentials$|: wrong x-/, 'wrong-credentials'],
  [/ is missing$/, 'missing-field'],
  [/ is of a wrong type$/, 'wrong-type'],
  [/ has an undocumented value$/, 'undocumented-value'],
];

/** Is this what the finding is about? A claim keeps the first finding only; others are told by their place. */
function isAgainst(
  claim: WeighedClaim,
  { check, pointer, specPointer, fingerprint }: Finding,
  intent: string,
): boolean {
  if (claim.status !== 'contradicted') return false;
  if (claim.finding === fingerprint) return true;
  if (check === 'refusal') {
    const cause = CAUSES.find(([said]) => said.test(intent))?.[1];
    return cause !== undefined && claim.id.endsWith(`(${cause})`);
  }
  if (check === 'response-status') return SHOWN_BY_ACCEPTANCE.includes(claim.kind);
  if (check === 'response-body-syntax') return claim.kind === 'content-type';
  if (specPointer !== null) return claim.specPointer === specPointer;
  return claim.place !== '' && pointerMatches(pointer, claim.place);
}

/** An answer that never came whole, or not from the operation, contradicts no statement: nothing was judged. */
const OF_NO_STATEMENT = ['response-arrival', 'request-admission'];

/** Whatever was to be refused has a claim, however weak; of the rest what binds the vendor. */
function hasToHaveClaim({ check, level }: Finding): boolean {
  return check === 'refusal' || (level !== 'may' && !OF_NO_STATEMENT.includes(check));
}

/** Findings that no contradicted claim of the ledger is about. */
export function unreconciledFindings({
  cases,
  exchanges,
  claims: { list },
}: OperationReport): readonly string[] {
  const intents = new Map(exchanges.map(({ id, intent }) => [id, intent]));
  return cases
    .filter(({ judge }) => judge !== 'contract')
    .flatMap(({ findings, exchange }) => findings.map((finding) => ({ finding, exchange })))
    .filter(({ finding }) => hasToHaveClaim(finding))
    .filter(
      ({ finding, exchange }) =>
        !list.some((claim) => isAgainst(claim, finding, intents.get(exchange) ?? '')),
    )
    .map(
      ({ exchange, finding: { check, pointer, expected } }) => `${exchange} ${check} ${pointer}: ${expected}`,
    );
}
