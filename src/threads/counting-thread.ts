// A thread that reads stretches of a recording and counts what their exchanges come to; it keeps nothing of them.
import { parentPort, workerData } from 'node:worker_threads';
import type { ObservedExchange } from '../model/observed.ts';
import { type PackedTexts, textAt } from '../model/packed-texts.ts';
import type { EntryForm } from '../model/recorded.ts';
import { isHeldBack } from '../observed/attach-notifications.ts';
import { countStretch } from '../observed/count-stretch.ts';
import { withChecks } from '../own-checks/with-checks.ts';
import { readEntry } from '../recordings/read-entry.ts';
import { checksOf } from '../run/checks-of.ts';
import { suiteOf } from './suite-matter.ts';
import type { CountingGrounds, CountingJob, CountingReply } from './thread-messages.ts';

// Nobody else starts it.
const { matter, checkFolders, baseUrls, wanted } = workerData as CountingGrounds;
const suite = await withChecks(suiteOf(matter), checkFolders);
const ground = { suite, checks: checksOf(suite), baseUrls, wanted };

parentPort?.on('message', ({ number, work }: CountingJob) => {
  const reply: CountingReply = { number, counted: countStretch(ground, exchangesOf(work)) };
  parentPort?.postMessage(reply);
});

function exchangesOf(work: CountingJob['work']): Iterable<ObservedExchange | undefined> {
  return work.kind === 'observed' ? work.observed : readTexts(work.form, work.texts);
}

/** What is planned, or may be followed by something that belongs to it, is told by more than its text. */
function* readTexts(form: EntryForm, texts: PackedTexts): Generator<ObservedExchange | undefined> {
  for (const at of texts.ends.keys()) {
    const observed = readEntry(form, textAt(texts, at));
    const isAlone = observed !== undefined && !isHeldBack(observed, ground);
    yield isAlone ? observed : undefined;
  }
}
