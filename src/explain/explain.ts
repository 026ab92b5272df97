import { checkExplainer } from './explain-check.ts';
import { claimExplainer } from './explain-claim.ts';
import { defectExplainer } from './explain-defect.ts';
import { errorExplainer } from './explain-error.ts';
import { findingExplainer } from './explain-finding.ts';
import { operationExplainer } from './explain-operation.ts';
import { readingExplainer } from './explain-reading.ts';
import { requirementExplainer } from './explain-requirement.ts';
import { stateExplainer } from './explain-state.ts';
import { troubleExplainer } from './explain-trouble.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';

/** In the order in which a name that is near to several is offered. */
const EXPLAINERS: readonly Explainer[] = [
  operationExplainer,
  checkExplainer,
  readingExplainer,
  defectExplainer,
  troubleExplainer,
  requirementExplainer,
  stateExplainer,
  errorExplainer,
  findingExplainer,
  claimExplainer,
];

/** Everything that has this name; empty where nothing has. */
export function explain(name: string, knowledge: Knowledge): readonly Explanation[] {
  return EXPLAINERS.flatMap((explainer) => explainer.explain(name, knowledge));
}

/** Every name that can be explained, each once. */
export function explainedNames(knowledge: Knowledge): readonly string[] {
  return [...new Set(EXPLAINERS.flatMap(({ names }) => names(knowledge)))];
}
