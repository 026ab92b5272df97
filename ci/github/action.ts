// The last step of action.yml: inputs to arguments, the command, and what it found to outputs and the summary page.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { error, info, setOutput, setSecret, summary, warning } from '@actions/core';
import { gateLabel } from '../../src/reporters/headline.ts';
import { linesOf, readInputs } from './action-inputs.ts';
import { actionOutputs } from './action-outputs.ts';
import { commandArguments } from './command-arguments.ts';
import { isFork } from './is-fork.ts';
import { reportsBelow, type WrittenRun, writtenRuns } from './written-runs.ts';

const COMMAND = resolve(import.meta.dirname, '../../dist/livechat-conformance.js');

/** The command ended without a code of its own, as when it was killed. */
const NOT_PROVEN = 3;

const inputs = readInputs(process.env['INPUTS']);
for (const name of linesOf(inputs, 'secrets')) maskValue(process.env[name]);
if (linesOf(inputs, 'tenants').length > 0 && isFork(process.env['GITHUB_EVENT_PATH']))
  warning('A pull request from a fork gets no secrets: judge it on the mock, and tenants on a schedule.');

const out = folderOfReports();
const before = reportsBelow(out);
const args = commandArguments(inputs);
info(`livechat-conformance ${args.join(' ')}`);
const { status } = spawnSync(process.execPath, [COMMAND, ...args], { stdio: 'inherit' });
const exitCode = status ?? NOT_PROVEN;
const runs = writtenRuns(out, before);
// A gate is also shut by what breaks a consumer, of which the document alone would warn.
for (const { report } of runs.filter(({ report: { exitCode: code } }) => code !== 0))
  error(report.because, { title: gateLabel(report) });
const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
for (const [name, value] of Object.entries(actionOutputs(exitCode, runs, workspace))) setOutput(name, value);
if (inputs['summary'] !== 'false') await showOnSummaryPage(runs);
process.exitCode = exitCode;

/** Given, or what the command takes by itself. */
function folderOfReports(): string {
  const { out: given = '', command } = inputs;
  if (given !== '') return given;
  return command === 'merge' ? 'reports/merged' : 'reports';
}

/** Masking an empty value would mask everything. */
function maskValue(value: string | undefined): void {
  if (value === undefined) return;
  for (const line of value.split('\n')) if (line.trim() !== '') setSecret(line.trim());
}

async function showOnSummaryPage(written: readonly WrittenRun[]): Promise<void> {
  const pages = written.map(({ folder }) => join(folder, 'summary.md')).filter((page) => existsSync(page));
  for (const page of pages) summary.addRaw(readFileSync(page, 'utf8'), true);
  if (pages.length > 0) await summary.write();
}
