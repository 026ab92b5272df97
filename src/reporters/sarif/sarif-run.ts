import { laterInstant } from '../../model/instant.ts';
import type { Report } from '../../model/report.ts';
import { groupReportFindings } from '../finding-groups.ts';
import { exitCodeLabels } from '../labels.ts';
import { sarifNotifications } from './sarif-notifications.ts';
import { SARIF_BASES } from './sarif-places.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRules } from './sarif-rules.ts';

/** One run of ours as one run of SARIF. */
export function sarifRun(report: Report): unknown {
  const groups = groupReportFindings(report);
  const rules = sarifRules(groups);
  return {
    tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules } },
    automationDetails: { id: `${report.tool.name}/${report.target.name}/` },
    invocations: [invocation(report)],
    originalUriBaseIds: SARIF_BASES,
    columnKind: 'utf16CodeUnits',
    results: groups.map((group) =>
      sarifResult(
        report,
        group,
        rules.findIndex(({ id }) => id === group.finding.check),
      ),
    ),
    properties: runProperties(report),
  };
}

/** What could not be proven is no success, whatever else was found. */
function invocation(report: Report): unknown {
  const { startedAt, durationMs } = report.run;
  return {
    executionSuccessful: report.exitCode === 0 || report.exitCode === 1,
    exitCode: report.exitCode,
    exitCodeDescription: exitCodeLabels[report.exitCode],
    startTimeUtc: startedAt,
    endTimeUtc: laterInstant(startedAt, durationMs),
    toolExecutionNotifications: sarifNotifications(report),
  };
}

function runProperties({ verdict, because, documented, reliedOn, gate, run, totals }: Report): unknown {
  return {
    verdict,
    because,
    documented: documented.verdict,
    reliedOn: reliedOn.standing,
    gate,
    run: run.id,
    interrupted: run.interrupted,
    totals,
  };
}
