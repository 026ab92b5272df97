import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { UserError } from '../errors/user-error.ts';
import { explainedNames, explain as explainName } from '../explain/explain.ts';
import type { Knowledge } from '../explain/explanation.ts';
import { contracts } from '../generated/contracts.ts';
import { loadReport } from '../load/load-report.ts';
import { type OpenedSuite, openSuite } from '../load/open-suite.ts';
import { readDocumentTexts } from '../load/read-document-texts.ts';
import type { Report } from '../model/report.ts';
import { withChecks } from '../own-checks/with-checks.ts';
import { checksOf } from '../run/checks-of.ts';
import { EXIT } from '../verdict/exit-code.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { describeExplanations } from './describe-explanation.ts';
import { explainedErrors } from './explained-errors.ts';
import { screenOf } from './screen-of.ts';

export interface ExplainCommandOptions extends SuiteOptions, CheckOptions {
  readonly run?: string;
  readonly out: string;
  readonly documents?: string;
  readonly json: boolean;
}

/** Prints everything that has the name; sends and judges nothing. */
export async function explain(name: string, options: ExplainCommandOptions): Promise<number> {
  const opened = await openSuite(contracts, options);
  const suite = await withChecks(opened.suite, options.checks);
  const report = reportToTellOf(options);
  const knowledge: Knowledge = {
    suite,
    checks: checksOf(suite),
    report,
    errors: explainedErrors(),
    quote: quotesFrom(opened, options.documents),
  };
  const explanations = explainName(name, knowledge);
  if (explanations.length === 0) throw unknownName(name, knowledge, options.out);
  const run = report === undefined ? null : runOf(report);
  const text = options.json
    ? JSON.stringify({ schemaVersion: 1, run, explanations }, null, 2)
    : describeExplanations(explanations, run, screenOf(process.stdout)).join('\n');
  process.stdout.write(`${text}\n`);
  return EXIT.gateMet;
}

const FINGERPRINT = /^[0-9a-f]{12}$/;
const KINDS = 'operation, check, finding, claim, reading, defect, trouble, requirement, state or error';

/** A finding is known by the run that has it alone. */
function unknownName(name: string, knowledge: Knowledge, out: string): UserError {
  const names = explainedNames(knowledge);
  if (!FINGERPRINT.test(name)) return userErrors.nameUnknown(KINDS, name, names);
  const { report } = knowledge;
  if (report === undefined)
    return userErrors.optionMissing(
      '--run',
      `a finding is known by its run, and ${out} has no report of one`,
    );
  const known = names.filter((each) => FINGERPRINT.test(each));
  return userErrors.nameUnknown(`finding in the run ${report.run.id}`, name, known);
}

/** A run that was asked for has to be there; without one there may be none yet. */
function reportToTellOf({ run, out }: ExplainCommandOptions): Report | undefined {
  if (run !== undefined) return loadReport(run);
  const latest = join(out, 'latest');
  if (!existsSync(join(latest, 'report.json'))) return undefined;
  try {
    return loadReport(latest);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`The latest run is left out: ${error.message}\n`);
    return undefined;
  }
}

function runOf({ run, target }: Report): {
  readonly id: string;
  readonly startedAt: string;
  readonly target: string;
} {
  return { id: run.id, startedAt: run.startedAt, target: target.name };
}

function quotesFrom({ suite, specFolders }: OpenedSuite, folder: string | undefined): Knowledge['quote'] {
  if (folder === undefined) return () => undefined;
  return readDocumentTexts(folder, specFolders, suite.documents).quote;
}
