import { userErrors } from '../errors/catalogue.ts';
import type { Cloak } from './cloak.ts';

/** Throws when a secret, or somebody's data, stands in what is about to be written. */
export type ScanArtefact = (artefact: string, content: string) => void;

/** Names the artefact and what kind of thing is in it, never the thing. */
export function artefactScanner({ secrets, people }: Cloak): ScanArtefact {
  return (artefact, content) => {
    const [secret] = secrets.foundIn(content);
    if (secret !== undefined) throw userErrors.artefactWithheld(artefact, `a secret, shown as ${secret},`);
    if (people?.areIn(content) === true) throw userErrors.artefactWithheld(artefact, 'data of a person');
  };
}
