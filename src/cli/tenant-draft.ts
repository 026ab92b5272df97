import type { Effect } from '../model/operation.ts';
import type { Environment } from '../model/tenant.ts';
import type { VendorNeeds } from './vendor-needs.ts';

/** What is known of a tenant before its file is written. */
export interface TenantDraft {
  readonly name: string;
  readonly environment: Environment;
  readonly vendors: readonly VendorDraft[];
}

export interface VendorDraft {
  readonly needs: VendorNeeds;
  readonly baseUrl: string;
  /** Reference by name of the credential. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly effects: readonly Effect[];
}

/** What is taken where nobody was asked: an address that never leads anywhere, and nothing allowed. */
export function draftVendor(name: string, needs: VendorNeeds): VendorDraft {
  return {
    needs,
    // No name below .invalid ever exists (RFC 2606), so a secret cannot go astray before the address is filled in.
    baseUrl: `https://${needs.vendor}.tenant.invalid`,
    credentials: Object.fromEntries(
      needs.credentials.map((credential) => [credential, variableFor(name, needs.vendor, credential)]),
    ),
    effects: [],
  };
}

/** `env:ACME_SANDBOX_VENDOR_API_KEY` for `acme-sandbox`, `vendor`, `apiKey`. */
export function variableFor(name: string, vendor: string, credential: string): string {
  const words = [name, vendor, credential].join('_').replaceAll(/([a-z])([A-Z])/g, '$1_$2');
  // A variable must not begin with a digit.
  const variable = words.replaceAll(/[^A-Za-z0-9]+/g, '_').replace(/^(?=\d)/, '_');
  return `env:${variable.toUpperCase()}`;
}
