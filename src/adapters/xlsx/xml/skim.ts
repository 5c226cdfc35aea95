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
    // Read it before `take`, which may use the same pattern on other text.
    end = pattern.lastIndex;
    take(match);
  }
}
