import { groupBy } from './group-by.ts';

/** A function that returns the next item of a key at each call, in the order of the list, and undefined once none is left. */
export function nextByKey<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): (key: Key) => Item | undefined {
  const iterators = new Map(Array.from(groupBy(items, keyOf), ([key, group]) => [key, group.values()]));
  return (key) => iterators.get(key)?.next().value;
}
