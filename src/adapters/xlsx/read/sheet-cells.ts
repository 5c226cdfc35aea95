import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import { isoSerial, isTypedInBuddhistEra } from '../../../domain/spreadsheet/serial-date.ts';
import type { CellContent, CellRange, SheetObject, TextRun, UnreadPart } from '../../../domain/spreadsheet/content.ts';
import { cellName, positionOf, type CellPosition } from '../../../domain/spreadsheet/address.ts';
import type { Damage } from '../../../domain/spreadsheet/file-fault.ts';
import { groupBy } from '../../../domain/text/group-by.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { damaged, tooLarge } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import { detach } from '../xml/detach.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { wholeNumber } from '../xml/whole-number.ts';

import type { NumberFormat } from './number-text.ts';
import type { CellPictures, RichValue } from './rich-values.ts';
import type { CoveredRange } from './sheet-handler.ts';
import type { StoredCell } from './stored-cell.ts';
import type { CellFormatting, NumberFormats } from './styles-part.ts';

/** The shared strings and styles that cells refer to. */
export interface CellSources {
  readonly strings: readonly string[];
  /** Runs of the rich texts by string index. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
  /** Font of cells that do not name another. */
  readonly font: string | undefined;
  /** By cell format. */
  readonly looks: readonly (CellFormatting | undefined)[];
  readonly formats: NumberFormats;
  readonly date1904: boolean;
  readonly pictures: CellPictures;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Shown = Pick<CellContent, 'kind' | 'text'> & Partial<OrUndefined<'format' | 'builtIn' | 'typedInBuddhistEra'>>;
type OrUndefined<Key extends keyof CellContent> = { readonly [Each in Key]: CellContent[Each] | undefined };

/** A formula that shows a picture: IMAGE of Excel 365, DISPIMG of WPS with the picture's name. */
const PICTURE_FORMULA = /^(?:_xlfn\.)?(IMAGE|DISPIMG)\((?:"([^"]*)")?/i;

/** A picture that a cell shows, and the part of its image. */
type PictureInCell = Pick<RichValue, 'image'> & { readonly description: string };

/** A cell or link that cannot be read, on a sheet whose rest is. */
export type UnreadPlace = Omit<UnreadPart, 'holds' | 'sheet'>;

/** Places of a sheet that are told one by one; a sheet with more is damaged as a whole. */
const MAX_PLACES = 100;

const NOTHING: Shown = { kind: 'text', text: '' };

/** Types of values (ST_CellType, ISO/IEC 29500-1, 18.18.11) that no blank text is one of. */
const NEVER_BLANK: ReadonlySet<string> = new Set(['n', 's', 'b', 'e', 'd']);

/** A number as xsd:double spells it; `Number` would take more: an empty text for 0, `0x1F` for 31. */
const DECIMAL = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** Collects the cells of one sheet and converts stored values to displayed text. */
export class SheetCells {
  readonly #part: string;
  readonly #sources: CellSources;
  readonly #cells: Mutable<CellContent>[] = [];
  /** Pictures that cells show. */
  readonly pictures: SheetObject[] = [];
  /** Cells and links that cannot be read. */
  readonly places: UnreadPlace[] = [];
  #inOrder = true;
  #last = -1;

  constructor(part: string, sources: CellSources) {
    this.#part = part;
    this.#sources = sources;
  }

  get count(): number {
    return this.#cells.length;
  }

  /** Adds a cell; blank cells are left out, and a picture is an object. */
  add(stored: StoredCell): void {
    const { cellIndex, misplaced, formula, metadata } = stored;
    const rich = metadata === undefined ? undefined : this.#sources.pictures.richValue(metadata);
    const picture = formula === undefined && rich === undefined ? undefined : this.#pictureIn(formula, rich);
    if (picture !== undefined && misplaced === undefined) {
      const [row, column] = [Math.floor(cellIndex / COLUMNS), cellIndex % COLUMNS];
      const area = { top: row, left: column, bottom: row, right: column };
      const image = picture.image === undefined ? undefined : this.#sources.pictures.imageOf(picture.image);
      const { description } = picture;
      this.pictures.push({ kind: 'picture', area, name: '', description, ...(image ? { image } : {}) });
      return;
    }
    const shown = rich === undefined || rich.text === '' ? this.#shown(stored) : textOf(rich.text);
    const { kind, text, format, builtIn, typedInBuddhistEra } = shown;
    if (text === '') return;
    if (misplaced !== undefined) {
      this.lose('address', misplaced, { text });
      return;
    }
    this.#inOrder &&= cellIndex > this.#last;
    this.#last = cellIndex;
    const cell: Mutable<CellContent> = {
      row: Math.floor(cellIndex / COLUMNS),
      column: cellIndex % COLUMNS,
      kind,
      text,
    };
    if (formula !== undefined) cell.formula = detach(formula);
    if (format !== undefined) cell.format = format;
    if (builtIn !== undefined) cell.builtIn = builtIn;
    if (typedInBuddhistEra !== undefined) cell.typedInBuddhistEra = typedInBuddhistEra;
    this.#addLook(cell, stored);
    this.#cells.push(cell);
  }

