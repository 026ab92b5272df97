import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { Contract, ContractRule, Reliance } from '../model/contract.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { Spec } from '../model/spec.ts';
import { loadInteractions } from './load-interactions.ts';
import { readPactFile } from './pact-file.ts';

/** What the loader needs of a contract module; its interactions come from the pact file written from it. */
export interface ContractModule {
  readonly operation: string;
  readonly consumer: string;
  readonly relies: readonly Reliance[];
  readonly rules: readonly ContractRule[];
}

/** Joins each contract module with its interactions in `<pacts>/<consumer>-<vendor>.json`. */
export function loadContracts(
  pactsFolder: string,
  modules: readonly ContractModule[],
  specs: readonly Spec[],
): readonly Contract[] {
  const files = new Map<string, readonly HttpInteraction[]>();
  return modules.map((module) => {
    const vendor = vendorOf(module, specs);
    const file = join(pactsFolder, `${module.consumer}-${vendor}.json`);
    if (!existsSync(file)) throw userErrors.pactMissing(file, module.operation);
    const interactions = files.get(file) ?? loadInteractions(file, readPactFile(file), vendor, specs);
    files.set(file, interactions);
    return contractOf(module, vendor, file, interactions);
  });
}

function contractOf(
  module: ContractModule,
  vendor: string,
  file: string,
  interactions: readonly HttpInteraction[],
): Contract {
  const own = interactions.filter(({ operation }) => operation === module.operation);
  if (!own.some(({ intent }) => intent.kind === 'accepted'))
    throw userErrors.pactUnmatched(file, module.operation, 'has no interaction that is to be accepted.');
  const { operation, consumer, relies, rules } = module;
  return { operation, consumer, relies, rules, vendor, file, interactions: own };
}

function vendorOf(module: ContractModule, specs: readonly Spec[]): string {
  const spec = specs.find(({ operations }) => operations.some(({ id }) => id === module.operation));
  if (spec !== undefined) return spec.vendor;
  const known = specs.flatMap(({ operations }) => operations.map(({ id }) => id));
  throw userErrors.nameUnknown('documented operation', module.operation, known);
}
