// A run, or its clean-up, that is killed at a boundary: before a request is sent, after its answer, or at the end.
import { readFileSync, writeSync } from 'node:fs';
import type { Send } from '../../src/states/send.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import { doJob, type KilledJob } from './killed-job.ts';

const job: KilledJob = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const client = createHttpClient({ timeoutMs: 5_000 });
let boundary = 0;

function reachBoundary(): void {
  if (boundary === job.killAt) process.kill(process.pid, 'SIGKILL');
  boundary += 1;
}

const send: Send = async (request) => {
  reachBoundary();
  const result = await client.send(job.origin, request);
  reachBoundary();
  return result;
};

await doJob(job, send);
reachBoundary();
writeSync(1, String(boundary));
