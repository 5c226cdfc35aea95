/**
 * Caches the results of a function. The cache is cleared when it holds `most` entries, so that a file cannot grow it
 * without end.
 */
export function remember<Key, Value>(make: (key: Key) => Value, most: number): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
