import picocolors from 'picocolors';
import type { ReliedOnStanding, Verdict } from '../model/report.ts';
import type { Level } from '../model/source.ts';

type Paint = (text: string) => string;

/** Which colour means what; nothing is said by colour alone. */
export interface TerminalColours {
  readonly verdict: Readonly<Record<Verdict, Paint>>;
  readonly standing: Readonly<Record<ReliedOnStanding, Paint>>;
  readonly level: Readonly<Record<Level, Paint>>;
  readonly error: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
}

export function createTerminalColours(enabled: boolean): TerminalColours {
  const { green, yellow, red, magenta, cyan, bold, dim } = picocolors.createColors(enabled);
  return {
    verdict: { conformant: green, deviating: yellow, nonconformant: red, unproven: magenta },
    standing: { broken: red, unproven: magenta, kept: green, none: dim },
    level: { must: red, should: yellow, may: cyan },
    error: red,
    strong: bold,
    quiet: dim,
  };
}
