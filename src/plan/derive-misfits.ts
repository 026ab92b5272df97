import type { InputField } from '../model/input-field.ts';
import type { HttpInteraction, InteractionRequest } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { Probe } from './derive-probes.ts';
import { canBeAdded, type DisputedPlaces } from './derive-variants.ts';
import type { DocumentedInput } from './documented-input.ts';
import { valueOfPlace, withPlace } from './edit-request.ts';
import { placeName, placeSlug } from './name-place.ts';

/** Probes with a value that does not fit: of a type, or outside a closed set, that the document does not allow. */
export function deriveMisfits(
  operation: Operation,
  { request }: HttpInteraction,
  input: DocumentedInput,
  disputed: DisputedPlaces,
): readonly Probe[] {
  const required = new Set([
    ...(request.body === undefined ? [] : input.requiredFields(operation, request.body)).map(
      ({ pointer }) => `body#${pointer}`,
    ),
    ...operation.parameters.filter((one) => one.required).map(({ name }) => `query.${name}`),
  ]);
  return input
    .fields(operation)
    .filter(({ at }) => valueOfPlace(request, at) !== undefined || canBeAdded(request, at, disputed))
    .flatMap((field) => [
      ...(field.source.strength === 'stated' || required.has(field.at) ? wrongTypes(field, request) : []),
      ...undocumentedValues(field, request),
    ])
    .filter((probe) => !input.isDocumented(operation, probe.request));
}

function wrongTypes({ at, types, source }: InputField, request: InteractionRequest): readonly Probe[] {
  const value = at.startsWith('query.') ? misfitText(types) : misfit(types);
  if (value === undefined) return [];
  return [
    {
      slug: `probe-wrong-type-${placeSlug(at)}`,
      title: `with ${placeName(at)} of a wrong type`,
      intent: { kind: 'refused', cause: 'wrong-type', field: at, reason: source },
      request: withPlace(request, at, value),
    },
  ];
}

/** Some vendors make a text of a number and a boolean of a text: what has members is taken for neither. */
function misfit(types: InputField['types']): Json | undefined {
  if (types.length === 0) return undefined;
  if (!types.includes('object')) return { wrong: 'type' };
  return types.includes('array') ? undefined : ['wrong type'];
}

/** In a query everything is text; that of a number cannot have letters. */
function misfitText(types: InputField['types']): Json | undefined {
  return types.length === 0 || types.includes('string') ? undefined : 'wrong-type';
}

function undocumentedValues(
  { at, values, source }: InputField,
  request: InteractionRequest,
): readonly Probe[] {
  if (values.length === 0 || !values.every((value) => typeof value === 'string')) return [];
  return [
    {
      slug: `probe-undocumented-${placeSlug(at)}`,
      title: `with an undocumented value as ${placeName(at)}`,
      intent: { kind: 'refused', cause: 'undocumented-value', field: at, reason: source },
      request: withPlace(request, at, 'undocumented'),
    },
  ];
}
