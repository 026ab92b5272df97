import { isJsonArray, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, JSON_TYPES } from '../model/json-pointer.ts';
import type { FieldSeen } from '../model/observation.ts';
import { typeNumber } from './type-number.ts';

/** So that no recording makes a tally grow without end. */
export interface TallyBounds {
  readonly fields: number;
  /** Of one object. */
  readonly names: number;
  /** Of one field. */
  readonly values: number;
}

export const OF_A_REPORT: TallyBounds = { fields: 4000, names: 200, values: 12 };
/** What is short itself needs no bounds, and what is added to others must lack nothing. */
export const UNBOUNDED: TallyBounds = { fields: Infinity, names: Infinity, values: Infinity };
const DEEPEST = 24;
/** Stands for every member of a list, and of a map with ids for names. */
const EACH = '*';
const DIGITS = /^\d+$/;

/** Hardly a name begins with a digit. */
function isId(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && DIGITS.test(name);
}

interface Field {
  readonly at: string;
  /** May its values be told? */
  readonly isClosed: boolean;
  /** How often each of `JSON_TYPES`. */
  readonly types: number[];
  /** Number of the message that has shown each of them first. */
  readonly firsts: number[];
  readonly values: Map<Json, ValueSeen>;
  readonly members: Map<string, Field>;
  present: number;
  objects: number;
}

interface ValueSeen {
  times: number;
  readonly first: number;
}

/** What a tally holds, as it can be sent to another thread. */
export interface TalliedFields {
  readonly root: Field;
  readonly messages: number;
}

/** What messages of one kind have shown of their fields: presence, types, and values of closed sets. */
export class FieldTally {
  readonly #isClosed: (pointer: string) => boolean;
  readonly #bounds: TallyBounds;
  readonly #root: Field;
  #fields = 0;
  #messages = 0;
  /** Of the message that is being counted. */
  #number = 0;

  /** `isClosed` tells of a pointer whether the document names all its values. */
  constructor(isClosed: (pointer: string) => boolean, bounds: TallyBounds) {
    this.#isClosed = isClosed;
    this.#bounds = bounds;
    this.#root = this.#open('');
  }

  /** Counts a message in; tells whether it has shown anything for the first time. */
  add(message: Json, number: number): boolean {
    this.#messages += 1;
    this.#number = number;
    return this.#visit(this.#root, message, 0);
  }

  tallied(): TalliedFields {
    return { root: this.#root, messages: this.#messages };
  }

  /** Within the bounds it is the same to count parts or the whole; beyond them it hangs on the order of messages. */
  hasRoomFor({ root }: TalliedFields): boolean {
    return this.#fields + missingIn(this.#root, root, this.#bounds.names) <= this.#bounds.fields;
  }

  /** Counts in what this one has room for; gives the numbers of the messages that have shown anything first. */
  merge({ root, messages }: TalliedFields): ReadonlySet<number> {
    this.#messages += messages;
    const firsts = new Set<number>();
    this.#join(this.#root, root, firsts);
    return firsts;
  }

  /** `place` is where the messages stand in an exchange. */
  fields(place: string): readonly FieldSeen[] {
    return this.#listed(place, this.#root, undefined);
  }

  #open(at: string): Field {
    this.#fields += 1;
    return {
      at,
      isClosed: this.#isClosed(at),
      types: JSON_TYPES.map(() => 0),
      firsts: JSON_TYPES.map(() => 0),
      values: new Map(),
      members: new Map(),
      present: 0,
      objects: 0,
    };
  }

  #join(field: Field, other: Field, firsts: Set<number>): void {
    field.present += other.present;
    field.objects += other.objects;
    for (const [type, times] of other.types.entries()) {
      const known = field.types[type] ?? 0;
      if (known === 0 && times > 0) firsts.add(other.firsts[type] ?? 0);
      field.types[type] = known + times;
    }
    if (field.isClosed)
      for (const [value, { times, first }] of other.values)
        if (this.#countValue(field.values, value, times, first)) firsts.add(first);
    for (const [name, member] of other.members) {
      const own = this.#member(field, name);
      if (own !== undefined) this.#join(own, member, firsts);
    }
  }

  #visit(field: Field, value: Json, depth: number): boolean {
    const type = typeNumber(value);
    const times = field.types[type] ?? 0;
    field.present += 1;
    field.types[type] = times + 1;
    if (times === 0) field.firsts[type] = this.#number;
    if (typeof value !== 'object' || value === null)
      return (field.isClosed && this.#countValue(field.values, value, 1, this.#number)) || times === 0;
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
    if (name !== EACH && field.members.size >= this.#bounds.names) return this.#member(field, EACH);
    if (this.#fields >= this.#bounds.fields) return undefined;
    const made = this.#open(`${field.at}/${escapeToken(name)}`);
    field.members.set(name, made);
    return made;
  }

  #countValue(values: Map<Json, ValueSeen>, value: Json, times: number, first: number): boolean {
    const known = values.get(value);
    if (known === undefined && values.size >= this.#bounds.values) return false;
    if (known === undefined) values.set(value, { times, first });
    else known.times += times;
    return known === undefined;
  }

  #listed(place: string, field: Field, parent: Field | undefined): readonly FieldSeen[] {
    const members = [...field.members.values()].flatMap((member) => this.#listed(place, member, field));
    if (field.present === 0) return members;
    const { at, present, values } = field;
    const types = JSON_TYPES.flatMap((type, number) => {
      const times = field.types[number] ?? 0;
      return times === 0 ? [] : [[type, times] as const];
    });
    const list = [...values].map(([value, { times }]) => ({ value, times }));
    const of = parent === undefined ? this.#messages : ofParent(parent, field);
    return [
      { at: `${place}#${at}`, of, present, types: Object.fromEntries(types), values: list },
      ...members,
    ];
  }
}

/** How many fields of the other one are not known; infinite where an object would have more names than it may. */
function missingIn(field: Field | undefined, other: Field, mostNames: number): number {
  let names = 0;
  let below = 0;
  for (const [name, member] of other.members) {
    const known = field?.members.get(name);
    if (known === undefined) names += 1;
    below += missingIn(known, member, mostNames);
  }
  const isTooMany = names > 0 && (field?.members.size ?? 0) + names > mostNames;
  return isTooMany ? Infinity : names + below;
}

/** Of a member of a list or a map of ids nobody can tell how many there might have been. */
function ofParent(parent: Field, field: Field): number {
  return field.at.endsWith(`/${EACH}`) ? field.present : parent.objects;
}
