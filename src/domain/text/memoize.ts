/**
 * A function that caches its results. The cache is emptied when it holds `maxEntries`, so that the texts of a file cannot
 * make it grow without bound.
 * @param compute a pure function; a result of undefined is computed anew each time
 */
export function memoize<Key, Value>(compute: (key: Key) => Value, maxEntries: number): (key: Key) => Value {
  const cache = new Map<Key, Value>();
  return (key) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const value = compute(key);
    if (cache.size >= maxEntries) cache.clear();
    cache.set(key, value);
    return value;
  };
}

/** A function that caches its last result only: several rules in turn examine the same text. */
export function memoizeLast<Result>(compute: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: compute(text) };
    return last.result;
  };
}
