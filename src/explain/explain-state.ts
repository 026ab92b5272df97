import type { HttpInteraction } from '../model/interaction.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { NO_REPORT, reasonsWith } from './unseen.ts';

/** Provider states, by the name that contracts and tenant files call them. */
export const stateExplainer: Explainer = {
  names: (knowledge) => [
    ...new Set(interactionsOf(knowledge).flatMap(({ states }) => states.map(({ name }) => name))),
  ],
  explain: (name, knowledge) => {
    const needing = interactionsOf(knowledge).filter(({ states }) => states.some((one) => one.name === name));
    return needing.length === 0 ? [] : [explain(name, needing, knowledge)];
  },
};

function interactionsOf({ suite }: Knowledge): readonly HttpInteraction[] {
  return suite.contracts.flatMap(({ interactions }) => interactions);
}

function explain(name: string, needing: readonly HttpInteraction[], { report }: Knowledge): Explanation {
  const vendors = [...new Set(needing.map(({ vendor }) => vendor))];
  const lines = reasonsWith(report, `'${name}'`);
  return {
    kind: 'state',
    name,
    title: `a provider state of ${vendors.join(', ')}`,
    about: [],
    documented: [],
    reliedOn: needing.map(
      ({ consumer, operation, description }) => `${consumer}, for ${operation}: ${description}`,
    ),
    seen:
      report === undefined
        ? [NO_REPORT]
        : lines.length === 0
          ? ['no case came to nothing for want of it']
          : lines,
    next: [
      'Name it under states of the tenant file; livechat-conformance init writes which values it takes.',
      'Where the vendor’s own API can make it, a run does so itself: livechat-conformance run --dry-run shows it.',
    ],
  };
}
