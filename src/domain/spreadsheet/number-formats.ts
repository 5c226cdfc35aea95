/**
 * Number formats in Thai and in ASCII digits (format codes of ISO/IEC 29500-1, 18.8.31). `t` before a plain code asks for Thai digits,
 * as the built-in formats 59 to 70 do; elsewhere a tag does: `[$-D07041E]` is Thai digits (0D), Buddhist calendar (07), Thai (041E).
 */

/** Plain codes, whose Thai kin is built in. */
const PLAIN = /^(?:0|0\.0+|#,##0|#,##0\.0+|0%|0\.0+%|# \?\/\?|# \?\?\/\?\?)$/;

const GENERAL = /^general$/i;

/** Longest code that Excel takes. */
const MAX_CODE = 255;

/** What a cell with a format looks like, as far as its Thai kin depends on it. */
export interface FormattedCell {
  readonly kind: 'number' | 'date';
  /** Undefined for General. */
  readonly format: string | undefined;
  /** What the cell shows now. */
  readonly text: string;
}

/**
 * The format that shows the same in Thai digits, a date with its year of the Buddhist era; undefined where there is none, and for text
 * (`@`). General becomes a plain format with the decimals that the cell shows.
 */
export function thaiNumberFormat({ kind, format = 'General', text }: FormattedCell): string | undefined {
  if (format === '@') return undefined;
  if (GENERAL.test(format)) {
    const decimals = /^-?\d+(?:\.(\d+))?$/.exec(text);
    return decimals === null ? undefined : `t0${decimals[1] === undefined ? '' : `.${'0'.repeat(decimals[1].length)}`}`;
  }
  if (PLAIN.test(format)) return `t${format}`;
  const tagged = sectionsOf(format)
    .map((section) => withShape(section, THAI, kind))
    .join(';');
  return tagged.length > MAX_CODE ? undefined : tagged;
}

/** The format that shows the same in ASCII digits; a date keeps its calendar. Undefined where it has none of Thai digits. */
export function arabicNumberFormat({ kind, format = 'General' }: FormattedCell): string | undefined {
  const plain = sectionsOf(format)
    .map((section) => withShape(section.replace(/^t(?=[#0?dhmsyb[])/i, ''), WESTERN, kind))
    .join(';');
  return plain === format || plain === '' ? undefined : plain;
}

const THAI = 0x0d;
const WESTERN = 0x01;
const BUDDHIST = 0x07;
const THAI_LANGUAGE = 0x041e;

/** What a tag says: `[$฿-41E]`, `[$-D07041E]` or, in newer files, `[$-th-TH,D07]`. */
interface Tag {
  readonly currency: string;
  /** Shape of digits, calendar and language, one number; the language is 0 where it is written out. */
  readonly code: number;
  readonly language: string | undefined;
}

const TAG = /\[\$([^\]-]*)-(?:([a-z]{2,3}-[a-z]{2,4})(?:,([0-9a-f]{1,4}))?|([0-9a-f]{1,8}))\]/i;

/** A section with its digits in a shape; a date in Thai digits has a calendar too. A section of text stays as it is. */
function withShape(section: string, shape: number, kind: 'number' | 'date'): string {
  const [raw, currency = '', language, high = '0', whole] = TAG.exec(section) ?? [];
  if (raw === undefined) {
    const isText = !/[#0?dhmsyegb]/i.test(section.replace(QUOTED, ''));
    return isText || shape === WESTERN
      ? section
      : tagOf({ currency, code: codeOf(shape, 0, kind), language }) + section;
  }
  const code = whole === undefined ? Number.parseInt(high, 16) * 0x10000 : Number.parseInt(whole, 16);
  const isPlain = shape === WESTERN && kind === 'number';
  if (isPlain && currency === '') return section.replace(raw, '');
  const changed = isPlain ? code & 0xffff : codeOf(shape, code, kind);
  return section.replace(raw, tagOf({ currency, code: changed, language }));
}

/** The numbers of a tag with another shape; what has no language of its own is Thai. */
function codeOf(shape: number, code: number, kind: 'number' | 'date'): number {
  const calendar = kind === 'date' && shape === THAI ? BUDDHIST : (code >> 16) & 0xff;
  return shape * 0x1000000 + calendar * 0x10000 + (code === 0 ? THAI_LANGUAGE : code & 0xffff);
}

function tagOf({ currency, code, language }: Tag): string {
  if (language === undefined) return `[$${currency}-${code.toString(16).toUpperCase()}]`;
  const high = Math.floor(code / 0x10000);
  return `[$${currency}-${language}${high === 0 ? '' : `,${high.toString(16).toUpperCase()}`}]`;
}

/** Quoted texts, escaped characters and bracketed parts of a code. */
const QUOTED = /"[^"]*"?|\\.|\[[^\]]*\]?|[_*]./g;

/** The sections of a code, parted by semicolons that stand in no quotes and brackets. */
function sectionsOf(format: string): readonly string[] {
  const hidden = format.replace(QUOTED, (part) => ' '.repeat(part.length));
  let from = 0;
  return hidden.split(';').map((section) => {
    const own = format.slice(from, from + section.length);
    from += section.length + 1;
    return own;
  });
}
