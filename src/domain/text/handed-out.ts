import { groupBy } from './group-by.ts';

/** Hands out items by key: those of one key in their order, each once, and then undefined. */
export function handedOut<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): (key: Key) => Item | undefined {
  const waiting = new Map(Array.from(groupBy(items, keyOf), ([key, its]) => [key, its.values()]));
  return (key) => waiting.get(key)?.next().value;
}
