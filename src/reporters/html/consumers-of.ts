import type { OperationReport } from '../../model/report.ts';
import type { CauseGroup } from '../cause-groups.ts';

/** Who is broken by a cause, or reads the place of it. */
export function consumersOf({ reliedOn }: OperationReport, cause: CauseGroup): readonly string[] {
  const readBy = cause.groups.flatMap(({ finding }) => finding.reliedOnBy);
  const broken = new Set(brokenConsumers(reliedOn, cause));
  return reliedOn.consumers
    .map(({ consumer }) => consumer)
    .filter((consumer) => broken.has(consumer) || readBy.some((each) => each.startsWith(`${consumer}:`)));
}

export function brokenConsumers(
  reliedOn: OperationReport['reliedOn'],
  { groups }: CauseGroup,
): readonly string[] {
  const own = new Set(groups.flatMap(({ places }) => places.map(({ fingerprint }) => fingerprint)));
  return reliedOn.consumers
    .filter(({ brokenBy }) => brokenBy.some(({ fingerprint }) => own.has(fingerprint)))
    .map(({ consumer }) => consumer);
}
