// Rules about the readings of a vendor's documents.
import type { JsonObject } from '../../src/model/json.ts';
import { citationDefect } from './citation-defect.ts';
import { duplicates, type LintInput, type LintRule, objectsIn, textsIn } from './lint-input.ts';
import { operationIdsOf } from './operation-ids.ts';

const OBSERVATIONS = ['type', 'equals', 'equals-pointer', 'present', 'absent'];
const OBSERVED_AT = /^(response\.body|request\.body|notification\.[A-Za-z]+)#(\/.+)?$/;

export const ambiguityIdsAreUnique: LintRule = (input) =>
  duplicates(ambiguities(input).map((one) => String(one['id']))).map((id) => `${id} is used twice`);

export const ambiguityIdsNameTheirVendor: LintRule = (input) =>
  ambiguities(input)
    .map((one) => String(one['id']))
    .filter((id) => !new RegExp(`^${input.vendor}\\.[a-z]+(-[a-z]+)*$`).test(id))
    .map((id) => `${id} is no ${input.vendor}.<aspect>`);

export const everyAmbiguityHasTwoReadingsOnePrimary: LintRule = (input) =>
  ambiguities(input).flatMap((one) => {
    const readings = objectsIn(one['readings']);
    const primary = readings.filter((reading) => reading['primary'] === true);
    if (readings.length < 2) return [`${one['id']}: fewer than two readings`];
    return primary.length === 1 ? [] : [`${one['id']}: ${primary.length} primary readings`];
  });

export const readingIdsAreUnique: LintRule = (input) =>
  ambiguities(input).flatMap((one) =>
    duplicates(objectsIn(one['readings']).map((reading) => String(reading['id']))).map(
      (id) => `${one['id']}: reading ${id} is there twice`,
    ),
  );

export const everyAmbiguityNamesOperations: LintRule = (input) => {
  const known = operationIdsOf(input, ['operation']).map((id) => `${input.vendor}.${id}`);
  return ambiguities(input).flatMap((one) => {
    const named = textsIn(one['operations']);
    if (named.length === 0) return [`${one['id']}: no operations`];
    return named.filter((id) => !known.includes(id)).map((id) => `${one['id']}: unknown operation ${id}`);
  });
};

/** A conflict has at least two sides, each with lines that exist. */
export const everyConflictIsCited: LintRule = (input) =>
  ambiguities(input).flatMap((one) => {
    const sides = objectsIn(one['conflict']);
    if (sides.length < 2) return [`${one['id']}: fewer than two sides`];
    return sides.flatMap((side) => {
      const defect = citationDefect(input.documents, side);
      return defect === undefined ? [] : [`${one['id']}: ${defect}`];
    });
  });

export const everyAmbiguityIsExplained: LintRule = (input) =>
  ambiguities(input).flatMap((one) => [
    ...missingTexts(one, ['title', 'because', 'toldApartBy']).map((key) => `${one['id']}: no ${key}`),
    ...[...objectsIn(one['conflict']), ...objectsIn(one['readings'])]
      .filter((part) => missingTexts(part, ['says']).length > 0)
      .map(() => `${one['id']}: a side or a reading says nothing`),
  ]);

export const everyObservationIsWellFormed: LintRule = (input) =>
  ambiguities(input).flatMap((one) =>
    objectsIn(one['readings']).flatMap((reading) => {
      const observed = objectsIn([reading['observed'] ?? null])[0];
      return observed === undefined || isObservation(observed)
        ? []
        : [`${one['id']}: the observation of ${reading['id']} is malformed`];
    }),
  );

/** The primary reading is what is sent anyway; the others say in which places theirs differs. */
export const everyOtherRequestIsWellFormed: LintRule = (input) =>
  ambiguities(input).flatMap((one) =>
    objectsIn(one['readings']).flatMap((reading) => {
      const [request] = objectsIn([reading['request'] ?? null]);
      if (request === undefined) return [];
      if (reading['primary'] === true) return [`${one['id']}: the primary reading has a request of its own`];
      return objectsIn(request['changes'] ?? null)
        .flatMap(placesOf)
        .filter((place) => !PLACE.test(place))
        .map((place) => `${one['id']}: ${reading['id']} changes ${place}, which is no place of a request`);
    }),
  );

/** Who takes a value on one reading refuses it on another, or nothing is told by it. */
export const everyAdmissionHasItsOpposite: LintRule = (input) =>
  ambiguities(input).flatMap((one) => {
    const admissions = objectsIn(one['readings']).flatMap(({ admits }) => objectsIn([admits ?? null]));
    const [first, ...others] = admissions;
    if (first === undefined) return [];
    const isOpposed = others.some(
      ({ at, differs, taken }) =>
        at === first['at'] && differs === first['differs'] && taken !== first['taken'],
    );
    return isOpposed ? [] : [`${one['id']}: nobody admits the opposite at ${first['at']}`];
  });

const PLACE = /^(body#\/.+|(query|header)\.[^.]+)$/;

function placesOf(change: JsonObject): readonly string[] {
  return ['move', 'turn', 'copy', 'omit', 'to', 'beside']
    .map((key) => change[key])
    .filter((place) => typeof place === 'string');
}

function isObservation(observed: JsonObject): boolean {
  const kinds = Object.keys(observed).filter((key) => key !== 'at' && key !== 'when');
  const [kind = ''] = kinds;
  return kinds.length === 1 && OBSERVATIONS.includes(kind) && OBSERVED_AT.test(String(observed['at']));
}

function ambiguities(input: LintInput): readonly JsonObject[] {
  return objectsIn(input.readings);
}

function missingTexts(object: JsonObject, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => typeof object[key] !== 'string' || object[key] === '');
}
