import type { UnreadPart } from '../../../domain/spreadsheet/content.ts';
import { tooLarge } from '../faults.ts';
import { MAX_FORMATS } from '../limits.ts';
import { detach } from '../xml/detach.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { builtInFormat, isOfLanguage, numberFormat, type NumberFormat } from './number-text.ts';

/** The formatting of a cell format beside its number format. */
export interface CellFormatting {
  /** Name of the font if it differs from that of the first cell format. */
  readonly font?: string;
  /** True if the text is struck through. */
  readonly struck?: true;
  /** True if the cell stays editable in a protected sheet. */
  readonly unlocked?: true;
}

/** A stored cell format (`cellXfs`). */
interface StoredFormat {
  /** Identifier of the number format. */
  readonly number: number;
  readonly font: number;
  unlocked: boolean;
}

const SECTIONS: ReadonlySet<string> = new Set(['numFmts', 'fonts', 'cellXfs', 'dxfs']);

/** Reads the styles that matter to texts: number formats, font names, struck through fonts, and unlocked cells. */
export class StylesHandler implements XmlHandler {
  /** Custom format codes by identifier. */
  readonly codes = new Map<number, string>();
  readonly formats: StoredFormat[] = [];
  readonly #fonts: string[] = [];
  /** Indices of the fonts that strike their texts through. */
  readonly #striking = new Set<number>();
  #section = '';

  open(name: string, attributes: XmlAttributes): void {
    if (SECTIONS.has(name)) this.#section = name;
    else if (this.#section === 'cellXfs') this.#openFormat(name, attributes);
    else if (this.#section === 'fonts') this.#openFont(name, attributes);
    else if (name === 'numFmt' && this.#section === 'numFmts') {
      const id = wholeNumber(attributes.get('numFmtId'));
      if (id !== undefined) this.codes.set(id, detach(attributes.get('formatCode') ?? ''));
    }
  }

  text(): void {
    // Only start tags matter.
  }

  close(name: string): void {
    if (name === this.#section) this.#section = '';
  }

  #openFormat(name: string, attributes: XmlAttributes): void {
    const last = this.formats.at(-1);
    if (name === 'xf') {
      const [number, font] = [wholeNumber(attributes.get('numFmtId')), wholeNumber(attributes.get('fontId'))];
      this.formats.push({ number: number ?? 0, font: font ?? 0, unlocked: false });
    } else if (name === 'protection' && last !== undefined) {
      last.unlocked = isFalse(attributes.get('locked'));
    }
  }

  #openFont(name: string, attributes: XmlAttributes): void {
    if (name === 'font') this.#fonts.push('');
    else if (name === 'name') this.#fonts[this.#fonts.length - 1] = detach(attributes.get('val') ?? '');
    else if (name === 'strike' && !isFalse(attributes.get('val'))) this.#striking.add(this.#fonts.length - 1);
  }

  /** Font of the first cell format; undefined if the workbook names none. */
  get font(): string | undefined {
    const name = this.#fonts[this.formats[0]?.font ?? 0];
    return name === '' ? undefined : name;
  }

  /** The formatting of each cell format; undefined for defaults. */
  looks(): readonly (CellFormatting | undefined)[] {
    const usual = this.font;
    return this.formats.map(({ font, unlocked }) => {
      const name = this.#fonts[font] ?? '';
      const own = name !== '' && name !== usual;
      const struck = this.#striking.has(font);
      if (!own && !struck && !unlocked) return undefined;
      return { ...(own && { font: name }), ...(struck && { struck }), ...(unlocked && { unlocked }) };
    });
  }
}

function isFalse(value: string | undefined): boolean {
  return value === '0' || value === 'false';
}

/** The number formats of a workbook by cell format index, created when first used. */
export class NumberFormats {
  readonly #styles: StylesHandler;
  readonly #date1904: boolean;
  readonly #made = new Map<number, NumberFormat>();
  #missing: UnreadPart | undefined;

  constructor(styles: StylesHandler, date1904: boolean) {
    this.#styles = styles;
    this.#date1904 = date1904;
  }

  /** The first reference to a cell format that the workbook does not have. */
  get missing(): UnreadPart | undefined {
    return this.#missing;
  }

  /** The number format of a cell format, General where the workbook has no such one; `part` is the sheet that asks. */
  get(style: number, part: string): NumberFormat {
    const stored = this.#styles.formats[style];
    if (stored === undefined && style > 0) this.#missing ??= missingFormat(style, part);
    const id = stored?.number ?? 0;
    const known = this.#made.get(id);
    if (known !== undefined) return known;
    if (this.#made.size >= MAX_FORMATS) throw tooLarge('formats', MAX_FORMATS, 'number formats');
    const code = this.#styles.codes.get(id);
    const format = numberFormat(code ?? builtInFormat(id), this.#date1904);
    const made = code === undefined && isOfLanguage(id) ? { ...format, builtIn: id } : format;
    this.#made.set(id, made);
    return made;
  }
}

function missingFormat(style: number, part: string): UnreadPart {
  return {
    holds: 'formats',
    why: { reason: 'damaged', damage: 'reference' },
    detail: `${part}: no cell format ${style}`,
  };
}
