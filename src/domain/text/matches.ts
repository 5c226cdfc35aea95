/**
 * The matches of a global pattern that `isAllowed`, as with a look-behind: where one is refused, the search goes on one character later.
 * The web view of macOS before 13.3 knows no look-behind (Safari 16.4) and would load no script that holds one.
 * @param pattern matches no empty text; refused matches are short, for they are looked at again
 */
export function* matchesWhere(
  text: string,
  pattern: RegExp,
  isAllowed: (match: RegExpExecArray) => boolean,
): Generator<RegExpExecArray, undefined> {
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    if (isAllowed(match)) yield match;
    else search.lastIndex = match.index + 1;
  }
}

/** The matches of a global pattern before which no character stands that `before` matches, see {@link matchesWhere}. */
export function matchesNotAfter(text: string, before: RegExp, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  return matchesWhere(text, pattern, ({ index }) => !before.test(text.charAt(index - 1)));
}
