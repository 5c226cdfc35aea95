/** Two texts about the same thing as one: the longer if it contains the other, otherwise both, on a line each. */
export function combineTexts(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n${other}`;
}
