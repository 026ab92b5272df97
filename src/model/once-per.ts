/** A pure function that is asked the same of one object again and again, computed once for each. */
export function oncePer<Key extends object, Value extends object | string | number | boolean>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
