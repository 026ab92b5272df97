// Runs the steps of action.yml that are ours as GitHub's runner does, with its files and its variables.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder } from '../cli/run-command.ts';
import { type Ran, ROOT, runProgram } from './ci-tools.ts';

export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export const actionFile: ActionFile = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

export interface ActionRun extends Ran {
  /** The workspace of the job. */
  readonly folder: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface ActionJob {
  readonly folder?: string;
  readonly given: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly event?: object;
}

export async function runAction({
  folder = temporaryFolder(),
  given,
  environment,
  event,
}: ActionJob): Promise<ActionRun> {
  const step = actionFile.runs.steps.find(({ id }) => id === 'conformance');
  if (step?.run === undefined) throw new Error('action.yml has no step of ours');
  const defaults = Object.entries(actionFile.inputs).map(([name, input]) => [name, input.default] as const);
  const inputs = { ...Object.fromEntries(defaults), ...given };
  const runner = join(folder, '.runner');
  mkdirSync(runner, { recursive: true });
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(runner, name));
  if (output === undefined || summary === undefined || payload === undefined) throw new Error('no files');
  for (const file of [output, summary]) writeFileSync(file, '');
  writeFileSync(payload, JSON.stringify(event ?? {}));
  const ran = await runProgram('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    folder: join(folder, filled(step['working-directory'] ?? '.', inputs)),
    environment: {
      ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: ROOT, GITHUB_WORKSPACE: folder },
      ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_EVENT_PATH: payload },
      ...Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, inputs)]),
      ),
      ...environment,
    },
  });
  return { ...ran, folder, outputs: outputsOf(output), summary: readFileSync(summary, 'utf8') };
}

/** The expressions that action.yml uses, and no other. */
function filled(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (_whole, expression: string) => {
    if (expression === 'toJSON(inputs)') return JSON.stringify(inputs);
    const value = inputs[expression.replace(/^inputs\./, '')];
    if (value === undefined) throw new Error(`action.yml says ${expression}`);
    return value;
  });
}

/** `name<<delimiter`, the value, and the delimiter again. */
function outputsOf(file: string): Readonly<Record<string, string>> {
  const written = readFileSync(file, 'utf8').matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?^\2$/gm);
  return Object.fromEntries([...written].map(([, name, , value]) => [name, value]));
}
