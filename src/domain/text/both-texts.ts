/** Two texts about one thing: the one that has the other in it, else both, a line each. */
export function bothTexts(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n${other}`;
}
