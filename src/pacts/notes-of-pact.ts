import type { Contract } from '../model/contract.ts';
import type { PactNote } from '../model/report.ts';
import { titleOf } from './own-interaction.ts';
import type { HttpOfPact, MessageOfPact, PactOfAnyone } from './pact-of-anyone.ts';

/** Something a pact relies on that is in no document at all. */
export function undocumented({ pointer, description }: HttpOfPact | MessageOfPact, says: string): PactNote {
  return { kind: 'not-documented', place: pointer, interaction: description, says };
}

export function pendingNotes({ pending }: PactOfAnyone): readonly PactNote[] {
  const says = 'its consumer marks it as pending, so nobody is held to it yet';
  return pending.map((interaction) => ({ kind: 'pending', place: '', interaction, says }));
}

/** What the states of an interaction were taken for, where they are not called as ours are. */
export function takenAs(
  pact: PactOfAnyone,
  exchange: HttpOfPact,
  contracts: readonly Contract[],
): readonly PactNote[] {
  const { description, pointer, states } = exchange;
  const tied = contracts
    .flatMap(({ interactions }) => interactions)
    .find((one) => one.description === titleOf(pact, exchange));
  const ours = tied?.states.map(({ name }) => name) ?? [];
  const strange = states.map(({ name }) => name).filter((name) => !ours.includes(name));
  if (tied === undefined || tied.brought?.obstacle !== undefined || strange.length === 0) return [];
  const names = strange.map((name) => `"${name}"`).join(', ');
  const says = `${names} is taken for: ${ours.join(', ')}`;
  return [{ kind: 'taken-as', place: `${pointer}/providerStates`, interaction: description, says }];
}
