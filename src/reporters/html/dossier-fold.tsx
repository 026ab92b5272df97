import { createContext, type VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { deviationsOf } from '../dossier/deviation.ts';
import { dossierMarkdown } from '../dossier/dossier-markdown.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { inertText } from '../inert-text.ts';

/** By operation and group, as an inert report names them. */
type DossierTexts = ReadonlyMap<string, string>;

/** Written from the report as it was, for their commands must send its very bytes; the page knows an inert copy. */
export const Dossiers = createContext<DossierTexts>(new Map());

export function dossierTexts(report: Report): DossierTexts {
  return new Map(
    deviationsOf(report).map((deviation) => [keyOf(deviation.group), dossierMarkdown(report, deviation)]),
  );
}

/** What to send to the vendor; a click selects all of it, which takes no script. */
export function DossierFold({ group }: { readonly group: FindingGroup }): VNode {
  return (
    <Dossiers.Consumer>
      {(texts: DossierTexts) => {
        const text = texts.get(keyOf(group));
        return text === undefined ? null : (
          <details class="fold dossier">
            <summary>
              Dossier for the vendor <span class="quiet">a click into it selects all, ready to copy</span>
            </summary>
            <pre class="code">{text}</pre>
          </details>
        );
      }}
    </Dossiers.Consumer>
  );
}

function keyOf({ operation, id }: FindingGroup): string {
  return inertText(`${operation} ${id}`);
}
