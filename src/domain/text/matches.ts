/**
 * Finds the matches of a global pattern for which `isAllowed` is true; after a refused match, the search continues one character later. In
 * place of look-behinds, because the web view of macOS before 13.3 (Safari before 16.4) fails to load any script that has one.
 * @param pattern must not match the empty text; its `lastIndex` is changed. Refused matches should be short, because they are searched again
 */
export function* matchesWhere(
  text: string,
  pattern: RegExp,
  isAllowed: (match: RegExpExecArray) => boolean,
): Generator<RegExpExecArray, undefined> {
  for (let from = 0; ;) {
    // Another search may have used the pattern in between. Copying the pattern would take longer than most searches.
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match === null) return;
    const isMatch = isAllowed(match);
    from = match.index + (isMatch ? match[0].length : 1);
    if (isMatch) yield match;
  }
}

/** The matches of a global pattern that do not follow a character that `before` matches; see {@link matchesWhere}. */
export function matchesNotAfter(text: string, before: RegExp, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  return matchesWhere(text, pattern, ({ index }) => !before.test(text.charAt(index - 1)));
}
