import type { Defect } from '../model/defect.ts';
import type { OperationReport, ReportedDefect } from '../model/report.ts';
import type { Suite } from '../model/suite.ts';

/** What the documents of the vendors judged get wrong, each with what the readings of its operations came to. */
export function reportDefects(
  suite: Suite,
  operations: readonly OperationReport[],
): readonly ReportedDefect[] {
  return suite.specs
    .filter((spec) => operations.some(({ vendor }) => vendor === spec.vendor))
    .flatMap(({ vendor, defects }) =>
      defects.map((defect) => ({ ...defect, vendor, shown: shownOf(defect, operations) })),
    );
}

function shownOf({ reading }: Defect, operations: readonly OperationReport[]): ReportedDefect['shown'] {
  return operations.flatMap(({ readings }) =>
    readings
      .filter(({ ambiguity }) => ambiguity === reading)
      .map(({ operation, follows, evidence }) => ({ operation, follows, evidence })),
  );
}
