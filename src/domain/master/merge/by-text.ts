import { groupBy } from '../../text/group-by.ts';

/** Hands out items by their texts: those of one text in their order, each once, and then undefined. */
export function handedOutByText<Item extends { readonly text: string }>(
  items: Iterable<Item>,
): (text: string) => Item | undefined {
  const waiting = new Map(
    Array.from(
      groupBy(items, ({ text }) => text),
      ([text, its]) => [text, its.values()],
    ),
  );
  return (text) => waiting.get(text)?.next().value;
}
