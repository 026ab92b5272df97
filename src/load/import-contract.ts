import { userErrors } from '../errors/catalogue.ts';
import type { ContractRule } from '../model/contract.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { importDefault } from './import-module.ts';
import type { ContractModule } from './load-contracts.ts';
import schema from './schemas/contract.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

/** A contract that is a module, since it has rules; what it exports is held to the same schema as data. */
export async function importContract(file: string): Promise<ContractModule> {
  const { rules, ...data } = await importDefault(file, (problem) =>
    userErrors.contractUnreadable(file, problem),
  );
  // Functions are left to `isRule`; the rest is data.
  const told = validateData<Omit<ContractModule, 'rules'>>(file, schema, jsonOf(data));
  return { ...told, relies: told.relies ?? [], rules: rulesOf(file, rules) };
}

function jsonOf(data: object): JsonObject {
  const json: Json = JSON.parse(JSON.stringify(data));
  return json as JsonObject;
}

function rulesOf(file: string, rules: unknown): readonly ContractRule[] {
  if (rules === undefined) return [];
  if (!Array.isArray(rules)) throw userErrors.fileInvalid(file, '/rules', typeof rules, 'a list of rules');
  return rules.map((rule: unknown, index) => {
    if (isRule(rule)) return rule;
    throw userErrors.fileInvalid(
      file,
      `/rules/${index}`,
      'something else',
      'a rule: id, title and why as texts, and the function broken',
    );
  });
}

function isRule(rule: unknown): rule is ContractRule {
  if (typeof rule !== 'object' || rule === null) return false;
  const members: Readonly<Record<string, unknown>> = { ...rule };
  const isTold = ['id', 'title', 'why'].every((name) => typeof members[name] === 'string');
  return isTold && typeof members['broken'] === 'function';
}
