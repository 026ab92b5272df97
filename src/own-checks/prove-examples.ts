import { userErrors } from '../errors/catalogue.ts';
import type { CaseDraft } from '../judges/draft-case.ts';
import { judgeByChecks } from '../judges/judge-by-checks.ts';
import type { Check, Subject } from '../model/check.ts';

/** Holds a check against its own examples, by the judge of a run; throws for the first one that speaks against it. */
export function proveExamples(file: string, check: Check): void {
  const { passing, failing, notApplicable } = check.examples;
  assertAny(file, '/examples/passes', passing);
  assertAny(file, '/examples/fails', failing);
  const prove = (subject: Subject, place: string, expected: string, holds: (came: CaseDraft) => boolean) => {
    for (const came of judgeByChecks(subject, [check]))
      if (!holds(came)) throw userErrors.checkDisproved(file, `/examples/${place}`, expected, describe(came));
  };
  for (const [index, subject] of passing.entries())
    prove(subject, `passes/${index}`, 'it passes', ({ outcome }) => outcome === 'passed');
  for (const [index, { subject, pointers }] of failing.entries())
    prove(subject, `fails/${index}`, `it fails at ${pointers.join(', ')}`, (came) => isAt(came, pointers));
  for (const [index, subject] of notApplicable.entries())
    prove(subject, `doesNotApply/${index}`, 'it has nothing to say', ({ outcome }) =>
      outcome.startsWith('not-'),
    );
}

function assertAny(file: string, place: string, examples: readonly unknown[]): void {
  if (examples.length === 0)
    throw userErrors.fileInvalid(
      file,
      place,
      'no example',
      'one at least: who cannot pass or cannot fail proves nothing',
    );
}

function isAt({ outcome, findings }: CaseDraft, pointers: readonly string[]): boolean {
  const found = findings.map(({ pointer }) => pointer);
  return outcome === 'failed' && found.join('\n') === pointers.join('\n');
}

function describe({ outcome, reason, findings }: CaseDraft): string {
  if (outcome === 'passed') return 'it passes';
  if (outcome === 'failed') return `it fails at ${findings.map(({ pointer }) => pointer).join(', ')}`;
  return outcome === 'errored' ? `${reason}` : `it has nothing to say: ${reason}`;
}
