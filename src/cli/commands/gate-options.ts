import { type Command, InvalidArgumentError, Option } from 'commander';
import { LEVELS, type Level } from '../../model/source.ts';
import { day } from './option-values.ts';

/** What decides on the gate, as the arguments have it. */
export interface GateOptions extends SettlingOptions {
  readonly gate: Level;
  readonly waivers?: string;
  readonly today?: string;
}

/** What decides anew on the gate of a report that is there already. */
export interface SettlingOptions {
  readonly baseline?: string;
  readonly history?: string;
  readonly flicker?: { readonly times: number; readonly of: number };
  /** Milliseconds. */
  readonly verifiedWithin?: number;
}

export function withGateOptions(command: Command): Command {
  return withSettlingOptions(
    command
      .optionsGroup('What decides on the gate:')
      .addOption(
        new Option('--gate <level>', 'the weakest level whose failures fail the run')
          .choices(LEVELS)
          .default('must'),
      )
      .option('--waivers <file>', 'file of findings that are excused for a time')
      .option(
        '--today <date>',
        'the day on which waivers are to hold, YYYY-MM-DD (default: today, UTC)',
        day,
      ),
  );
}

export function withSettlingOptions(command: Command): Command {
  return command
    .optionsGroup('What decides on the gate:')
    .option(
      '--baseline <report>',
      'an earlier run: only what is new since then, or differs otherwise, fails the run',
    )
    .option('--history <dir>', 'folder that keeps what runs have found, this one included')
    .option('--flicker <k/n>', 'fail only for what was seen in k of the last n runs of the history', flicker)
    .option(
      '--verified-within <time>',
      'unproven where an operation was proven longer ago in the history, as 30d, 12h or P30D',
      span,
    )
    .optionsGroup('');
}

function flicker(value: string): { readonly times: number; readonly of: number } {
  const [, times = '', of = ''] = /^(\d{1,3})\/(\d{1,3})$/.exec(value) ?? [];
  if (Number(times) < 1 || Number(of) < Number(times))
    throw new InvalidArgumentError('Give two numbers as 2/3, the first not above the second.');
  return { times: Number(times), of: Number(of) };
}

const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { w: 7 * DAY_MS, d: DAY_MS, h: DAY_MS / 24 };

/** `30d`, `12h`, `2w`, or the same as an ISO 8601 duration of one unit. */
function span(value: string): number {
  const [, iso = '', plain = ''] = /^(?:P(?:T(?=\d+H))?(\d+[WDH])|(\d+[wdh]))$/.exec(value) ?? [];
  const text = (iso === '' ? plain : iso).toLowerCase();
  const unit = UNITS[text.slice(-1)];
  if (unit === undefined || Number.parseInt(text, 10) < 1)
    throw new InvalidArgumentError('Give a time as 30d, 12h, 2w or P30D.');
  return Number.parseInt(text, 10) * unit;
}
