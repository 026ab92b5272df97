import type { Contract } from '../model/contract.ts';
import type { DocumentedResponse, Operation, Requirement } from '../model/operation.ts';
import type { OperationReport } from '../model/report.ts';
import type { Explainer, Explanation, Knowledge, Statement } from './explanation.ts';
import { otherReadings } from './other-readings.ts';
import { findingLines, findingStep, type SeenFinding, seenFindings } from './seen-findings.ts';
import { statement } from './statement.ts';
import { NO_REPORT, operationReport, runStep } from './unseen.ts';

export const operationExplainer: Explainer = {
  names: (knowledge) => operationsOf(knowledge).map(({ id }) => id),
  explain: (name, knowledge) =>
    operationsOf(knowledge)
      .filter(({ id, vendor }) => id === name || id === `${vendor}.${name}`)
      .map((operation) => explain(operation, knowledge)),
};

function operationsOf({ suite }: Knowledge): readonly Operation[] {
  return suite.specs.flatMap(({ operations }) => operations);
}

function explain(operation: Operation, knowledge: Knowledge): Explanation {
  const { id, title } = operation;
  const report = operationReport(knowledge, id);
  const findings = seenFindings(knowledge.report).filter((each) => each.operation.operation === id);
  return {
    kind: 'operation',
    name: id,
    title,
    about: [],
    documented: documented(operation, knowledge),
    reliedOn: knowledge.suite.contracts.filter(({ operation: of }) => of === id).flatMap(relianceLines),
    seen: report === undefined ? [unseen(operation, knowledge)] : seenLines(report, findings, knowledge),
    next: nextSteps(operation, report, findings),
  };
}

function documented(operation: Operation, knowledge: Knowledge): readonly Statement[] {
  const { method, path, source, requirements, responses, notifications } = operation;
  const does = operation.effects.map((effect) => effect.replaceAll('-', ' ')).join(', ');
  return [
    statement(`${method} ${path}; it ${does}`, source, knowledge),
    ...requirements.map((one) => statement(requirementWords(one), one.source, knowledge)),
    ...responses.map((one) => statement(responseWords(one), one.source, knowledge)),
    ...(notifications?.kinds ?? []).map((one) =>
      statement(`${one.title} (notification ${one.name})`, one.source, knowledge),
    ),
  ];
}

function requirementWords({ kind, name }: Requirement): string {
  return `it needs the ${kind} ${name}`;
}

function responseWords({ status, refuses, contentType }: DocumentedResponse): string {
  const form = contentType === undefined ? '' : ` with ${contentType.value}`;
  const why = refuses.length === 0 ? 'success' : `a refusal: ${refuses.join(', ')}`;
  return `${status}${form} is ${why}`;
}

function relianceLines({ consumer, relies, rules }: Contract): readonly string[] {
  return [
    ...relies.map(({ field, why }) => `${consumer} reads ${field}: ${why}`),
    ...rules.map(({ id, title }) => `${consumer} relies on the rule ${id}: ${title}`),
  ];
}

function unseen({ id }: Operation, { report }: Knowledge): string {
  return report === undefined ? NO_REPORT : `not known: ${id} was not judged in that run`;
}

function seenLines(
  { documented: answer, reliedOn, claims: { counts }, readings }: OperationReport,
  findings: readonly SeenFinding[],
  { suite }: Knowledge,
): readonly string[] {
  return [
    `what is documented, ${answer.verdict}: ${answer.because}`,
    `what is relied on, ${reliedOn.standing}: ${reliedOn.because}`,
    `of ${counts.total} claims ${counts.confirmed} were confirmed, ${counts.contradicted} contradicted, ` +
      `${counts.notObserved} not observed, ${counts.untestable} are untestable`,
    ...otherReadings(readings, suite),
    ...findingLines(findings),
  ];
}

function nextSteps(
  { id }: Operation,
  report: OperationReport | undefined,
  findings: readonly SeenFinding[],
): readonly string[] {
  if (report === undefined) return [runStep(id)];
  const step = findingStep(findings);
  if (step.length > 0) return step;
  return report.verdict === 'unproven' ? [report.because] : ['Nothing.'];
}
