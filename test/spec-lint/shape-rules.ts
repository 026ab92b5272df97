// Rules about the shape of a spec: names that resolve, words that are known.

import type { Json, JsonObject } from '../../src/model/json.ts';
import { EFFECTS, REFUSAL_CAUSES } from '../../src/model/operation.ts';
import { pathOf, valueAt } from './json-edit.ts';
import { duplicates, type LintRule, objectsIn, textsIn } from './lint-input.ts';
import { operationIdsOf } from './operation-ids.ts';
import { type SpecNode, specNodes } from './spec-nodes.ts';

const REFUSALS: readonly string[] = REFUSAL_CAUSES;
const KNOWN_EFFECTS: readonly string[] = EFFECTS;

const EXTENSIONS: ReadonlySet<string> = new Set([
  'x-source',
  'x-presence',
  'x-repairs',
  'x-effects',
  'x-requires',
  'x-touches',
  'x-history',
  'x-failure-signs',
  'x-notifications',
  'x-credential',
  'x-personal',
  'x-refuses',
  'x-echoes',
  'x-agreements',
  'x-matches',
  'x-correlates',
]);

export const operationIdsAreUnique: LintRule = (input) =>
  duplicates(operationIdsOf(input)).map((id) => `operationId ${id} is used twice`);

export const operationIdsAreVerbNouns: LintRule = (input) =>
  operationIdsOf(input)
    .filter((id) => !/^[a-z]+([A-Z][a-z]*)+$/.test(id))
    .map((id) => `operationId ${id} is no verbNoun`);

export const everyReferenceResolves: LintRule = ({ spec }) =>
  specNodes(spec).flatMap(({ node, pointer }) => {
    const reference = node['$ref'];
    if (typeof reference !== 'string') return [];
    const found = reference.startsWith('#/') ? valueAt(spec, pathOf(reference)) : undefined;
    return found === undefined ? [`${pointer}: ${reference} leads nowhere`] : [];
  });

/** An effect that is not declared would be sent to people unasked. */
export const everyOperationHasEffects: LintRule = ({ spec }) =>
  operationNodes(spec).flatMap(({ node, pointer }) => {
    const effects = textsIn(node['x-effects']);
    const unknown = effects.filter((effect) => !KNOWN_EFFECTS.includes(effect));
    if (effects.length === 0) return [`${pointer}: no x-effects`];
    return unknown.map((effect) => `${pointer}: unknown effect ${effect}`);
  });

/** Whoever is not named as touched could be written to unasked. */
export const everyOperationSaysWhomItTouches: LintRule = ({ spec }) =>
  operationNodes(spec).flatMap(({ node, pointer }) => {
    const touches = objectsIn(node['x-touches']);
    const concerned = textsIn(node['x-effects']).filter((effect) => REACHES_SOMEBODY.has(effect));
    if (touches.length === 0 && concerned.length > 0)
      return [`${pointer}: no x-touches though it ${concerned[0]}`];
    const names = objectsIn(node['parameters']).map(({ in: place, name }) => `${place}.${name}`);
    return touches
      .map(({ at }) => String(at))
      .filter((at) => !at.startsWith('body#/') && !names.includes(at))
      .map((at) => `${pointer}: ${at} is no parameter`);
  });

const REACHES_SOMEBODY = new Set<string>(['notifies-people', 'joins-as-person', 'costs-money']);

export const everyOperationHasFailureSigns: LintRule = ({ spec }) =>
  operationNodes(spec).flatMap(({ node, pointer }) => {
    const signs = objectsIn(node['x-failure-signs']);
    if (signs.length === 0) return [`${pointer}: no x-failure-signs`];
    return signs
      .filter((sign) => !isFailureSign(sign))
      .map(() => `${pointer}: a failure sign is not one test of one place`);
  });

export const everyRefusalIsKnown: LintRule = ({ spec }) =>
  specNodes(spec).flatMap(({ node, pointer }) => {
    const unknown = textsIn(node['x-refuses']).filter((cause) => !REFUSALS.includes(cause));
    return unknown.map((cause) => `${pointer}: unknown refusal ${cause}`);
  });

/** Closed list: a misspelt extension would silently mean nothing. */
export const noUnknownExtensions: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part }) => part !== 'properties')
    .flatMap(({ node, pointer }) =>
      Object.keys(node)
        .filter((key) => key.startsWith('x-') && !EXTENSIONS.has(key))
        .map((key) => `${pointer}: unknown extension ${key}`),
    );

/** Every notification an operation expects is described, with what tells it from the others. */
export const everyNotificationIsDescribed: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ path }) => path.at(-2) === 'outcomes' && path.at(-3) === 'x-notifications')
    .flatMap(({ node, pointer }) =>
      textsIn(node['expects'])
        .filter((name) => valueAt(spec, ['webhooks', name, 'post', 'x-matches']) === undefined)
        .map((name) => `${pointer}: ${name} is no described notification`),
    );

function operationNodes(spec: Json): readonly SpecNode[] {
  return specNodes(spec).filter(({ part }) => part === 'operation');
}

function isFailureSign(sign: JsonObject): boolean {
  const tests = ['present', 'equals', 'differs'].filter((key) => Object.hasOwn(sign, key));
  return tests.length === 1 && typeof sign['at'] === 'string';
}
