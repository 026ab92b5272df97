import { isJsonArray, type Json } from '../model/json.ts';
import { escapeToken } from '../model/json-pointer.ts';
import { describeFound } from './schema-complaint.ts';
import { isReference, looksLikeReference } from './secret-reference.ts';
import { assertKnown, type Complaints } from './tenant-complaints.ts';
import type { VendorData } from './tenant-data.ts';
import type { VendorValues } from './vendor-values.ts';

/** Values of provider states: known by name, of the form the contracts send, and credentials by reference only. */
export function checkStates(
  at: string,
  states: VendorData['states'],
  values: VendorValues,
  complaints: Complaints,
): void {
  for (const [state, supplied] of Object.entries(states)) {
    const here = `${at}/${escapeToken(state)}`;
    assertKnown(here, 'provider state', state, [...values.states.keys()], complaints);
    const wanted = values.states.get(state) ?? new Map();
    for (const [name, value] of Object.entries(supplied)) {
      const place = `${here}/${escapeToken(name)}`;
      assertKnown(place, 'value of this state', name, [...wanted.keys()], complaints);
      if (values.credentials.includes(name)) checkCredential(place, value, complaints);
      else checkValue(place, value, wanted.get(name), complaints);
    }
  }
}

function checkCredential(place: string, value: Json, complaints: Complaints): void {
  if (isReference(value)) return;
  throw complaints.inlineSecret(place, `${describeFound(value)} instead of a reference`);
}

function checkValue(place: string, value: Json, example: Json | undefined, complaints: Complaints): void {
  const [shown] = isJsonArray(example) ? example : [example];
  if (example !== undefined && isJsonArray(value) !== isJsonArray(example))
    throw complaints.invalid(
      place,
      describeFound(value),
      `${describeFound(example)}, as in ${JSON.stringify(example)}`,
      'Write it as the contract sends it.',
    );
  const members = isJsonArray(value) ? value : [value];
  if (members.length === 0)
    throw complaints.invalid(
      place,
      'an empty list',
      'something in it',
      'Name what is there, or remove the key.',
    );
  for (const [index, member] of members.entries())
    checkMember(isJsonArray(value) ? `${place}/${index}` : place, member, shown, complaints);
}

/** A text where the contract has a number is left to the vendor; the other way round YAML has misread it. */
function checkMember(place: string, value: Json, example: Json | undefined, complaints: Complaints): void {
  if (looksLikeReference(value))
    throw complaints.invalid(
      place,
      'a reference to a secret',
      'the value itself',
      'Only credentials are given by reference; write the value here.',
    );
  const isMisread = typeof example === 'string' && typeof value !== 'string';
  const isCut = typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value);
  if (isMisread || isCut)
    throw complaints.invalid(
      place,
      isCut ? 'a number too long to be kept exactly' : describeFound(value),
      'a text',
      'Put it in quotes.',
    );
}
