import { MatchersV3 } from '@pact-foundation/pact';
import type { ContractMatchers } from '../../contracts/template.ts';

/** The matchers of contracts, by Pact's own. */
export const pactMatchers: ContractMatchers = {
  integer: MatchersV3.integer,
  boolean: MatchersV3.boolean,
  string: MatchersV3.string,
  regex: MatchersV3.regex,
  // Pact's `eachLike` of none writes an empty example, and with it forgets the rules for the members.
  eachLike: (member, min) => (min === 0 ? MatchersV3.like([member]) : MatchersV3.eachLike(member, min)),
  eachKeyLike: MatchersV3.eachKeyLike,
  fromProviderState: (expression, example) => {
    const inPactsNotation = expression.replaceAll(/\{(\w+)\}/g, (_, name) => `\${${name}}`);
    return MatchersV3.fromProviderState(inPactsNotation, example);
  },
};
