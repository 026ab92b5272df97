import { userErrors } from '../errors/catalogue.ts';
import { reporters } from '../generated/reporters.ts';
import type { Reporter } from '../reporters/reporter.ts';

export interface ChosenReporter {
  readonly reporter: Reporter;
  /** File given by the user; otherwise the reporter's own, in the folder of the run. */
  readonly file: string | undefined;
}

/** Reads `name` or `name=file`; without any, every format that needs no asking for. */
export function chooseReporters(wanted: readonly string[]): readonly ChosenReporter[] {
  const known: readonly Reporter[] = reporters;
  if (wanted.length === 0)
    return known
      .filter(({ onRequest }) => onRequest !== true)
      .map((reporter) => ({ reporter, file: undefined }));
  return wanted.map((text) => {
    const [name = '', ...rest] = text.split('=');
    const reporter = known.find((candidate) => candidate.name === name);
    if (reporter === undefined)
      throw userErrors.nameUnknown(
        'reporter',
        name,
        known.map((candidate) => candidate.name),
      );
    if (text.includes('=') && rest.join('=') === '')
      throw userErrors.optionInvalid('--reporter', text, `a file after ${name}=`);
    return { reporter, file: rest.length === 0 ? undefined : rest.join('=') };
  });
}
