// Runs Pact's native verifier in a process of its own: its library prints to file descriptor 1 and may crash.
import { Verifier } from '@pact-foundation/pact-core';
import type { VerifierJob, VerifierReply } from './verifier-job.ts';

const VERIFY_TIMEOUT_MS = 30_000;

async function verify(job: VerifierJob): Promise<VerifierReply> {
  const verifier = new Verifier({
    provider: job.provider,
    logLevel: 'error',
    timeout: VERIFY_TIMEOUT_MS,
    providerBaseUrl: job.baseUrl,
    providerStatesSetupUrl: job.stateUrl,
    pactUrls: [job.pactFile],
    ...(job.message === null
      ? {}
      : { transports: [{ protocol: 'message', scheme: 'http', ...job.message }] }),
  });
  try {
    return { id: job.id, json: await verifier.verify() };
  } catch (error) {
    // A failed verification rejects with its result document as the message.
    const text = error instanceof Error ? error.message : String(error);
    return text.startsWith('{') ? { id: job.id, json: text } : { id: job.id, problem: text };
  }
}

process.on('message', (job: VerifierJob) => {
  void verify(job).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit(0));
