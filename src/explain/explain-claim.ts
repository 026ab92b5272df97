import { listClaims } from '../claims/list-claims.ts';
import type { Claim, WeighedClaim } from '../model/claim.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { statement } from './statement.ts';
import { NO_REPORT, operationReport, runStep } from './unseen.ts';

export const claimExplainer: Explainer = {
  names: (knowledge) => claimsOf(knowledge).map(({ id }) => id),
  explain: (name, knowledge) =>
    claimsOf(knowledge)
      .filter(({ id }) => id === name)
      .map((claim) => explain(claim, knowledge)),
};

function claimsOf({ suite }: Knowledge): readonly Claim[] {
  return suite.specs.flatMap((spec) =>
    spec.operations.flatMap((operation) => listClaims(spec, operation).map(({ claim }) => claim)),
  );
}

function explain(claim: Claim, knowledge: Knowledge): Explanation {
  const weighed = operationReport(knowledge, claim.operation)?.claims.list.find(({ id }) => id === claim.id);
  return {
    kind: 'claim',
    name: claim.id,
    title: `what is documented of ${claim.operation}`,
    about: [`kind of statement: ${claim.kind}`],
    documented: [{ ...statement(claim.says, claim.source, knowledge), level: claim.level }],
    reliedOn: relianceLines(claim, knowledge),
    seen: [weighed === undefined ? unseen(claim, knowledge) : standingLine(weighed)],
    next: [weighed === undefined ? runStep(claim.operation) : nextStep(weighed)],
  };
}

function relianceLines({ operation, place }: Claim, { suite }: Knowledge): readonly string[] {
  return suite.contracts
    .filter((contract) => contract.operation === operation)
    .flatMap(({ consumer, relies }) =>
      relies
        .filter(({ field }) => field === place)
        .map(({ field, why }) => `${consumer} reads ${field}: ${why}`),
    );
}

function unseen({ operation }: Claim, { report }: Knowledge): string {
  return report === undefined ? NO_REPORT : `not known: it is no claim of ${operation} in that run`;
}

function standingLine(claim: WeighedClaim): string {
  switch (claim.status) {
    case 'confirmed':
      return `confirmed, first by the exchange ${claim.exchange}`;
    case 'contradicted':
      return `contradicted in the exchange ${claim.exchange} by the finding ${claim.finding}`;
    case 'not-observed':
      return `not observed: ${claim.reason}`;
    case 'untestable':
      return `untestable: ${claim.reason}`;
    default:
      return claim satisfies never;
  }
}

function nextStep(claim: WeighedClaim): string {
  switch (claim.status) {
    case 'contradicted':
      return `Read more: livechat-conformance explain ${claim.finding}`;
    case 'not-observed':
      return `Let it be observed, then run again: ${claim.reason}`;
    case 'confirmed':
    case 'untestable':
      return 'Nothing.';
    default:
      return claim satisfies never;
  }
}
