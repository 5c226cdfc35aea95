/**
 * The matches of a global pattern that `isAllowed`, as with a look-behind: where one is refused, the search goes on one character later.
 * The web view of macOS before 13.3 knows no look-behind (Safari 16.4) and would load no script that holds one.
 * @param pattern matches no empty text and is used by nothing else, for its place is moved; refused matches are short, for they are
 * looked at again
 */
export function* matchesWhere(
  text: string,
  pattern: RegExp,
  isAllowed: (match: RegExpExecArray) => boolean,
): Generator<RegExpExecArray, undefined> {
  for (let from = 0; ;) {
    // Another search with the same pattern may have come between. A copy of the pattern would take longer than most searches.
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match === null) return;
    const isMatch = isAllowed(match);
    from = match.index + (isMatch ? match[0].length : 1);
    if (isMatch) yield match;
  }
}

/** The matches of a global pattern before which no character stands that `before` matches, see {@link matchesWhere}. */
export function matchesNotAfter(text: string, before: RegExp, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  return matchesWhere(text, pattern, ({ index }) => !before.test(text.charAt(index - 1)));
}
