/**
 * A pure function of which many ask in turn about a few objects, and then about the next few: computed once for each for as
 * long as it is among the last so many asked for. For short-lived objects a weak map would cost more than it saves.
 */
export function whileRecent<Key extends object, Value>(
  compute: (key: Key) => Value,
  many: number,
): (key: Key) => Value {
  const keys: (Key | undefined)[] = [];
  const values: Value[] = [];
  let next = 0;
  return (key) => {
    const at = keys.indexOf(key);
    const known = at < 0 ? undefined : values[at];
    if (known !== undefined) return known;
    const value = compute(key);
    keys[next] = key;
    values[next] = value;
    next = (next + 1) % many;
    return value;
  };
}
