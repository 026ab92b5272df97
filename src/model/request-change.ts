/** Another form that a value has on another reading of the documents. */
export const READING_FORMS = ['text', 'quoted', 'first-member', 'single', 'list', 'path'] as const;
export type ReadingForm = (typeof READING_FORMS)[number];

/**
 * One difference between a request of the primary reading and one of another. Places are `query.name`,
 * `header.name` or `body#/pointer`; a change whose places are not there changes nothing.
 */
export type RequestChange =
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'turn'; readonly at: string; readonly into: ReadingForm }
  /** What is at `from` stands, in another form, at `to` as well. */
  | { readonly kind: 'copy'; readonly from: string; readonly to: string; readonly into: ReadingForm }
  /** Of two that exclude each other on this reading, `at` gives way. */
  | { readonly kind: 'omit'; readonly at: string; readonly beside: string };
