import type { Report } from '../model/report.ts';
import type { Explainer, Explanation, Knowledge } from './explanation.ts';
import { otherReadings } from './other-readings.ts';
import { type SeenFinding, seenFindings } from './seen-findings.ts';
import { statement } from './statement.ts';

const LISTED = 6;

export const findingExplainer: Explainer = {
  names: ({ report }) => seenFindings(report).map(({ finding }) => finding.fingerprint),
  explain: (name, knowledge) =>
    seenFindings(knowledge.report)
      .filter(({ finding }) => finding.fingerprint === name)
      .map((each) => explain(each, knowledge)),
};

function explain(seen: SeenFinding, knowledge: Knowledge): Explanation {
  const { finding, cases, operation } = seen;
  const { fingerprint, pointer, expected, source, level } = finding;
  return {
    kind: 'finding',
    name: fingerprint,
    title: `${operation.operation}: ${cases[0].title}`,
    about: [`level: ${level}`, `at fault: ${finding.blame}`, `told by the check ${finding.check}`],
    documented: [statement(`at ${pointer}: ${expected}`, source, knowledge)],
    reliedOn: finding.reliedOnBy,
    seen: seenLines(seen, knowledge),
    next: nextSteps(seen, knowledge.report),
  };
}

function seenLines({ finding, cases, operation }: SeenFinding, { suite }: Knowledge): readonly string[] {
  const { fingerprint, waiver } = finding;
  const actuals = cases.flatMap(({ findings }) =>
    findings.filter((one) => one.fingerprint === fingerprint).map(({ actual }) => actual),
  );
  const exchanges = [...new Set(cases.map(({ exchange }) => exchange))];
  const others = exchanges.length - LISTED;
  const more = others > 0 ? [`… and in ${others} more`] : [];
  return [
    ...[...new Set(actuals)].slice(0, LISTED).map((actual) => `found ${actual}`),
    `${actuals.length} ${actuals.length === 1 ? 'time' : 'times'}, in the exchanges:`,
    ...exchanges.slice(0, LISTED),
    ...more,
    ...otherReadings(operation.readings, suite),
    ...(waiver === undefined
      ? []
      : [`waived until ${waiver.expires} by ${waiver.owner} (${waiver.ticket}): ${waiver.reason}`]),
  ];
}

function nextSteps({ finding }: SeenFinding, report: Report | undefined): readonly string[] {
  const { fingerprint, blame, next, waiver } = finding;
  const isSent = blame === 'vendor' || blame === 'document';
  const shutsGate = report?.gateShutBy.some((one) => one.fingerprint === fingerprint) === true;
  return [
    ...(waiver === undefined ? [next] : []),
    ...(isSent ? ['Send the vendor what dossier.md of the run says of it.'] : []),
    ...(shutsGate
      ? [
          'To excuse it for a time, fill in its entry in waivers.proposed.yaml of the run and give that with --waivers.',
        ]
      : []),
  ];
}
