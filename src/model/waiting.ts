/** What a target waits for right now, of which vendor, and for how many milliseconds at most. */
export type Waiting = { readonly vendor: string; readonly withinMs: number } & (
  | { readonly kind: 'answer' }
  /** The request is sent, and what it has set off is to be heard of. */
  | { readonly kind: 'notifications' }
  /** The answer to a request beside the documented ones, and what that is for. */
  | { readonly kind: 'chore'; readonly says: string }
  /** The vendor wants to be left alone, or less often asked. */
  | { readonly kind: 'pause' }
);

export type OnWaiting = (waiting: Waiting) => void;
