import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareDocuments,
  type DocumentComparison,
  type DocumentToday,
} from '../documents/compare-documents.ts';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { joinSuite, ownFolders } from '../load/load-suite.ts';
import { loadWordDigests } from '../load/load-word-digests.ts';
import type { CitingCheck } from '../model/own-check.ts';
import type { VendorDocument } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { citingChecks } from '../own-checks/citing-checks.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { acceptMoves } from './accept-moves.ts';
import type { CheckOptions } from './commands/check-options.ts';
import { describeDocuments } from './describe-documents.ts';
import { pinDocuments } from './pin-documents.ts';
import { screenOf } from './screen-of.ts';

export interface DocumentsCommandOptions extends CheckOptions {
  readonly check: string;
  readonly against?: string;
  readonly accept?: boolean;
  readonly pin: boolean;
  readonly specs?: string;
  readonly json: boolean;
}

/** Compares the documents as they are with what was pinned of them; 1 when one says something else. */
export async function documents(options: DocumentsCommandOptions): Promise<number> {
  const own = ownFolders();
  const folder = options.specs ?? own.specs;
  const parts = options.specs === undefined ? [{ pacts: own.pacts, modules: contracts }] : [];
  const suite = joinSuite([folder], parts);
  const texts = new Map(suite.documents.map((one) => [one.id, readText(options.check, one)]));
  if (options.pin) {
    pinDocuments(folder, texts);
    process.stdout.write(`Pinned ${texts.size} documents in ${folder}.\n`);
    return EXIT.gateMet;
  }
  const ownChecks = await citingChecks(options.checks, suite.documents);
  const comparisons = compareDocuments(suite, documentsToday(folder, suite, texts), ownChecks);
  print(comparisons, ownChecks, suite, options);
  if (options.accept === true) reportAccepted(acceptMoves(folder, suite, comparisons, texts));
  return comparisons.some(saysOtherwise) ? EXIT.gateNotMet : EXIT.gateMet;
}

/** New lines near nothing of ours are something to read; they contradict no claim. */
function saysOtherwise({ changed, added }: DocumentComparison): boolean {
  return changed.length > 0 || added.length > 0;
}

function readText(folder: string, { file }: VendorDocument): string {
  const path = join(folder, file);
  if (!existsSync(path)) throw userErrors.documentsIncomplete(folder, file);
  return readFileSync(path, 'utf8');
}

function documentsToday(
  folder: string,
  { documents: listed }: Suite,
  texts: ReadonlyMap<string, string>,
): readonly DocumentToday[] {
  const pinned = loadWordDigests(folder);
  return listed.map(({ id, sha256 }) => {
    const text = texts.get(id) ?? '';
    const words = pinned.get(id);
    if (words === undefined) throw userErrors.documentUnpinned(folder, id);
    return { id, text, isSame: createHash('sha256').update(text).digest('hex') === sha256, pinned: words };
  });
}

function print(
  comparisons: readonly DocumentComparison[],
  ownChecks: readonly CitingCheck[],
  { documents: listed }: Suite,
  { json, against }: DocumentsCommandOptions,
): void {
  const before = new Map(
    against === undefined ? [] : listed.map((one) => [one.id, readText(against, one)] as const),
  );
  // A folder of checks may be about vendors of other specs as well.
  const notCompared = ownChecks.filter(({ source }) => !listed.some(({ id }) => id === source.document));
  const text = json
    ? JSON.stringify({ schemaVersion: 1, documents: comparisons, notCompared }, null, 2)
    : describeDocuments(comparisons, before, notCompared, screenOf(process.stdout)).join('\n');
  process.stdout.write(`${text}\n`);
}

function reportAccepted({ documents: accepted, files, byHand }: ReturnType<typeof acceptMoves>): void {
  const lines = [
    accepted.length === 0
      ? 'Nothing taken over: a document that says something else has to be read, and its spec mended, first.'
      : `Taken over: ${accepted.join(', ')} (${files.join(', ')}).`,
    ...byHand.map((place) => `By hand: ${place}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