  /** The cells by row and column, with the array formulas and hyperlinks that cover them. */
  finish(arrays: readonly CoveredRange[], links: readonly CoveredRange[], limits: ReadLimits): readonly CellContent[] {
    if (!this.#inOrder) this.#sort();
    const [lost] = this.places;
    // Where most is lost, what is left says little.
    if (lost !== undefined && this.places.length > this.#cells.length) throw placesFault(lost);
    let steps = 0;
    const cover = (ranges: readonly CoveredRange[], key: 'formula' | 'link'): void => {
      for (const { range, text } of ranges) {
        const detached = detach(text);
        for (let index = this.#firstFrom(range); index < this.#cells.length; index++) {
          const cell = this.#cells[index];
          if (cell === undefined || isBeyond(cell, range)) break;
          if (++steps > limits.ranges) throw tooLarge('ranges', limits.ranges, `${this.#part}: cells under ranges`);
          if (cell.column >= range.left && cell.column <= range.right) cell[key] ??= detached;
        }
      }
    };
    cover(arrays, 'formula');
    cover(links, 'link');
    return this.#cells;
  }

  /** Sorts the cells. One that stands twice with one text is one; with several, nobody knows which holds. */
  #sort(): void {
    const byCell = groupBy(this.#cells.splice(0), ({ row, column }) => row * COLUMNS + column);
    for (const [, cells] of [...byCell].sort(([a], [b]) => a - b)) {
      const texts = new Set(cells.map(({ text }) => text));
      if (texts.size === 1) this.#cells.push(cells[0]);
      else this.lose('cell-twice', 'several texts', { cell: positionOf(cells[0]), text: [...texts].join('\n') });
    }
  }

  /**
   * Keeps a place that cannot be read, with its text where there is one.
   * @throws {UnreadableWorkbook} if the sheet has too many of them
   */
  lose(damage: Damage, fact: string, { cell, text }: { readonly cell?: CellPosition; readonly text?: string }): void {
    if (this.places.length >= MAX_PLACES) throw damaged(this.#part, damage, fact, { ...(cell && { cell }) });
    const where = cell === undefined ? fact : `${fact} (cell ${cellName(cell)})`;
    this.places.push({
      why: { reason: 'damaged', damage },
      detail: `${this.#part}: ${where}`,
      ...(cell && { cell }),
      ...(text === undefined ? {} : { text }),
    });
  }

  /** Index of the first cell at or after the range's upper left corner. */
  #firstFrom({ top, left }: CellRange): number {
    let [low, high] = [0, this.#cells.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const cell = this.#cells[middle];
      if (cell !== undefined && (cell.row < top || (cell.row === top && cell.column < left))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #shown(cell: StoredCell): Shown {
    const { type, value, formula, inline } = cell;
    // Some programs write an inline string without its type.
    if (inline !== '') return textOf(detach(inline));
    // A formula without a cached value shows itself: its text may be all that was written.
    if (value === undefined || (value.trim() === '' && NEVER_BLANK.has(type))) {
      return formula === undefined ? NOTHING : { kind: 'text', text: `=${formula}` };
    }
    switch (type) {
      case 's':
        return textOf(this.#sharedString(cell, value));
      case 'b':
        return booleanOf(value);
      case 'e':
        return { kind: 'error', text: detach(value) };
      case 'd':
        return this.#date(cell, value);
      case 'n':
        return this.#number(cell, value);
      default:
        return { kind: 'text', text: detach(unescapeXstring(value)) };
    }
  }

  /** The picture that a cell shows, described with the formula that names its source; undefined for other cells. */
  #pictureIn(formula: string | undefined, rich: RichValue | undefined): PictureInCell | undefined {
    const [, call = '', name = ''] = PICTURE_FORMULA.exec(formula ?? '') ?? [];
    if (call.toUpperCase() === 'DISPIMG') return this.#sources.pictures.cellImage(name);
    const image = rich?.image === undefined ? {} : { image: rich.image };
    if (call === '') return rich?.isPicture === true ? { description: rich.text, ...image } : undefined;
    const source = `=${(formula ?? '').replace(/^_xlfn\./i, '')}`;
    const text = rich === undefined || rich.text === '' ? source : `${rich.text}\n${source}`;
    return { description: detach(text), ...image };
  }

  /** The text of a shared string; none, and the place is kept, where the file has no such string. */
  #sharedString({ cellIndex, misplaced }: StoredCell, value: string): string {
    const text = this.#sources.strings[wholeNumber(value) ?? -1];
    if (text !== undefined) return text;
    const cell = { row: Math.floor(cellIndex / COLUMNS), column: cellIndex % COLUMNS };
    this.lose('reference', `no shared string ${value}`, misplaced === undefined ? { cell } : {});
    return '';
  }

  /** The formatting of a cell if it is not the default; a font that all runs of a rich text share counts for the cell. */
  #addLook(cell: Mutable<CellContent>, { type, value, style, runs: ownRuns }: StoredCell): void {
    const look = this.#sources.looks[style];
    const runs =
      type === 's' && this.#sources.runs.size > 0 ? this.#sources.runs.get(wholeNumber(value) ?? -1) : ownRuns;
    const only = runs?.length === 1 ? runs[0] : undefined;
    const font = only?.font ?? look?.font;
    if (runs !== undefined && runs.length > 1) cell.runs = runs;
    if (font !== undefined && font !== this.#sources.font) cell.font = font;
    if (only?.struck === true || look?.struck === true) cell.struck = true;
    if (look?.unlocked === true) cell.unlocked = true;
  }

  #number({ style }: StoredCell, value: string): Shown {
    const number = Number(value);
    if (!Number.isFinite(number) || !DECIMAL.test(value)) return { kind: 'text', text: detach(value) };
    const format = this.#sources.formats.get(style, this.#part);
    const shown = format.isDate
      ? dateOf(format.show(number), number, format.code)
      : ({ kind: 'number', text: format.show(number) } as const);
    return withFormat(shown, format);
  }

  /** An ISO 8601 date (strict packages), in the cell's format if that is a date format. */
  #date({ style }: StoredCell, value: string): Shown {
    const serial = isoSerial(value, this.#sources.date1904);
    const format = this.#sources.formats.get(style, this.#part);
    const text = serial === undefined || !format.isDate ? detach(value) : format.show(serial);
    return withFormat(dateOf(text, serial, format.code), format);
  }
}

/** The fault of a whole sheet by that of a place. */
function placesFault({ why, cell, detail }: UnreadPlace): UnreadableWorkbook {
  return new UnreadableWorkbook(why.reason === 'damaged' && cell !== undefined ? { ...why, cell } : why, detail);
}

function isBeyond(cell: CellContent, { bottom, right }: CellRange): boolean {
  return cell.row > bottom || (cell.row === bottom && cell.column > right);
}

function textOf(text: string): Shown {
  return { kind: 'text', text };
}

function dateOf(text: string, serial: number | undefined, format = ''): Shown {
  const isTyped = serial !== undefined && isTypedInBuddhistEra(serial, format);
  return { kind: 'date', text, ...(isTyped ? { typedInBuddhistEra: true } : {}) };
}

function booleanOf(value: string): Shown {
  if (/^\s*(?:1|true)\s*$/.test(value)) return { kind: 'boolean', text: 'TRUE' };
  return /^\s*(?:0|false)\s*$/.test(value) ? { kind: 'boolean', text: 'FALSE' } : { kind: 'text', text: detach(value) };
}

function withFormat(shown: Shown, { code, builtIn }: NumberFormat): Shown {
  if (code === undefined) return shown;
  const { kind, text, typedInBuddhistEra } = shown;
  return { kind, text, format: code, builtIn, typedInBuddhistEra };
}
