import type { Consolidation } from './consolidation.ts';

/** How many paragraphs of a report stand for several texts, and for how many texts. */
export function groupCounts({ measures }: Consolidation): { readonly paragraphs: number; readonly texts: number } {
  const groups = measures.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ variants }) => (variants ? [variants.length] : [])),
  );
  return { paragraphs: groups.length, texts: groups.reduce((total, texts) => total + texts, 0) };
}
