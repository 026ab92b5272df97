import { contracts } from '../generated/contracts.ts';
import { loadSuite, ownFolders } from '../load/load-suite.ts';
import { readDocumentTexts } from '../load/read-document-texts.ts';
import type { Level } from '../model/source.ts';
import { planRun } from '../plan/plan-run.ts';
import { selectOperations } from '../plan/select-operations.ts';
import { documentedInput } from '../run/documented-input.ts';
import { carryOutRun } from './carry-out-run.ts';
import { chooseReporters } from './choose-reporters.ts';
import { describePlan } from './describe-plan.ts';
import { openTarget } from './open-target.ts';
import { quoteDocuments } from './quote-documents.ts';
import { writeReports } from './write-reports.ts';

export interface RunCommandOptions {
  readonly vendor: readonly string[];
  readonly operation: readonly string[];
  readonly target: string;
  readonly gate: Level;
  readonly out: string;
  readonly reporter: readonly string[];
  readonly timeout: number;
  readonly documents?: string;
  readonly dryRun: boolean;
  readonly fault: readonly string[];
  readonly reading: readonly string[];
}

/** Loads, plans, obtains, judges and reports; gives the exit code. */
export async function run(options: RunCommandOptions): Promise<number> {
  const reporters = chooseReporters(options.reporter);
  const folders = ownFolders();
  const suite = loadSuite(folders, contracts);
  const operations = selectOperations(suite, { vendors: options.vendor, operations: options.operation });
  const { documents } = options;
  const texts =
    documents === undefined ? undefined : readDocumentTexts(documents, folders.specs, suite.documents);
  const target = await openTarget(options, suite);
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    if (options.dryRun) {
      process.stdout.write(`${describePlan(plan, suite)}\n`);
      return 0;
    }
    const { report, folder } = await carryOutRun({
      suite,
      operations,
      plan,
      target,
      gate: options.gate,
      out: options.out,
    });
    const quoted = texts === undefined ? report : quoteDocuments(report, suite, texts);
    writeReports(quoted, reporters, folder, options.out);
    return quoted.exitCode;
  } finally {
    await target.close();
  }
}
