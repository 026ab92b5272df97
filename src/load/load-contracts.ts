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
  /** Why no pact file describes its interactions yet. */
  readonly pending?: string;
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
    const interactions = files.get(file) ?? interactionsIn(file, module, vendor, specs);
    files.set(file, interactions);
    return contractOf(module, vendor, file, interactions, specs);
  });
}

function interactionsIn(
  file: string,
  { operation, pending }: ContractModule,
  vendor: string,
  specs: readonly Spec[],
): readonly HttpInteraction[] {
  if (existsSync(file)) return loadInteractions(file, readPactFile(file), vendor, specs);
  if (pending === undefined) throw userErrors.pactMissing(file, operation);
  return [];
}

function contractOf(
  module: ContractModule,
  vendor: string,
  file: string,
  interactions: readonly HttpInteraction[],
  specs: readonly Spec[],
): Contract {
  const described = interactions.filter(({ operation }) => operation === module.operation);
  const own = described.length > 0 ? described : pendingInteractions(module, vendor, file, specs);
  if (!own.some(({ intent }) => intent.kind === 'accepted'))
    throw userErrors.pactUnmatched(file, module.operation, 'has no interaction that is to be accepted.');
  const { operation, consumer, relies, rules } = module;
  return { operation, consumer, relies, rules, vendor, file, interactions: own };
}

/** Stands in the plan for what is still to be described, and cannot be sent. */
function pendingInteractions(
  { operation, consumer, pending }: ContractModule,
  vendor: string,
  file: string,
  specs: readonly Spec[],
): readonly HttpInteraction[] {
  const documented = specs.flatMap(({ operations }) => operations).find(({ id }) => id === operation);
  if (pending === undefined || documented === undefined) return [];
  const { method, path, source } = documented;
  return [
    {
      ...{ kind: 'http', id: 'pending', consumer, vendor, operation },
      description: `what ${consumer} sends`,
      intent: { kind: 'accepted', outcome: 'success' },
      states: [],
      request: { method, path, query: [], headers: [], body: undefined, injections: [] },
      notifications: [],
      pact: {},
      sources: [source],
      brought: { from: file, obstacle: pending, returned: [] },
    },
  ];
}

function vendorOf(module: ContractModule, specs: readonly Spec[]): string {
  const spec = specs.find(({ operations }) => operations.some(({ id }) => id === module.operation));
  if (spec !== undefined) return spec.vendor;
  const known = specs.flatMap(({ operations }) => operations.map(({ id }) => id));
  throw userErrors.nameUnknown('documented operation', module.operation, known);
}
