import type { Defect } from '../model/defect.ts';
import type { Ambiguity } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { statement } from './statement.ts';
import { NO_REPORT } from './unseen.ts';

export const readingExplainer: Explainer = {
  names: (knowledge) => ambiguitiesOf(knowledge).map(({ id }) => id),
  explain: (name, knowledge) =>
    ambiguitiesOf(knowledge)
      .filter(({ id, readings }) => id === name || readings.some((one) => name === `${id}=${one.id}`))
      .map((ambiguity) => explain(ambiguity, knowledge)),
};

function ambiguitiesOf({ suite }: Knowledge): readonly Ambiguity[] {
  return suite.specs.flatMap(({ ambiguities }) => ambiguities);
}

function explain(ambiguity: Ambiguity, knowledge: Knowledge): Explanation {
  const { id, title, conflict, readings, because, toldApartBy } = ambiguity;
  return {
    kind: 'reading',
    name: id,
    title,
    about: [
      ...readings.map((one) => `${one.primary ? 'read as' : 'or as'} ${one.id}: ${one.says}`),
      `read so because ${because}`,
      `told apart by ${toldApartBy}`,
    ],
    documented: conflict.map(({ says, source }) => statement(says, source, knowledge)),
    reliedOn: [],
    seen: followedLines(ambiguity, knowledge.report),
    next: nextSteps(ambiguity, knowledge),
  };
}

function followedLines({ id, operations }: Ambiguity, report: Report | undefined): readonly string[] {
  if (report === undefined) return [NO_REPORT];
  const own = report.operations.flatMap(({ readings }) => readings.filter((one) => one.ambiguity === id));
  if (own.length === 0) return [`not known: ${operations.join(', ')} was not judged in that run`];
  return own.map(({ operation, follows, evidence }) =>
    follows === null
      ? `${operation}: nothing told the readings apart; ${evidence}`
      : `${operation} follows ${follows}: ${evidence}`,
  );
}

function nextSteps({ id, readings }: Ambiguity, knowledge: Knowledge): readonly string[] {
  const other = readings.find((one) => !one.primary);
  return [
    ...defectsOn(id, knowledge).map(({ question }) => `Ask the vendor: ${question}`),
    ...(other === undefined
      ? []
      : [`See it on the mock: livechat-conformance run --reading ${id}=${other.id}`]),
  ];
}

function defectsOn(id: string, { suite }: Knowledge): readonly Defect[] {
  return suite.specs.flatMap(({ defects }) => defects.filter(({ reading }) => reading === id));
}
