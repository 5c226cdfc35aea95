import { graphemeSegments } from './segments.ts';

/** A split of a text: the end of one piece and the start of the next, with nothing but white space between. */
export interface Seam {
  readonly pieceEnd: number;
  readonly next: number;
}

/**
 * The best split of a piece that starts at `start`, a grapheme boundary, and cannot hold the character at `end`. White space at the split
 * belongs to neither piece. `next` is always greater than `start`.
 */
export function seamBetween(text: string, start: number, end: number, maxLength: number): Seam {
  const before = blankBefore(text, start, end) ?? graphemeAt(text, start, end);
  const cut = before > start ? before : endOfGrapheme(text, start, end, maxLength);
  let pieceEnd = cut;
  while (pieceEnd > start && isBlankAt(text, pieceEnd - 1)) pieceEnd -= 1;
  let next = cut;
  while (isBlankAt(text, next)) next += 1;
  return { pieceEnd, next };
}

/**
 * The last line feed in the second half, else the last end of a clause there, else the last space there. Only the
 * second half, so that no piece is needlessly short.
 */
function blankBefore(text: string, start: number, end: number): number | undefined {
  const half = start + (end - start) / 2;
  let blank: number | undefined;
  let clause: number | undefined;
  for (let at = end; at > start; at -= 1) {
    if (at < half && (clause ?? blank) !== undefined) break;
    if (!isBlankAt(text, at)) continue;
    if (at >= half && text[at] === '\n') return at;
    if (clause === undefined && at >= half && isBetweenClauses(text, at)) clause = at;
    blank ??= at;
  }
  return clause ?? blank;
}

/** Whether a space is between clauses: not between a number and its unit, nor between an abbreviation and its name. */
function isBetweenClauses(text: string, blank: number): boolean {
  const before = text.slice(Math.max(0, blank - 3), blank);
  return /[^\s\d๐-๙.([/–-]$|[a-z]{2}[.!?]$/.test(before) && /^[^\s\d๐-๙)\]/ๆฯ]/.test(text.slice(blank + 1, blank + 2));
}

/**
 * The start of the grapheme at `end`. Segmentation starts at `start`: segmenting the whole text would take linear time
 * each.
 */
function graphemeAt(text: string, start: number, end: number): number {
  const window = [...graphemeSegments(text.slice(start, end + 2))];
  return start + (window.findLast(({ index }) => start + index <= end)?.index ?? 0);
}

/** The end of a grapheme that is too large for a piece; if it exceeds `maxLength`, the first position beyond that. */
function endOfGrapheme(text: string, start: number, end: number, maxLength: number): number {
  const length = graphemeSegments(text.slice(start, start + maxLength + 1)).containing(0)?.segment.length ?? 0;
  return length > 0 && length <= maxLength ? start + length : Math.max(end, start + 1);
}

/**
 * Whether a character is white space and a whole grapheme, or a line break; a space with a combining mark is neither.
 */
function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Nearly every character.
  if (isThai(code) || (code > 0x20 && code < 0x80)) return false;
  if (at >= text.length || !/\s/.test(text.charAt(at))) return false;
  if (isAlone(text, at)) return true;
  const from = Math.max(0, at - 2);
  const segment = graphemeSegments(text.slice(from, at + 3)).containing(at - from)?.segment;
  return segment?.trim() === '';
}

/**
 * Whether an ASCII blank is certainly a grapheme, or part of a line break of two characters: between ASCII and Thai characters only a Thai
 * mark after it would join it. Avoids segmentation, which is slow, for most spaces.
 */
function isAlone(text: string, at: number): boolean {
  const [before, blank, after] = [text.charCodeAt(at - 1), text.charCodeAt(at), text.charCodeAt(at + 1)];
  return (
    blank < 0x80 && (isAscii(before) || isThai(before)) && (isAscii(after) || (isThai(after) && !isThaiMark(after)))
  );
}

/** Also true for NaN, beyond the ends of the text. */
function isAscii(code: number): boolean {
  return code < 0x80 || Number.isNaN(code);
}

function isThai(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e5b;
}

/** SARA AM counts as one, as in Unicode. */
function isThaiMark(code: number): boolean {
  return code === 0x0e31 || (code >= 0x0e33 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);
}
