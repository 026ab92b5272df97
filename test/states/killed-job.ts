// What a run or a clean-up does that is to be killed.
import type { OutgoingRequest } from '../../src/model/plan.ts';
import type { StateRequest } from '../../src/model/target.ts';
import { awaitLeftover } from '../../src/states/await-leftover.ts';
import { StateMaker } from '../../src/states/establish-states.ts';
import { fillJson, fillText } from '../../src/states/fill-request.ts';
import { finishCleanUp } from '../../src/states/finish-clean-up.ts';
import { Ledger } from '../../src/states/ledger.ts';
import type { Send } from '../../src/states/send.ts';
import type { VendorMeans } from '../../src/states/vendor-means.ts';

export interface KilledJob {
  readonly does: 'run' | 'clean-up';
  readonly origin: string;
  readonly ledger: string;
  readonly means: VendorMeans;
  readonly states: StateRequest;
  /** A documented call to be sent after that, with placeholders in headers and body. */
  readonly call: { readonly operation: string; readonly request: OutgoingRequest } | null;
  readonly killAt: number;
}

export async function doJob(job: KilledJob, send: Send): Promise<void> {
  if (job.does === 'clean-up') await finishCleanUp(job.ledger, send, [job.means]);
  else await run(job, send);
}

async function run(job: KilledJob, send: Send): Promise<void> {
  const ledger = Ledger.open(job.ledger, { run: 'killed', tenant: 'mocked' });
  const maker = new StateMaker({ means: [job.means], ledger, send, pause: () => Promise.resolve() });
  const made = await maker.establish(job.states);
  if (made.kind === 'unavailable') throw new Error(made.reason);
  if (job.call !== null) {
    const { operation, request } = job.call;
    const filled = {
      ...request,
      headers: request.headers.map(([name, text]) => [name, fillText(text, made.values)] as const),
      body: JSON.stringify(fillJson(JSON.parse(request.body ?? 'null'), made.values)),
    };
    const watch = awaitLeftover({ operation, request: filled, ...made }, job.means, ledger);
    const { vendor } = job.means;
    watch(await send(filled, { kind: 'state', vendor, says: '', effects: [], what: '', names: [] }));
  }
  ledger.close();
}
