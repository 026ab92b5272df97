// Rules about sources: everything documented cites a passage that exists.
import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { citationDefect, citedLines } from './citation-defect.ts';
import type { LintInput, LintRule } from './lint-input.ts';
import { type Part, type SpecNode, specNodes } from './spec-nodes.ts';

const SOURCED: ReadonlySet<Part> = new Set([
  'path-item',
  'webhook',
  'operation',
  'notification',
  'parameter',
  'request-body',
  'response',
  'media-type',
  'example',
  'component-schema',
  'schema',
  'property',
]);

/** Parts that nothing above them speaks for: their own `x-source` is whole. */
const WHOLE: ReadonlySet<Part> = new Set(['path-item', 'webhook', 'component-schema']);

/** Whatever speaks for the vendor has a source, its own or an ancestor's. */
export const everyNodeHasASource: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part, node }) => SOURCED.has(part) && !isReferenceOnly(node))
    .filter(({ source }) => !isWhole(source))
    .map(({ pointer }) => `${pointer}: no source`);

/** A component, a webhook and a path item inherit from nothing. */
export const rootsHaveWholeSources: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part, node }) => WHOLE.has(part) && !isWhole(node['x-source']))
    .map(({ pointer }) => `${pointer}: its x-source is not whole`);

/** A property never leans on the lines of its parent. */
export const everyPropertyHasItsOwnSource: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part, node }) => part === 'property' && citedLines(node['x-source']) === undefined)
    .map(({ pointer }) => `${pointer}: no lines of its own`);

/** Entries of these lists are claims: each cites its own lines. */
const CLAIMS = new Set([
  'x-requires',
  'x-touches',
  'x-history',
  'x-failure-signs',
  'x-echoes',
  'x-agreements',
  'x-correlates',
]);

export const everyClaimHasItsOwnSource: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ path, node }) => CLAIMS.has(path.at(-2) ?? '') && citedLines(node['x-source']) === undefined)
    .map(({ pointer }) => `${pointer}: no lines of its own`);

/** Every document that is cited is known, and long enough for the lines that are cited. */
export const everyCitationExists: LintRule = (input) =>
  specNodes(input.spec).flatMap((found) => citationDefects(input, found));

function citationDefects(input: LintInput, found: SpecNode): readonly string[] {
  const sources: readonly [string, Json | undefined][] = [
    ['x-source', isJsonObject(found.node['x-source']) ? found.source : undefined],
    ['x-presence', presenceOf(found)],
  ];
  return sources.flatMap(([key, source]) => {
    const defect = source === undefined ? undefined : citationDefect(input.documents, source);
    return defect === undefined ? [] : [`${found.pointer}/${key}: ${defect}`];
  });
}

function presenceOf({ node, source }: SpecNode): Json | undefined {
  const presence = node['x-presence'];
  return isJsonObject(presence) ? { ...source, ...presence } : undefined;
}

function isWhole(source: Json | undefined): boolean {
  return (
    isJsonObject(source) &&
    typeof source['document'] === 'string' &&
    typeof source['strength'] === 'string' &&
    citedLines(source) !== undefined
  );
}

function isReferenceOnly(node: JsonObject): boolean {
  return Object.keys(node).length === 1 && typeof node['$ref'] === 'string';
}
