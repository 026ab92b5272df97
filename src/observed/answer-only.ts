import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { SentRequest } from '../model/exchange.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { JsonObject } from '../model/json.ts';

/** Of no vendor: only the answer is judged, and Pact has to have something to ask for. */
const STAND_IN: SentRequest = { method: 'GET', path: '/observed', query: [], headers: [], body: undefined };

/**
 * Holds answers against interactions whose own request was never sent. Pact compares what it asks with what was sent,
 * so both become the same stand-in; that the request is an instance of the interaction is known already.
 */
export function answerOnly(matcher: PactMatcher): PactMatcher {
  return {
    verifierPid: matcher.verifierPid,
    matchExchange: (interaction, exchange, stateValues) =>
      matcher.matchExchange(
        { ...interaction, pact: withStandIn(interaction) },
        { ...exchange, request: STAND_IN },
        stateValues,
      ),
    matchMessage: (interaction, message, data) => matcher.matchMessage(interaction, message, data),
    close: () => matcher.close(),
  };
}

function withStandIn({ pact }: HttpInteraction): JsonObject {
  const { providerStates: _states, ...rest } = pact;
  return { ...rest, request: { method: STAND_IN.method, path: STAND_IN.path } };
}
