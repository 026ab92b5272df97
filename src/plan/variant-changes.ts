// The ways in which one field of a good request can be another and still be as documented.
import type { InputField } from '../model/input-field.ts';
import type { InteractionRequest } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import { jsonEqual } from '../model/json-pointer.ts';
import { valueOfPlace, withoutPlace, withPlace } from './edit-request.ts';
import { placeName, placeSlug, slug } from './name-place.ts';
import { type Change, type Described, lacking, sendable, suppliedBy } from './variant-change.ts';
import { otherForms, otherLengths } from './variant-forms.ts';

/** A field that the good request does not have, alone added to it. */
export function addedField(field: InputField, described: Described): readonly Change[] {
  const [base, ...others] = described;
  const { at, source, samples } = field;
  const set = documentedSet(field);
  if (set.length > 0) return set.map((value) => valueChange(field, base.request, value));
  const kind = { slug: `with-${placeSlug(at)}`, title: `with ${placeName(at)}`, source };
  const donor = others.find(({ request }) => valueOfPlace(request, at) !== undefined);
  if (donor !== undefined) return [suppliedBy(donor, kind, base.request, at)];
  const [sample] = samples;
  if (sample === undefined)
    return [lacking(kind, base.request, `a tenant would have to supply a value of ${placeName(at)}`)];
  return [sendable(kind, withPlace(base.request, at, sample))];
}

/** A field that the good request has, left out, or with another value that is documented. */
export function changedField(field: InputField, described: Described, sent: Json): readonly Change[] {
  const { request } = described[0];
  const others = documentedSet(field).filter((value) => !jsonEqual(value, sent));
  return [
    leftOut(field, request),
    ...others.map((value) => valueChange(field, request, value)),
    ...otherForms(field, request, sent),
    ...otherLengths(field, described, sent),
  ];
}

function leftOut({ at, presence }: InputField, request: InteractionRequest): Change {
  const kind = { slug: `without-${placeSlug(at)}`, title: `without ${placeName(at)}`, source: presence };
  return sendable(kind, withoutPlace(request, at));
}

function valueChange({ at, source }: InputField, request: InteractionRequest, value: Json): Change {
  const text = JSON.stringify(value);
  const kind = {
    slug: `${placeSlug(at)}-is-${slug(text)}`,
    title: `with ${text} as ${placeName(at)}`,
    source,
  };
  return sendable(kind, withPlace(request, at, value));
}

/** A boolean that is shown, not stated, was shown with one value only. */
function documentedSet({ values, types, source }: InputField): readonly Json[] {
  if (values.length > 0) return values;
  const isStated = source.strength === 'stated';
  return isStated && types.length === 1 && types[0] === 'boolean' ? [true, false] : [];
}
