import { userErrors } from '../errors/catalogue.ts';
import { targets } from '../generated/targets.ts';
import type { Suite } from '../model/suite.ts';
import type { Target } from '../model/target.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import type { TargetFactory } from '../targets/target-factory.ts';
import { readFaults, readReadings } from './mock-options.ts';

export interface TargetChoice {
  readonly target: string;
  readonly timeout: number;
  readonly fault: readonly string[];
  readonly reading: readonly string[];
}

export async function openTarget(
  choice: TargetChoice,
  suite: Suite,
  tenant: LiveTenant | undefined,
): Promise<Target> {
  const known: readonly TargetFactory[] = targets;
  const factory = known.find(({ name }) => name === choice.target);
  if (factory === undefined)
    throw userErrors.nameUnknown(
      'target',
      choice.target,
      known.map(({ name }) => name),
    );
  return factory.open({
    specs: suite.specs,
    timeoutMs: choice.timeout,
    faults: readFaults(choice.fault),
    readings: readReadings(choice.reading, suite.specs),
    tenant,
  });
}
