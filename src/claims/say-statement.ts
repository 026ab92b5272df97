import { isJsonObject, type Json } from '../model/json.ts';
import { describeCondition } from './describe-condition.ts';
import type { SchemaStatement } from './schema-statement.ts';
import { typeWords } from './type-words.ts';

/** What a statement of a schema says of its owner, and where. */
export function sayWhole(statement: SchemaStatement, owner: string): string {
  const where = statement.conditions.map((condition) => describeCondition(condition, condition.place));
  const condition = where.length === 0 ? '' : `, where ${where.join(' and ')}`;
  return `${sayStatement(statement, owner)}${condition}`;
}

/** The same without its conditions. */
export function sayStatement({ aspect, keyword, value, place }: SchemaStatement, owner: string): string {
  const thing = place === '' ? owner : `${place} in ${owner}`;
  switch (aspect) {
    case 'presence':
      return `${owner} has ${place}`;
    case 'type':
      return `${thing} is ${typeWords(value)}`;
    case 'nullability':
      return `${thing} can be null`;
    case 'value':
      return `${thing} is ${keyword === 'enum' ? `one of ${JSON.stringify(value)}` : JSON.stringify(value)}`;
    case 'format':
      return `${thing} has the format ${String(value)}`;
    case 'pattern':
      return `${thing} matches ${String(value)}`;
    case 'keys':
      return `the keys of ${thing} keep to ${JSON.stringify(value)}`;
    case 'choice':
      return `${thing} has ${choiceWords(value)}`;
    case 'limit':
      if (keyword === 'contains') return `${thing} has a member with ${memberWords(value)}`;
      return `${thing} keeps to ${keyword} ${JSON.stringify(value)}`;
  }
}

/** The values by which a member is told from the others. */
function memberWords(value: Json): string {
  const properties = isJsonObject(value) ? value['properties'] : undefined;
  const members = isJsonObject(properties) ? Object.entries(properties) : [];
  return members
    .map(([name, member]) => `${name} ${JSON.stringify(isJsonObject(member) ? member['const'] : null)}`)
    .join(' and ');
}

/** Members of which one set has to be there; other alternatives are only counted. */
function choiceWords(value: Json): string {
  const branches: readonly Json[] = Array.isArray(value) ? value : [];
  const names = branches.flatMap((branch) => {
    const required =
      typeof branch === 'object' && branch !== null ? Reflect.get(branch, 'required') : undefined;
    return Array.isArray(required) ? [required.join(' and ')] : [];
  });
  return names.length === branches.length ? names.join(', or ') : 'one of the documented forms';
}
