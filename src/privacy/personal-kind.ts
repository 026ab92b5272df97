/** What a field tells of a person; `none` where its name suggests so and it does not. */
export const PERSONAL_KINDS = [
  'name',
  'mail',
  'phone',
  'text',
  'address',
  'url',
  'ip',
  'agent',
  'none',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export function isPersonalKind(value: unknown): value is PersonalKind {
  return PERSONAL_KINDS.some((kind) => kind === value);
}

/** Names by which fields are known that no document describes. The first that fits counts. */
const TELL_TALE: readonly (readonly [PersonalKind, RegExp])[] = [
  ['none', /^(?:host|file|event|class|type|channel|operation|queue|department|field|app|os|browser).?name$/],
  ['mail', /e?.?mail(?:.?address(?:es)?)?s?$/],
  ['phone', /(?:phone|mobile|msisdn|fax|cell)(?:.?number)?s?$/],
  ['name', /^(?:.*[a-z]|)(?:first|last|full|given|family|sur|middle|display|nick|user|screen).?name$|^name$/],
  ['url', /(?:photo|avatar|picture|portrait)(?:.?ur[il])?$/],
  ['ip', /(?:^|[^a-z])ip(?:v[46])?(?:.?addr(?:ess)?)?$|remote.?addr/],
  ['address', /(?:street|postal|home|billing).?(?:address)?$|^address$|^(?:city|zip.?code|postcode)$/],
  ['agent', /^(?:ua|user.?agent)$/],
  ['text', /^(?:text|body|(?:html|plain|text|message|mail).?(?:body|text)|subject|comment)$/],
];

/** What a field of this name is likely to tell of a person; undefined where nothing suggests that it does. */
export function suspectedKind(name: string): PersonalKind | undefined {
  const plain = name.toLowerCase();
  return TELL_TALE.find(([, pattern]) => pattern.test(plain))?.[0];
}
