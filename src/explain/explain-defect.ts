import type { Defect } from '../model/defect.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { statement } from './statement.ts';
import { NO_REPORT } from './unseen.ts';

export const defectExplainer: Explainer = {
  names: (knowledge) => defectsOf(knowledge).map(({ id }) => id),
  explain: (name, knowledge) =>
    defectsOf(knowledge)
      .filter(({ id }) => id === name)
      .map((defect) => explain(defect, knowledge)),
};

/** A defect that goes by the name of its readings is told with them. */
function defectsOf({ suite }: Knowledge): readonly Defect[] {
  return suite.specs.flatMap(({ defects }) => defects.filter(({ id, reading }) => id !== reading));
}

function explain({ id, title, kind, sources, ...defect }: Defect, knowledge: Knowledge): Explanation {
  return {
    kind: 'defect',
    name: id,
    title,
    about: [`${kind}; touches ${defect.operations.join(', ')}`, `assumed: ${defect.assumed}`],
    documented: sources.map(({ says, source }) => statement(says, source, knowledge)),
    reliedOn: [],
    seen: shownLines(id, defect.reading, knowledge),
    next: [`Ask the vendor: ${defect.question}`],
  };
}

function shownLines(id: string, reading: string | null, { report }: Knowledge): readonly string[] {
  if (report === undefined) return [NO_REPORT];
  if (reading === null) return ['nothing on the wire can show it'];
  const shown = report.defects.find((one) => one.id === id)?.shown ?? [];
  if (shown.length === 0) return ['not known: none of its operations was judged in that run'];
  return shown.map(({ operation, follows, evidence }) =>
    follows === null
      ? `${operation}: ${evidence}`
      : `${operation} follows the reading ${follows}: ${evidence}`,
  );
}
