import type { VendorRecipes } from '../../model/recipe.ts';
import type { SecretReference, Tenant, VendorSecrets } from '../../model/tenant.ts';

/** A tenant with all that is needed to speak with it. Its secrets live in memory only. */
export interface LiveTenant {
  readonly tenant: Tenant;
  readonly secrets: {
    readonly vendors: readonly VendorSecrets[];
    readonly secretOf: (reference: SecretReference) => string;
    /** Each once, for whoever has to keep them out of what is written. */
    readonly values: readonly string[];
  };
  readonly recipes: readonly VendorRecipes[];
  /** The name of the production tenant that the user has spelt out. */
  readonly productionWord: string | undefined;
}
