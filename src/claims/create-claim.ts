import type { ClaimKind } from '../model/claim.ts';
import type { OperationId } from '../model/operation.ts';
import { type Level, levelOf, type Source } from '../model/source.ts';
import type { ClaimBasis, TestableClaim } from './claim-basis.ts';
import { describeCondition } from './describe-condition.ts';
import { sayClaim } from './say-claim.ts';
import type { SchemaStatement } from './schema-statement.ts';

/** What a claim is told by, before it has an id and a sentence. */
export interface ClaimParts {
  readonly operation: OperationId;
  readonly kind: ClaimKind;
  readonly place: string;
  /** Tells it from another claim of the same place. */
  readonly detail?: string;
  /** Of the refusing answer it is about. */
  readonly status?: number;
  readonly source: Source;
  /** Where it is not the level of the source. */
  readonly level?: Level;
  readonly specPointer: string;
  readonly basis: ClaimBasis;
}

export function createClaim(parts: ClaimParts): TestableClaim {
  const { operation, kind, place, detail = '', status, source, specPointer, basis } = parts;
  const suffix = detail === '' ? '' : `(${detail})`;
  const id = [operation, kind, ...(status === undefined ? [] : [status]), `${place}${suffix}`].join('/');
  const level = parts.level ?? levelOf(source.strength);
  return { claim: { id, operation, kind, place, says: sayClaim(basis), source, level, specPointer }, basis };
}

/** In an id: which of several limits it is, and in which branch of its schema it stands. */
export function statementDetail({ aspect, keyword, conditions }: SchemaStatement): string {
  const branches = conditions.map((condition) => describeCondition(condition, ''));
  const words = [...(aspect === 'limit' ? [keyword] : []), ...branches].join(' and ');
  return words.replaceAll(/[^A-Za-z0-9()]+/g, '-').replaceAll(/^-|-$|(?<=\()-/g, '');
}

/** Two branches of a schema may say the like; the later one is told by its number, in the order of the spec. */
export function withUniqueIds(claims: readonly TestableClaim[]): readonly TestableClaim[] {
  const seen = new Map<string, number>();
  return claims.map(({ claim, basis }) => {
    const count = (seen.get(claim.id) ?? 0) + 1;
    seen.set(claim.id, count);
    return count === 1 ? { claim, basis } : { claim: { ...claim, id: `${claim.id}(${count})` }, basis };
  });
}
