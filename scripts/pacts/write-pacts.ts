import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PactV4 } from '@pact-foundation/pact';
import type { ContractModule } from '../../contracts/define-contract.ts';
import type { DescribedInteraction } from '../../contracts/interaction-draft.ts';
import type { ReceivedResponse } from '../../src/model/exchange.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import { canonicalPact } from './canonical-pact.ts';
import { exerciseInteraction, exerciseNotification, type Send } from './exercise-interaction.ts';
import type { FoundContract } from './find-contracts.ts';
import { pactMatchers } from './pact-matchers.ts';

/** What the consumer got from Pact's mock server for one interaction. */
export interface Exercised {
  readonly contract: ContractModule;
  readonly interaction: DescribedInteraction;
  readonly response: ReceivedResponse;
  readonly notifications: readonly { readonly notification: string; readonly content: unknown }[];
}

/**
 * Exercises every contract and writes one pact file for each consumer and vendor. One after the other: two writers
 * of one file lose interactions. Into an empty folder: what a file holds already, Pact keeps.
 */
export async function writePacts(
  folder: string,
  contracts: readonly FoundContract[],
): Promise<readonly Exercised[]> {
  const [present] = await readdir(folder);
  if (present !== undefined)
    throw new Error(`${folder} holds ${present} already; pacts are written from scratch`);
  const client = createHttpClient({ timeoutMs: 5000 });
  const send: Send = async (baseUrl, request) => {
    const sent = await client.send(baseUrl, request);
    if (sent.kind === 'failure') throw new Error(`the mock server did not answer: ${JSON.stringify(sent)}`);
    return sent.response;
  };
  const exercised: Exercised[] = [];
  for (const found of contracts) exercised.push(...(await exerciseContract(folder, found, send)));
  await client.close();
  for (const file of new Set(contracts.map((found) => pactFileOf(folder, found))))
    await writeFile(file, canonicalPact(await readFile(file, 'utf8')));
  return exercised;
}

function pactFileOf(folder: string, { contract, vendor }: FoundContract): string {
  return join(folder, `${contract.consumer}-${vendor}.json`);
}

async function exerciseContract(
  folder: string,
  { contract, vendor }: FoundContract,
  send: Send,
): Promise<readonly Exercised[]> {
  const { consumer, operation } = contract;
  const exercised: Exercised[] = [];
  const pact = new PactV4({ consumer, provider: vendor, dir: folder, logLevel: 'error' });
  for (const interaction of contract.interactions(pactMatchers)) {
    const response = await exerciseInteraction(pact, operation, interaction, send);
    const notifications: Exercised['notifications'][number][] = [];
    for (const draft of interaction.notifications ?? []) {
      const content = await exerciseNotification(pact, operation, interaction, draft);
      notifications.push({ notification: draft.notification, content });
    }
    exercised.push({ contract, interaction, response, notifications });
  }
  return exercised;
}
