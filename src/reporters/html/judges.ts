import type { JudgeName } from '../../model/finding.ts';

/** In the order of their columns. */
export const JUDGES = ['schema', 'contract', 'checks'] as const satisfies readonly JudgeName[];
