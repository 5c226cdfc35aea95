/** The same text with memory of its own: V8 lets a slice keep the whole part that it was cut from. */
export function detach(text: string): string {
  return ` ${text}`.slice(1);
}
