import type { Plan } from '../model/plan.ts';
import type { Waiting } from '../model/waiting.ts';

/** What a run tells while it goes on. */
export type Progress =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | {
      readonly kind: 'sending';
      readonly id: string;
      readonly vendor: string;
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: 'sent'; readonly vendor: string; readonly done: number; readonly of: number }
  | { readonly kind: 'waiting'; readonly waiting: Waiting }
  | { readonly kind: 'clearing' }
  | { readonly kind: 'judging'; readonly open: number };
