import type { Spec } from '../model/spec.ts';
import type { Target } from '../model/target.ts';
import type { LiveTenant } from './live/live-tenant.ts';

export interface TargetOptions {
  readonly specs: readonly Spec[];
  readonly timeoutMs: number;
  readonly faults: readonly string[];
  /** Reading id by ambiguity id that the target is to follow, where a target can be told. */
  readonly readings: Readonly<Record<string, string>>;
  /** The tenant to speak with, where there is one. */
  readonly tenant?: LiveTenant | undefined;
}

/** One kind of target; its file in this folder is its registration. */
export interface TargetFactory {
  /** Equals the file name before `.target`. */
  readonly name: string;
  readonly title: string;
  readonly open: (options: TargetOptions) => Promise<Target>;
}
