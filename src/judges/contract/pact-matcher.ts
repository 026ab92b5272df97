import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '../../model/exchange.ts';
import type { HttpInteraction, MessageInteraction } from '../../model/interaction.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { readVerification, type Verification } from './read-verification.ts';
import { type Replay, type ReplayLog, startReplayGateway } from './replay-gateway.ts';
import { expectationOf } from './returned-values.ts';
import { requestDifference } from './same-request.ts';
import { startVerifierProcess } from './verifier-process.ts';

/** Holds recorded exchanges against pact interactions by Pact's own verifier. */
export interface PactMatcher {
  matchExchange(
    interaction: HttpInteraction,
    exchange: Exchange,
    stateValues: Readonly<Record<string, Json>>,
  ): Promise<Verification>;
  matchMessage(interaction: HttpInteraction, message: MessageInteraction, data: Json): Promise<Verification>;
  /** Process id of the verifier, for those who watch over it. */
  readonly verifierPid: number | undefined;
  close(): Promise<void>;
}

export async function startPactMatcher(): Promise<PactMatcher> {
  const verifier = startVerifierProcess();
  const gateway = await startReplayGateway();
  const folder = mkdtempSync(join(tmpdir(), 'livechat-conformance-'));

  const run = async (
    consumer: string,
    provider: string,
    pact: JsonObject,
    replay: Replay,
  ): Promise<Verification> => {
    const { token, log } = gateway.add(replay);
    const file = join(folder, `${token}.json`);
    writeFileSync(file, JSON.stringify(pactFileOf(consumer, provider, pact)));
    try {
      const json = await verifier.verify({
        pactFile: file,
        provider,
        baseUrl: `${gateway.origin}/t/${token}`,
        stateUrl: `${gateway.origin}/s/${token}`,
        message: replay.kind === 'message' ? { port: gateway.port, path: `/m/${token}` } : null,
      });
      return counted(readVerification(json), replay, log);
    } catch (error) {
      return { kind: 'unverified', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      gateway.remove(token);
    }
  };
  return {
    verifierPid: verifier.pid,
    matchExchange: (interaction, exchange, stateValues) =>
      run(interaction.consumer, interaction.vendor, expectationOf(interaction, stateValues), {
        kind: 'response',
        ...{ exchange, stateValues },
      }),
    matchMessage: ({ consumer, vendor }, message, data) =>
      run(consumer, vendor, message.pact, { kind: 'message', data }),
    close: async () => {
      verifier.close();
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pactFileOf(consumer: string, provider: string, interaction: JsonObject): JsonObject {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [interaction],
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

/** Pact must have looked exactly once, and at the request that was really sent. */
function counted(verification: Verification, replay: Replay, log: ReplayLog): Verification {
  if (verification.kind === 'unverified') return verification;
  if (log.hits !== 1)
    return {
      kind: 'unverified',
      reason: `Pact asked for the recorded answer ${log.hits} times instead of once`,
    };
  if (replay.kind === 'message' || log.asked === undefined) return verification;
  const difference = requestDifference(replay.exchange.request, log.asked);
  return difference === undefined ? verification : { kind: 'unverified', reason: difference };
}
