/**
 * Takes what matches a sticky pattern, one after the other from `at` on: what a handler skims of a part.
 * @returns the offset after the last match; `at` if there is none.
 */
export function skim(pattern: RegExp, xml: string, at: number, take: (match: RegExpExecArray) => void): number {
  let end = at;
  for (;;) {
    pattern.lastIndex = end;
    const match = pattern.exec(xml);
    if (match === null) return end;
    // Before `take`, which may go through other text with the same pattern.
    end = pattern.lastIndex;
    take(match);
  }
}
