import type { Plan } from '../model/plan.ts';

/** What a run tells while it goes on. */
export type Progress =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'sending'; readonly id: string; readonly done: number; readonly of: number }
  | { readonly kind: 'judging'; readonly open: number };
