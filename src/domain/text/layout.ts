import { advanceOf, KNOWN_ADVANCES } from './advance.ts';
import { seamBetween } from './seam.ts';

/** Height of a line in em, in Laksaman; TH SarabunPSK needs less. */
const LINE_EMS = 1.99;

/** Sum of the margins at both sides of a cell, in points. */
const PADDING_POINTS = 6;

/** Average unused width at the end of a line of Thai, which breaks between words; in em. */
const LOSS_EMS = 1;

/** Excel's limit of line feeds in a cell. */
const MAX_LINE_FEEDS = 253;

const LINE_FEED = 0x0a;

/** From here on, lines may break between any two characters that are not joined: Thai, Chinese, emoji. */
const FIRST_UNSPACED = 0x0e00;

const LAST_THAI = 0x0e7f;

/** The cell of a text. */
export interface TextBox {
  /** Width of the cell; with `Infinity`, lines end at line feeds only. */
  readonly widthPoints: number;
  readonly fontSize: number;
}

/** The limits of a piece of text. */
export interface FitLimits extends TextBox {
  /** Height of the row. */
  readonly maxHeightPoints: number;
  /** In UTF-16 code units, at least 2. */
  readonly maxLength: number;
}

/**
 * An upper estimate of the height in points of a text that is wrapped in a cell. It decides where a long text is split and how high a
 * merged row is; all other rows are autofitted by the program that shows them.
 * @param atMost the result for any higher text is some value above this
 */
export function estimateHeight(text: string, box: TextBox, atMost = Infinity): number {
  const lines = Math.floor(atMost / lineHeight(box)) + 1;
  return wrap(text, 0, roomOf(box, { lines })).lines * lineHeight(box);
}

/**
 * Splits a text into pieces within the limits. A long text is split at a line feed, else between sentences or clauses, else at a space,
 * else between graphemes; within a grapheme only if that alone is longer than `maxLength`. The pieces contain the whole text but for white
 * space at the seams. Takes linear time.
 */
export function splitToFit(text: string, limits: FitLimits): readonly string[] {
  const lines = Math.max(1, Math.floor(limits.maxHeightPoints / lineHeight(limits)));
  const room = roomOf(limits, { lines, feeds: MAX_LINE_FEEDS, length: limits.maxLength });
  const pieces: string[] = [];
  let start = 0;
  for (;;) {
    const { end } = wrap(text, start, room);
    if (end === text.length) break;
    const seam = seamBetween(text, start, end, limits.maxLength);
    if (seam.pieceEnd > start) pieces.push(text.slice(start, seam.pieceEnd));
    start = seam.next;
  }
  if (start < text.length || pieces.length === 0) pieces.push(text.slice(start));
  return pieces;
}

function lineHeight({ fontSize }: TextBox): number {
  return LINE_EMS * fontSize;
}

/** What a piece of text may take at most. */
interface Room {
  /** Width of a line in points. */
  readonly usable: number;
  readonly fontSize: number;
  readonly lines: number;
  readonly feeds: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

/** The only place that creates a Room, so that V8 sees one object shape in the loop over characters. */
function roomOf(
  { widthPoints, fontSize }: TextBox,
  { lines, feeds = Infinity, length = Infinity }: Pick<Room, 'lines'> & Partial<Pick<Room, 'feeds' | 'length'>>,
): Room {
  const usable = Math.max(fontSize, widthPoints - PADDING_POINTS - LOSS_EMS * fontSize);
  return { usable, fontSize, lines, feeds, length };
}

/** How far a text was wrapped. */
interface Wrapped {
  /** Offset of the first character that does not fit, or the end of the text. */
  readonly end: number;
  /** Number of lines up to there, including one that this character may begin. */
  readonly lines: number;
}

/**
 * Wraps the text from `start` on as far as it fits.
 *
 * One loop over local variables, because every character of every answer passes through it several times.
 */
function wrap(text: string, start: number, room: Room): Wrapped {
  const { usable, fontSize } = room;
  if (usable === Infinity) return wrapAtFeeds(text, start, room);
  const last = Math.min(text.length, start + room.length);
  const advances = KNOWN_ADVANCES;
  let lines = 1;
  let feeds = 0;
  // Width in points of the current line up to its last break opportunity, and of what follows it.
  let line = 0;
  let word = 0;
  let end = start;
  for (let next: number; end < last; end = next) {
    let code = text.charCodeAt(end);
    // The fast path for nearly all characters: Thai ones that still fit.
    for (let before = line + word; code >= FIRST_UNSPACED && code <= LAST_THAI; code = text.charCodeAt(end)) {
      const advance = advances[code] ?? 0;
      const after = before + advance * fontSize;
      if (after > usable || advance < 0) break;
      line = before;
      word = advance * fontSize;
      before = after;
      end += 1;
      if (end === last) return { end, lines };
    }
    next = end + 1;
    if (advances[code] === -1) advanceOf(code);
    let width = (advances[code] ?? 0) * fontSize;
    if (code >= FIRST_UNSPACED) {
      if (isSurrogate(code)) {
        const codePoint = text.codePointAt(end) ?? 0;
        if (codePoint > 0xffff) {
          next += 1;
          if (next > last) break;
          width = advanceOf(codePoint) * fontSize;
        }
      }
      line += word;
      word = width;
    } else if (code === LINE_FEED) {
      lines += 1;
      feeds += 1;
      line = 0;
      word = 0;
      if (lines > room.lines || feeds > room.feeds) break;
      continue;
    } else if (isBlank(code)) {
      // Blanks at the end of a line take no space on the next one.
      line += word + width;
      word = 0;
      continue;
    } else word += width;
    if (line + word <= usable) continue;
    if (line > 0) {
      lines += 1;
      line = 0;
    }
    if (word > usable && word > width) {
      lines += 1;
      line = 0;
      word = width;
    }
    if (lines > room.lines) break;
  }
  return { end, lines };
}

/** The same as {@link wrap} for lines of unlimited width. */
function wrapAtFeeds(text: string, start: number, room: Room): Wrapped {
  const piece = text.slice(start, start + room.length);
  let feeds = 0;
  for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) {
    feeds += 1;
    if (feeds >= room.lines || feeds > room.feeds) return { end: start + at, lines: feeds + 1 };
  }
  const end = start + piece.length;
  const isCut = end < text.length && (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return { end: isCut ? end - 1 : end, lines: feeds + 1 };
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Blanks at which lines break. Rare ones are treated like letters, which adds a line at worst. */
function isBlank(codePoint: number): boolean {
  return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d);
}
