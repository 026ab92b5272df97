import type { Operation, Requirement } from '../model/operation.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { statement } from './statement.ts';
import { NO_REPORT, reasonsWith } from './unseen.ts';

export const requirementExplainer: Explainer = {
  names: (knowledge) => [...new Set(needsOf(knowledge).map(({ requirement }) => requirement.name))],
  explain: (name, knowledge) => {
    const needs = needsOf(knowledge).filter(({ requirement }) => requirement.name === name);
    return needs.length === 0 ? [] : [explain(name, needs, knowledge)];
  },
};

interface Need {
  readonly operation: Operation;
  readonly requirement: Requirement;
}

function needsOf({ suite }: Knowledge): readonly Need[] {
  return suite.specs.flatMap(({ operations }) =>
    operations.flatMap((operation) =>
      operation.requirements.map((requirement) => ({ operation, requirement })),
    ),
  );
}

function explain(name: string, needs: readonly Need[], knowledge: Knowledge): Explanation {
  const kinds = [...new Set(needs.map(({ requirement }) => requirement.kind))];
  const lines = reasonsWith(knowledge.report, name);
  const isHad = kinds.every((kind) => kind !== 'state');
  return {
    kind: 'requirement',
    name,
    title: `a ${kinds.join(' and ')} that must be there before an operation can succeed`,
    about: [],
    documented: needs.map(({ operation, requirement }) =>
      statement(`${operation.id} needs the ${requirement.kind} ${name}`, requirement.source, knowledge),
    ),
    reliedOn: [],
    seen:
      knowledge.report === undefined
        ? [NO_REPORT]
        : lines.length === 0
          ? ['no case came to nothing for want of it']
          : lines,
    next: [
      isHad
        ? 'Say under capabilities of the tenant file whether the tenant has it; livechat-conformance doctor asks where it can.'
        : 'Name something in that state under states of the tenant file, or let the run make it.',
    ],
  };
}
