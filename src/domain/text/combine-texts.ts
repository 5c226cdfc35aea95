/** Two texts about the same thing as one: the longer if it contains the other in whole words, otherwise both, on a line each. */
export function combineTexts(one: string, other: string): string {
  if (contains(one, other)) return one;
  return contains(other, one) ? other : `${one}\n${other}`;
}

/** Whether a text stands in another by itself: ไม่อนุมัติ does not say อนุมัติ. */
function contains(text: string, part: string): boolean {
  if (part === '') return true;
  const isEdge = (character: string | undefined): boolean => character === undefined || /\s/.test(character);
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (isEdge(text[at - 1]) && isEdge(text[at + part.length])) return true;
  }
  return false;
}
