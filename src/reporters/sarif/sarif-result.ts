import type { OperationReport, Report } from '../../model/report.ts';
import type { WaiverNote } from '../../model/waiver.ts';
import { type FindingGroup, sourcesOf } from '../finding-groups.ts';
import { actualLabel, findingSentence } from '../finding-sentence.ts';
import { groupCases } from '../group-cases.ts';
import { groupLocation } from '../group-location.ts';
import { shorten } from '../shorten.ts';
import { sourceLabel } from '../source-label.ts';
import { waiverSentence } from '../waiver-sentence.ts';
import { sarifLevels } from './sarif-level.ts';
import { sarifCitations, sarifName, sarifPlace } from './sarif-places.ts';
import { sarifText } from './sarif-text.ts';

const VALUE_LIMIT = 400;

/** One finding, however often it was seen. */
export function sarifResult(report: Report, group: FindingGroup, ruleIndex: number): unknown {
  const { check, level, next, waiver } = group.finding;
  const operation = report.operations.find((each) => each.operation === group.operation);
  return {
    ruleId: check,
    ruleIndex,
    kind: 'fail',
    level: sarifLevels[level],
    message: { text: sarifText(`${group.operation}: ${findingSentence(group)}. ${next}`) },
    locations: operation === undefined ? [] : [location(report, operation, group)],
    relatedLocations: sarifCitations(report, sourcesOf(group)),
    partialFingerprints: fingerprints(group),
    occurrenceCount: group.places.length,
    ...(waiver !== undefined && { suppressions: [suppression(waiver)] }),
    properties: resultProperties(group, operation),
  };
}

function location(report: Report, operation: OperationReport, group: FindingGroup): unknown {
  const place = groupLocation(report, group);
  return {
    ...(place !== undefined && { physicalLocation: sarifPlace(place) }),
    logicalLocations: [sarifName(operation, group.pointer)],
  };
}

/** The second is the one that GitHub knows an alert again by; without it, it would go by the text of the line. */
function fingerprints({ id }: FindingGroup): unknown {
  return { 'finding/v1': id, primaryLocationLineHash: `${id}:1` };
}

function suppression(waiver: WaiverNote): unknown {
  return { kind: 'external', status: 'accepted', justification: waiverSentence(waiver) };
}

function resultProperties(group: FindingGroup, operation: OperationReport | undefined): unknown {
  const { blame, level, expected, specPointer, reliedOnBy } = group.finding;
  return {
    operation: group.operation,
    verdict: operation?.verdict ?? null,
    blame,
    level,
    pointer: group.pointer,
    expected: shorten(expected, VALUE_LIMIT),
    actual: actualLabel(group, VALUE_LIMIT),
    sources: sourcesOf(group).map(sourceLabel),
    specPointer,
    reliedOnBy,
    cases: groupCases(group),
  };
}
