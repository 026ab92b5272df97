// Rules about claims no schema can make: what comes back, and what is told twice.
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { type JsonPath, pathOf, valueAt } from './json-edit.ts';
import { type LintRule, objectsIn } from './lint-input.ts';
import { type SpecNode, specNodes } from './spec-nodes.ts';

const ECHOES = ['x-echoes', 'x-correlates'];
const RELATIONS = ['equals', 'includes-each', 'ends-with-segment'];
const EXPRESSION = /^\$(request\.(query|path|header)\.[A-Za-z0-9_-]+|(request|response)\.body#(\/[^/]+)+)$/;

/** An echo is one relation to one runtime expression. */
export const everyEchoIsWellFormed: LintRule = ({ spec }) =>
  claimsOf(spec, ECHOES)
    .filter(({ claim }) => !isEcho(claim))
    .map(({ where }) => `${where}: no echo`);

/** A claim about a place that the documented payload has not got could never fail. */
export const everyClaimIsAboutAShownPlace: LintRule = ({ spec }) =>
  claimsOf(spec, [...ECHOES, 'x-agreements']).flatMap(({ claim, where, payload }) => {
    const unseen = placesOf(claim).filter((pointer) => !isThere(payload, pathOf(pointer)));
    return unseen.map((pointer) => `${where}: the example has no ${pointer}`);
  });

/** An agreement is of one kind, and its second place stars no member that the first does not. */
export const everyAgreementIsWellFormed: LintRule = ({ spec }) =>
  claimsOf(spec, ['x-agreements'])
    .filter(({ claim }) => !isAgreement(claim))
    .map(({ where }) => `${where}: no agreement`);

interface Claim {
  readonly claim: JsonObject;
  readonly where: string;
  /** The documented payload the claim is about. */
  readonly payload: Json | undefined;
}

function claimsOf(spec: Json, lists: readonly string[]): readonly Claim[] {
  return specNodes(spec).flatMap((found) =>
    lists.flatMap((list) =>
      objectsIn(found.node[list]).map((claim, index) => ({
        claim,
        where: `${found.pointer}/${list}/${index}`,
        payload: payloadOf(found),
      })),
    ),
  );
}

/** The first example of a response, or of the body of a notification. */
function payloadOf({ node, part }: SpecNode): Json | undefined {
  const body = part === 'notification' ? node['requestBody'] : node;
  const examples = valueAt(body, ['content', 'application/json', 'examples']);
  const [first] = isJsonObject(examples) ? Object.values(examples) : [];
  return valueAt(first, ['value']);
}

function isEcho(claim: JsonObject): boolean {
  const relations = RELATIONS.filter((relation) => Object.hasOwn(claim, relation));
  const [relation = ''] = relations;
  return (
    relations.length === 1 &&
    EXPRESSION.test(String(claim[relation])) &&
    typeof claim['at'] === 'string' &&
    (claim['when'] === undefined || (typeof claim['when'] === 'string' && relation === 'equals'))
  );
}

const AGREEMENTS = ['at equals', 'equals key-of', 'at not-before', 'at not-before precision'];

function isAgreement(claim: JsonObject): boolean {
  const parts = Object.keys(claim).filter((name) => name !== 'x-source');
  if (!AGREEMENTS.includes(parts.toSorted().join(' '))) return false;
  if ((claim['precision'] ?? 'second') !== 'second') return false;
  const other = String(claim['not-before'] ?? claim['equals']);
  const [upToStar] = /^.*\*/.exec(other) ?? [''];
  return (
    other.startsWith('/') && (claim['key-of'] === undefined ? starts(claim['at'], upToStar) : upToStar === '')
  );
}

/** The same members are passed on the way to both. */
function starts(place: Json | undefined, path: string): boolean {
  return typeof place === 'string' && place.startsWith('/') && (path === '' || place.startsWith(`${path}/`));
}

function placesOf(claim: JsonObject): readonly string[] {
  const members = claim['key-of'];
  if (typeof members === 'string') return [`${members}${claim['equals']}`];
  const other = String(claim['not-before'] ?? claim['equals']);
  return [String(claim['at']), ...(other.startsWith('/') ? [other] : [])];
}

/** `*` stands for every member; one that has the place is enough. */
function isThere(json: Json | undefined, path: JsonPath): boolean {
  const [head, ...rest] = path;
  if (head === undefined) return json !== undefined;
  if (head !== '*') return isThere(valueAt(json, [head]), rest);
  const members = isJsonArray(json) ? json : isJsonObject(json) ? Object.values(json) : [];
  return members.some((member) => isThere(member, rest));
}
