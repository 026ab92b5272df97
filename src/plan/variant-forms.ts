// Other forms of a value that is sent: a number as text, one member of a list instead of several.
import type { InputField } from '../model/input-field.ts';
import type { HttpInteraction, InteractionRequest, ValueForm } from '../model/interaction.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import { typeOf } from '../model/json-pointer.ts';
import { injectionsAt, valueOfPlace, withPlace } from './edit-request.ts';
import { placeName, placeSlug } from './name-place.ts';
import { reshape } from './reshape-value.ts';
import { type Change, type Described, lacking, sendable, suppliedBy } from './variant-change.ts';

/** An id that is documented as a number and as a text. */
export function otherForms(field: InputField, request: InteractionRequest, sent: Json): readonly Change[] {
  if (field.at.startsWith('query.')) return [];
  const type = typeOf(sent);
  if (type === 'integer' && field.types.includes('string')) return bent(field, request, sent, 'text');
  if (type === 'string' && field.types.includes('integer')) return bent(field, request, sent, 'integer');
  return [];
}

/** Of a list with several members one alone; of a list with fewer, more than it has. */
export function otherLengths(field: InputField, described: Described, sent: Json): readonly Change[] {
  if (!isJsonArray(sent)) return [];
  const { request } = described[0];
  if (sent.length > 1) return bent(field, request, sent, 'first-member');
  const { at, source, hasShapelessMembers } = field;
  const [id, words] = sent.length === 0 ? ['with-members', 'members'] : ['with-several', 'several members'];
  const kind = {
    slug: `${id}-of-${placeSlug(at)}`,
    title: `with ${words} of ${placeName(at)}`,
    source,
  };
  const donor = described.find((other) => lengthAt(other, at) > sent.length);
  if (donor !== undefined) return [suppliedBy(donor, kind, request, at)];
  const lack = hasShapelessMembers
    ? `no document tells what a member of ${placeName(at)} looks like`
    : `a tenant would have to supply ${words} of ${placeName(at)}`;
  return [lacking(kind, request, lack)];
}

function lengthAt({ request }: HttpInteraction, at: string): number {
  const value = valueOfPlace(request, at);
  return isJsonArray(value) ? value.length : 0;
}

const FORMS = {
  text: ['as-text', 'as text'],
  integer: ['as-a-number', 'as a number'],
  'first-member': ['of-one-member', 'of one member'],
} as const satisfies Record<ValueForm, readonly [slug: string, title: string]>;

/** None where the value has no such form: a text of letters is no number. */
function bent(
  { at, source }: InputField,
  request: InteractionRequest,
  sent: Json,
  form: ValueForm,
): readonly Change[] {
  const value = reshape(sent, form);
  if (value === undefined) return [];
  const [id, words] = FORMS[form];
  const kind = { slug: `${placeSlug(at)}-${id}`, title: `with ${placeName(at)} ${words}`, source };
  const supplied = injectionsAt(request, at)
    .filter((injection) => injection.at === at || memberBelow(injection.at, at) === '0')
    .map((injection) => (injection.at === at ? { ...injection, form } : injection));
  return [sendable(kind, withPlace(request, at, value, supplied))];
}

/** The index below the list at which an injection stands. */
function memberBelow(at: string, list: string): string | undefined {
  return at.slice(list.length + 1).split('/')[0];
}
