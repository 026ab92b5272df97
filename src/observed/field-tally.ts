import { isJsonArray, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, JSON_TYPES } from '../model/json-pointer.ts';
import type { FieldSeen } from '../model/observation.ts';

/** Bounds, so that no recording makes it grow without end. */
const MOST_FIELDS = 4000;
const MOST_NAMES = 200;
const MOST_VALUES = 12;
const DEEPEST = 24;
/** Stands for every member of a list, and of a map with ids for names. */
const EACH = '*';
const DIGITS = /^\d+$/;

/** Hardly a name begins with a digit. */
function isId(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && DIGITS.test(name);
}

const NULL = JSON_TYPES.indexOf('null');
const BOOLEAN = JSON_TYPES.indexOf('boolean');
const INTEGER = JSON_TYPES.indexOf('integer');
const NUMBER = JSON_TYPES.indexOf('number');
const STRING = JSON_TYPES.indexOf('string');
const ARRAY = JSON_TYPES.indexOf('array');
const OBJECT = JSON_TYPES.indexOf('object');

/** In `JSON_TYPES`: of every value of every message a name would be looked up. */
function typeNumber(value: Json): number {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return Number.isInteger(value) ? INTEGER : NUMBER;
    case 'boolean':
      return BOOLEAN;
    case 'object':
      if (value === null) return NULL;
      return isJsonArray(value) ? ARRAY : OBJECT;
  }
}

interface Field {
  readonly at: string;
  readonly parent: Field | undefined;
  /** May its values be told? */
  readonly isClosed: boolean;
  /** How often each of `JSON_TYPES`. */
  readonly types: number[];
  readonly values: Map<Json, number>;
  readonly members: Map<string, Field>;
  present: number;
  objects: number;
}

/** What messages of one kind have shown of their fields: presence, types, and values of closed sets. */
export class FieldTally {
  readonly #place: string;
  readonly #isClosed: (pointer: string) => boolean;
  readonly #root: Field;
  #fields = 0;
  #messages = 0;

  /** `isClosed` tells of a pointer whether the document names all its values. */
  constructor(place: string, isClosed: (pointer: string) => boolean) {
    this.#place = place;
    this.#isClosed = isClosed;
    this.#root = this.#open('', undefined);
  }

  /** Counts a message in; tells whether it has shown anything for the first time. */
  add(message: Json): boolean {
    this.#messages += 1;
    return this.#visit(this.#root, message, 0);
  }

  fields(): readonly FieldSeen[] {
    return this.#listed(this.#root);
  }

  #open(at: string, parent: Field | undefined): Field {
    this.#fields += 1;
    const isClosed = this.#isClosed(at);
    const types = JSON_TYPES.map(() => 0);
    return { at, parent, isClosed, types, values: new Map(), members: new Map(), present: 0, objects: 0 };
  }

  #visit(field: Field, value: Json, depth: number): boolean {
    const type = typeNumber(value);
    const times = field.types[type] ?? 0;
    field.present += 1;
    field.types[type] = times + 1;
    if (typeof value !== 'object' || value === null)
      return (field.isClosed && countValue(field.values, value)) || times === 0;
    return this.#visitMembers(field, value, depth) || times === 0;
  }

  #visitMembers(field: Field, value: JsonObject | readonly Json[], depth: number): boolean {
    let isNew = false;
    if (isJsonArray(value)) {
      for (const item of value) if (this.#visitMember(field, EACH, item, depth)) isNew = true;
      return isNew;
    }
    field.objects += 1;
    // In place of a list of its keys, which would be made for every object there is.
    for (const name in value) {
      const member = value[name];
      if (member !== undefined && this.#visitMember(field, isId(name) ? EACH : name, member, depth))
        isNew = true;
    }
    return isNew;
  }

  #visitMember(field: Field, name: string, value: Json, depth: number): boolean {
    if (depth > DEEPEST) return false;
    const member = field.members.get(name) ?? this.#member(field, name);
    return member !== undefined && this.#visit(member, value, depth + 1);
  }

  #member(field: Field, name: string): Field | undefined {
    const known = field.members.get(name);
    if (known !== undefined) return known;
    // What has more names than any document lists is a map of ids.
    if (name !== EACH && field.members.size >= MOST_NAMES) return this.#member(field, EACH);
    if (this.#fields >= MOST_FIELDS) return undefined;
    const made = this.#open(`${field.at}/${escapeToken(name)}`, field);
    field.members.set(name, made);
    return made;
  }

  #listed(field: Field): readonly FieldSeen[] {
    const members = [...field.members.values()].flatMap((member) => this.#listed(member));
    if (field.present === 0) return members;
    const { at, present, values } = field;
    const types = JSON_TYPES.flatMap((type, number) => {
      const times = field.types[number] ?? 0;
      return times === 0 ? [] : [[type, times] as const];
    });
    const list = [...values].map(([value, times]) => ({ value, times }));
    const of = field.parent === undefined ? this.#messages : ofParent(field.parent, field);
    return [
      { at: `${this.#place}#${at}`, of, present, types: Object.fromEntries(types), values: list },
      ...members,
    ];
  }
}

function countValue(values: Map<Json, number>, value: Json): boolean {
  const times = values.get(value);
  if (times === undefined && values.size >= MOST_VALUES) return false;
  values.set(value, (times ?? 0) + 1);
  return times === undefined;
}

/** Of a member of a list or a map of ids nobody can tell how many there might have been. */
function ofParent(parent: Field, field: Field): number {
  return field.at.endsWith(`/${EACH}`) ? field.present : parent.objects;
}
