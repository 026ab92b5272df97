import { diagnosis, isTroubleId, TROUBLES } from '../diagnosis/catalogue.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { NO_REPORT, reasonsWith } from './unseen.ts';

export const troubleExplainer: Explainer = {
  names: () => Object.keys(TROUBLES),
  explain: (name, knowledge) => (isTroubleId(name) ? [explain(diagnosis(name), knowledge)] : []),
};

function explain({ id, says, blame, next, isPassing }: Diagnosis, { report }: Knowledge): Explanation {
  const passes = isPassing ? 'it may pass by itself' : 'it does not pass by itself';
  const lines = reasonsWith(report, says);
  return {
    kind: 'trouble',
    name: id,
    title: says,
    about: [`at fault: ${blame}`, passes],
    documented: [],
    reliedOn: [],
    seen: report === undefined ? [NO_REPORT] : lines.length === 0 ? ['it did not happen'] : lines,
    next: [next],
  };
}
