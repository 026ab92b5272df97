import type { Report } from '../../model/report.ts';
import { fingerprintAnchor } from './anchors.ts';

/** The anchor of a finding, where this page holds it: what an earlier run found may be gone. */
export function anchorIfHeld(report: Report, operation: string, fingerprint: string): string | undefined {
  const held = report.operations.find((each) => each.operation === operation);
  const isHeld = held?.cases.some(({ findings }) =>
    findings.some((each) => each.fingerprint === fingerprint),
  );
  return isHeld === true ? fingerprintAnchor(operation, fingerprint) : undefined;
}
