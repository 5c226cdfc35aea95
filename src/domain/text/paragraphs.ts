/** A trimmed paragraph and its offset in the text, in UTF-16 code units. */
export interface Paragraph {
  readonly text: string;
  readonly start: number;
}

const PARAGRAPH_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Splits a text into paragraphs at line breaks of any kind, without blank ones. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  const add = (end: number): void => {
    const line = text.slice(start, end);
    const paragraph = line.trim();
    if (paragraph !== '') paragraphs.push({ text: paragraph, start: start + line.indexOf(paragraph) });
  };
  for (const { 0: mark, index } of text.matchAll(PARAGRAPH_BREAK)) {
    add(index);
    start = index + mark.length;
  }
  add(text.length);
  return paragraphs;
}
