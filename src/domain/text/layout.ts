import { advanceOf } from './advance.ts';
import { seamBetween } from './seam.ts';

/** Height of a line in em, in Laksaman; TH SarabunPSK needs less. */
const LINE_EMS = 1.99;

/** Blank at the two sides of a cell together, in points. */
const PADDING_POINTS = 6;

/** What a line of Thai loses on average at its end, because lines break between words, in em. */
const LOSS_EMS = 1;

/** Excel's limit of line feeds in a cell. */
const MAX_LINE_FEEDS = 253;

const LINE_FEED = 0x0a;

/** From here on, lines may break between any two characters that are not joined: Thai, Chinese, emoji. */
const FIRST_UNSPACED = 0x0e00;

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
 * Height in points of a text that is wrapped in a cell, on the safe side. It decides where a long text is split and how
 * high a merged row is; the height of all other rows is left to the program that shows them.
 */
export function estimateHeight(text: string, box: TextBox): number {
  const meter = new LineMeter(box);
  for (let index = 0; index < text.length;) index += meter.add(text.codePointAt(index) ?? 0);
  return meter.lines * lineHeight(box);
}

/**
 * The text in pieces that each stay under the limits; the text itself where it fits. A long text is split at a line feed,
 * else between sentences or clauses, else at a blank, else between graphemes; never inside one, unless a single grapheme
 * is longer than `maxLength`. Joined, the pieces give the text back, white space at the seams aside.
 * Takes linear time.
 */
export function splitToFit(text: string, limits: FitLimits): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let end = overflow(text, start, limits); end < text.length; end = overflow(text, start, limits)) {
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

/** The first character that does not fit into the piece that begins at `start`, or the end of the text. */
function overflow(text: string, start: number, limits: FitLimits): number {
  const maxLines = Math.max(1, Math.floor(limits.maxHeightPoints / lineHeight(limits)));
  const meter = new LineMeter(limits);
  for (let index = start; index < text.length;) {
    const next = index + meter.add(text.codePointAt(index) ?? 0);
    if (meter.lines > maxLines || meter.feeds > MAX_LINE_FEEDS || next - start > limits.maxLength) return index;
    index = next;
  }
  return text.length;
}

/** Blanks at which lines break; the rarer ones are taken for letters, which at worst adds a line. */
function isBlank(codePoint: number): boolean {
  return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d);
}

/** Counts the lines of a text, code point by code point. */
class LineMeter {
  lines = 1;
  feeds = 0;
  /** What stands on the last line up to the last place where it could break, and what follows it, in points. */
  #line = 0;
  #word = 0;
  readonly #usable: number;
  readonly #fontSize: number;

  constructor({ widthPoints, fontSize }: TextBox) {
    this.#fontSize = fontSize;
    this.#usable = Math.max(fontSize, widthPoints - PADDING_POINTS - LOSS_EMS * fontSize);
  }

  /** Takes the next code point; returns its length in UTF-16 units. */
  add(codePoint: number): number {
    const width = advanceOf(codePoint) * this.#fontSize;
    if (codePoint === LINE_FEED) {
      this.feeds += 1;
      this.#newLine(0);
    } else if (isBlank(codePoint)) this.#endWord(width);
    else this.#put(width, codePoint >= FIRST_UNSPACED);
    return codePoint > 0xffff ? 2 : 1;
  }

  /** Blanks at the end of a line take no room of the next. */
  #endWord(blank: number): void {
    this.#line += this.#word + blank;
    this.#word = 0;
  }

  #put(width: number, unspaced: boolean): void {
    if (unspaced) this.#endWord(0);
    this.#word += width;
    if (this.#line + this.#word <= this.#usable) return;
    if (this.#line > 0) this.#newLine(this.#word);
    if (this.#word > this.#usable && this.#word > width) this.#newLine(width);
  }

  #newLine(word: number): void {
    this.lines += 1;
    this.#line = 0;
    this.#word = word;
  }
}
