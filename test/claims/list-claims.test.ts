import { describe, expect, it } from 'vitest';
import { listClaims } from '../../src/claims/list-claims.ts';
import { contracts } from '../../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../../src/load/load-suite.ts';
import type { Claim } from '../../src/model/claim.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import { levelOf } from '../../src/model/source.ts';
import { operationOf, operations, specOf, suite } from '../fixtures/committed-suite.ts';
import { inviteAgentIds } from './invite-agent-ids.ts';

function claimsOf(id: string): readonly Claim[] {
  const operation = operationOf(id);
  return listClaims(specOf(operation.vendor), operation).map(({ claim }) => claim);
}

const ids = operations.map(({ id }) => id);

describe.each(ids)('the claims of %s', (id) => {
  const claims = claimsOf(id);

  it('have ids of their own, which name operation, kind and place', () => {
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
    for (const claim of claims)
      expect(claim.id.startsWith(`${id}/${claim.kind}/`) && claim.id.includes(claim.place)).toBe(true);
  });

  it('are the same whenever the spec is read', () => {
    const again = loadSuite(ownFolders(), contracts).specs.flatMap((spec) =>
      spec.operations
        .filter((operation) => operation.id === id)
        .flatMap((operation) => listClaims(spec, operation).map(({ claim }) => claim)),
    );
    expect(again).toEqual(claims);
  });

  it('cite a document that is listed, a place of the spec that is there, and say one sentence', () => {
    const { document } = specOf(operationOf(id).vendor);
    for (const { source, specPointer, says } of claims) {
      expect(suite.documents.map((one) => one.id)).toContain(source.document);
      expect(valueAt(document, specPointer), specPointer).toBeDefined();
      expect(says).toMatch(/^[A-Z/].*[^.]\.$/);
      expect(says).not.toMatch(/undefined|\[object/);
    }
  });

  it('bind as strongly as the document says them, or less where nobody says what comes of it', () => {
    for (const { kind, level, source } of claims)
      if (kind !== 'requiredness' && kind !== 'choice') expect(level).toBe(levelOf(source.strength));
  });
});

it('the ids of one operation, written out', () => {
  expect(claimsOf('acquire.inviteAgent').map(({ id }) => id.replace('acquire.inviteAgent/', ''))).toEqual(
    inviteAgentIds,
  );
});

/** Counted in the documents: named members, and with them every list item and the whole for types. */
describe('the schema claims counted by hand', () => {
  const count = (id: string, place: RegExp) => {
    const counts: Record<string, number> = {};
    for (const { kind, id: claim } of claimsOf(id))
      if (place.test(claim)) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };

  it('registering a department, 200: twelve members, the whole and the list item, one instant', () => {
    expect(
      count('rocketchat.registerDepartment', /\/(presence|type|nullability|value|format)\/response\.body#/),
    ).toEqual({ presence: 12, type: 14, format: 1 });
  });

  it('registering a department, 400: three members, one of which is always false', () => {
    expect(count('rocketchat.registerDepartment', /\/400\/response\.body#/)).toEqual({
      presence: 3,
      type: 4,
      value: 1,
    });
  });

  it('inviting an agent, 200: the map and three members of each receipt', () => {
    expect(count('acquire.inviteAgent', /\/(presence|type|keys)\/response\.body#/)).toEqual({
      presence: 4,
      type: 6,
      keys: 1,
    });
  });

  it('the message of a new participant: thirteen members, one time, two words that tell its kind', () => {
    expect(count('genesys.inviteAgentToChat', /\/(?!correlation)\w+\/notifications\.newMessages#/)).toEqual({
      presence: 13,
      type: 15,
      value: 2,
      pattern: 1,
    });
  });

  it('sending a text message: two parameters, six fields of which five are needed', () => {
    expect(count('acquire.sendSms', /\/request\./)).toEqual({
      acceptance: 2 + 1 + 6,
      'accepted-value': 2,
      pattern: 1,
      requiredness: 1 + 5,
      optionality: 1 + 1,
    });
  });
});
