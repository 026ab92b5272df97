import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { loadSuite } from '../load/load-suite.ts';
import { openSuite } from '../load/open-suite.ts';
import { readText } from '../load/read-data-file.ts';
import type { Spec } from '../model/spec.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { suiteFlags } from './commands/suite-options.ts';
import { type KnownOfOperation, renderContract, renderPath } from './render-operation.ts';
import { stepsOfEffects } from './steps-of-effects.ts';
import { describeNewFiles, replaceFile, writeNewFile } from './write-new-file.ts';

export interface NewOperationOptions extends KnownOfOperation {
  readonly consumer: string;
  readonly folder: string;
  readonly force: boolean;
}

/** Adds a path to a spec of one's own, and writes a contract that says that nothing describes its interactions yet. */
export async function newOperation(id: string, options: NewOperationOptions): Promise<number> {
  const [, vendor = '', name = ''] = /^([a-z][a-z0-9-]*)\.([a-z][A-Za-z0-9]*)$/.exec(id) ?? [];
  if (name === '') throw userErrors.optionInvalid('The id', id, 'vendor.verbNoun');
  const specs = join(options.folder, 'specs');
  const own = join(options.folder, 'contracts');
  const spec = specOf(specs, vendor);
  const document = spec.citations.get(objectAt(spec))?.source.document ?? '';
  const file = join(specs, spec.file);
  const text = withPath(file, readText(file), renderPath(name, options, document));
  const contract = join(own, vendor, `${kebab(name)}.yaml`);
  if (spec.operations.some((operation) => operation.id === id || operation.path === options.path))
    throw userErrors.nameTwice('operation', id, file, file);
  writeNewFile(contract, renderContract(id, options.consumer), options.force);
  replaceFile(file, text);
  await openSuite(contracts, { specs: [specs], contracts: [own], onlyOwn: true });
  process.stdout.write(describeNewFiles([file, contract], nextSteps(id, vendor, contract, options)));
  return EXIT.gateMet;
}

function specOf(specs: string, vendor: string): Spec {
  const suite = loadSuite({ specs, pacts: specs }, []);
  const spec = suite.specs.find((one) => one.vendor === vendor);
  if (spec !== undefined) return spec;
  const known = suite.specs.map((one) => one.vendor);
  throw userErrors.nameUnknown(`vendor in ${specs}`, vendor, known);
}

function objectAt({ document }: Spec): object {
  const info = document['info'];
  return typeof info === 'object' && info !== null ? info : document;
}

/** Below `paths:`, and nothing else is touched: the comments of a spec are part of it. */
function withPath(file: string, text: string, path: string): string {
  const [line] = /^paths:[ \t]*(?:\{\})?[ \t]*$/m.exec(text) ?? [];
  if (line === undefined)
    throw userErrors.fileInvalid(file, '/paths', 'no line "paths:" of its own', 'one, to add the path below');
  return text.replace(line, () => `paths:\n${path.trimEnd()}`);
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function nextSteps(
  id: string,
  vendor: string,
  contract: string,
  { folder, consumer, effects }: NewOperationOptions,
): readonly string[] {
  const own = { specs: [join(folder, 'specs')], contracts: [join(folder, 'contracts')], onlyOwn: true };
  const flags = suiteFlags(own).join(' ');
  const pact = join(folder, 'contracts/pacts', `${consumer}-${vendor}.json`);
  const recipes = join(folder, 'contracts/recipes', `${vendor}.yaml`);
  return [
    'write into the spec what the document says of request and answer',
    `have the tests of ${consumer} write ${pact}, each interaction with references to ${id}`,
    `say in ${contract} which fields are read and what for, and take "pending" out`,
    `livechat-conformance run ${flags} --operation ${id}  (unproven until then)`,
    `livechat-conformance init ${flags} --vendor ${vendor}  (writes the file of a tenant)`,
    ...stepsOfEffects({ id, effects, recipes }),
  ];
}
