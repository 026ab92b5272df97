/**
 * A pure function of which many ask in turn about one object, and then about the next: computed once for as long as the
 * object stays the same. Of short-lived objects a weak map would cost more than it saves, and hold them for too long.
 */
export function whileSame<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last === undefined || last.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}
