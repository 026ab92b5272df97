// Runs Stryker over judges and verdict, and holds what survives against mutation/suite/survivors.yaml.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { readKnownSurvivors } from './known-survivors.ts';
import { countStatuses, readStrykerReport, survivorsIn } from './suite-mutants.ts';
import { nameSurvivor, weighSurvivors } from './weigh-survivors.ts';

/** The last line that runs on Node 20. Fetched when it is asked for: it weighs more than the rest of the tools. */
const STRYKER_VERSION = '9.6.1';
const CONFIG = 'mutation/suite/stryker.config.mjs';
const REPORT = 'reports/mutation-suite/mutants.json';

function runStryker(options: readonly string[]): void {
  const packages = ['core', 'vitest-runner'].map(
    (name) => `--package=@stryker-mutator/${name}@${STRYKER_VERSION}`,
  );
  // What an earlier run left must not be taken for what this one found.
  rmSync(REPORT, { force: true });
  const { status } = spawnSync('npx', ['--yes', ...packages, '--', 'stryker', 'run', CONFIG, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status ?? 'a signal'}`);
}

function reportSurvivors(): boolean {
  const report = readStrykerReport(readFileSync(REPORT, 'utf8'));
  const survivors = survivorsIn(report);
  const known = readKnownSurvivors();
  const { unexplained, outdated } = weighSurvivors(survivors, known);
  for (const [status, count] of countStatuses(report)) console.log(`${status}: ${count}`);
  console.log(`Survivors: ${survivors.length}, of which not yet judged: ${known.unjudged.length}`);
  for (const one of unexplained) console.log(`\nNo test notices\n  ${nameSurvivor(one)}`);
  for (const one of outdated) console.log(`\nExplained, and no survivor any more\n  ${nameSurvivor(one)}`);
  return unexplained.length === 0 && outdated.length === 0;
}

runStryker(process.argv.slice(2));
process.exitCode = reportSurvivors() ? 0 : 1;
