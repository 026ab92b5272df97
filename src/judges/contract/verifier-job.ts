/** One interaction to be verified against the replay gateway; crosses the process boundary as JSON. */
export interface VerifierJob {
  readonly id: number;
  readonly pactFile: string;
  readonly provider: string;
  readonly baseUrl: string;
  readonly stateUrl: string;
  readonly message: { readonly port: number; readonly path: string } | null;
}

/** `json` is the verifier's own result document. */
export type VerifierReply =
  | { readonly id: number; readonly json: string }
  | { readonly id: number; readonly problem: string };
