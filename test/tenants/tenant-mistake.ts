/** One mistake that a person may make in a tenant file, and what is to be said of it. */
export interface TenantMistake {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  /** After the path of the file. */
  readonly message: string;
  /** Part of the next step. */
  readonly hint: string;
}
