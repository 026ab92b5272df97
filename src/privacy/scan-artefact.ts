import { userErrors } from '../errors/catalogue.ts';
import type { Cloak } from './cloak.ts';
import { shownIn } from './find-hidden.ts';

/** Throws when a secret, or somebody's data, stands in what is about to be written. */
export type ScanArtefact = (artefact: string, content: string) => void;

const NOBODY: ReadonlySet<string> = new Set();

/** Names the artefact and what kind of thing is in it, never the thing. */
export function artefactScanner({ secrets, people }: Cloak): ScanArtefact {
  return (artefact, content) => {
    const indexes = [secrets.scanned, ...(people === undefined ? [] : [people.scanned])];
    const [[secret] = [], met = NOBODY] = shownIn(content, indexes);
    if (secret !== undefined) throw userErrors.artefactWithheld(artefact, `a secret, shown as ${secret},`);
    if (met.size > 0) throw userErrors.artefactWithheld(artefact, 'data of a person');
  };
}
