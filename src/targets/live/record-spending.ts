import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Cost } from '../../effects/budget-left.ts';
import type { Purse } from '../../effects/effects-guard.ts';
import { type Discretion, NO_DISCRETION } from '../../model/target.ts';

/** A budget holds for a run with all its parts: what is spent is on disk, and taken off when the run is gone on with. */
export function recordSpending(
  purse: Purse,
  file: string,
  scan: Discretion['scan'] = NO_DISCRETION.scan,
): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  purse.follow(text.split('\n').flatMap(parseCost), ({ requests, messages, money = 0 }) => {
    const line = JSON.stringify({ requests, messages, money });
    scan(file, line);
    // A line break before it as well: the last line may be torn.
    appendFileSync(file, `\n${line}\n`, { mode: 0o600 });
  });
}

/** What is torn was never sent, since it is written before. */
function parseCost(text: string): readonly Cost[] {
  try {
    const value: unknown = JSON.parse(text);
    return isCost(value) ? [value] : [];
  } catch {
    return [];
  }
}

function isCost(value: unknown): value is Cost {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['requests', 'messages', 'money'].every((name) => typeof Reflect.get(value, name) === 'number')
  );
}
