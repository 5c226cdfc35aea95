const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Where a text is split: the end of the piece before, and the beginning of the one after; between them is white space only. */
export interface Seam {
  readonly pieceEnd: number;
  readonly next: number;
}

/**
 * The best place to split a piece that begins at `start`, at the beginning of a grapheme, and has no room for the
 * character at `end`. Always goes on: `next` is beyond `start`. White space around the seam belongs to neither piece.
 */
export function seamBetween(text: string, start: number, end: number, maxLength: number): Seam {
  // Only the window is segmented: Intl.Segments.containing takes time in proportion to the whole text.
  const window = [...GRAPHEMES.segment(text.slice(start, end + 2))].filter(({ index }) => start + index <= end);
  const cut = blankBefore(window, end - start) ?? window.length - 1;
  if (cut < 1) {
    const next = endOfGrapheme(text, start, end, maxLength);
    return { pieceEnd: isBlank(text.slice(start, next)) ? start : next, next: skipBlanks(text, next) };
  }
  const last = window.slice(0, cut).findLast(({ segment }) => !isBlank(segment));
  return {
    pieceEnd: start + (last ? last.index + last.segment.length : 0),
    next: skipBlanks(text, start + (window[cut]?.index ?? 0)),
  };
}

/**
 * The last line feed in the second half, else the last end of a clause in the second half, else the last blank, by its
 * place in the window. Only the second half, so that no piece is needlessly short.
 */
function blankBefore(window: readonly Intl.SegmentData[], length: number): number | undefined {
  let blank: number | undefined;
  let clause: number | undefined;
  for (let at = window.length - 1; at > 0; at -= 1) {
    const { segment = '', index = 0 } = window[at] ?? {};
    const inSecondHalf = index >= length / 2;
    if (!inSecondHalf && (clause ?? blank) !== undefined) break;
    if (!isBlank(segment)) continue;
    if (inSecondHalf && segment.endsWith('\n')) return at;
    if (inSecondHalf && isBetweenClauses(window, at)) clause ??= at;
    blank ??= at;
  }
  return clause ?? blank;
}

/** Whether what stands on both sides of a blank can be apart: not a number and its unit, nor an abbreviation and its name. */
function isBetweenClauses(window: readonly Intl.SegmentData[], blank: number): boolean {
  const before = window.slice(Math.max(0, blank - 3), blank).map(({ segment }) => segment);
  const after = window[blank + 1]?.segment ?? '';
  return /[^\s\d๐-๙.([/–-]$|[a-z]{2}[.!?]$/.test(before.join('')) && /^[^\s\d๐-๙)\]/ๆฯ]/.test(after);
}

/** The end of a grapheme that is too large for a piece; where it is longer than a piece may be, the first place beyond it. */
function endOfGrapheme(text: string, start: number, end: number, maxLength: number): number {
  const length = GRAPHEMES.segment(text.slice(start, start + maxLength + 1)).containing(0)?.segment.length ?? 0;
  return length > 0 && length <= maxLength ? start + length : Math.max(end, start + 1);
}

/** The first character from `at` on that is not white space; a blank that carries a mark is not white space. */
function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && isBlank(text.charAt(next))) next += 1;
  if (next === at) return at;
  const carried = GRAPHEMES.segment(text.slice(next - 1, next + 2)).containing(0)?.segment ?? '';
  return isBlank(carried) ? next : next - 1;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
