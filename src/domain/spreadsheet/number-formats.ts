/**
 * Number formats in Thai and in ASCII digits (format codes of ISO/IEC 29500-1, 18.8.31). A tag asks for Thai digits: `[$-D07041E]` is
 * Thai digits (0D), Buddhist calendar (07), Thai (041E). So does `t` before a code, as in the built-in formats 59 to 70; it is read
 * and never written, because a program that is not set to Thai takes it for a letter: LibreOffice shows `t0` as `t5` and saves it so.
 */
import {
  BUDDHIST,
  followsSystem,
  localeTagOf,
  localeTagText,
  THAI,
  THAI_LANGUAGE,
  WESTERN,
  type LocaleTag,
} from './locale-tag.ts';
import { MAX_FORMAT_CODE } from './limits.ts';
import { thaiDigits } from '../text/digits.ts';
import { plainNumber } from '../text/plain-number.ts';

/** The properties of a cell that decide its Thai number format. */
export interface FormattedCell {
  readonly kind: 'number' | 'date';
  /** Undefined for General. */
  readonly format: string | undefined;
  /** Whether the year of the date is of the Buddhist era already, so that its calendar must stay. */
  readonly typedInBuddhistEra?: boolean | undefined;
}

/**
 * The format that shows the same in Thai digits, a date with its year of the Buddhist era, unless it has that already; undefined where
 * there is none, and for text (`@`) and what follows the system. General stays General, so that decimals that a person types later are
 * shown.
 */
export function thaiNumberFormat({
  kind,
  format = 'General',
  typedInBuddhistEra = false,
}: FormattedCell): string | undefined {
  if (format === '@' || followsSystem(format)) return undefined;
  const calendar = kind === 'date' && !typedInBuddhistEra ? BUDDHIST : undefined;
  const tagged = sectionsOf(format)
    .map((section) => withShape(section, THAI, kind, calendar))
    .join(';');
  return tagged.length > MAX_FORMAT_CODE ? undefined : tagged;
}

/** The format that shows the same in ASCII digits; a date keeps its calendar. Undefined if the format has no Thai digits. */
export function arabicNumberFormat({ kind, format = 'General' }: FormattedCell): string | undefined {
  if (followsSystem(format)) return undefined;
  const plain = sectionsOf(format)
    .map((section) => withShape(section.replace(/^t(?=[#0?dhmsyb[])/i, ''), WESTERN, kind))
    .join(';');
  return plain === format || plain === '' ? undefined : plain;
}

/**
 * A number in General format with all its digits, of which a cell shows only as many as fit its width; undefined for
 * another format. General may have a tag.
 */
export function generalText(format: string, value: number): string | undefined {
  const { raw = '', shape = 0 } = localeTagOf(format) ?? {};
  if (!GENERAL.test(format.replace(raw, '')) || ![0, WESTERN, THAI].includes(shape)) return undefined;
  return shape === THAI ? thaiDigits(plainNumber(value)) : plainNumber(value);
}

const GENERAL = /^general$/i;

/** A section with another digit shape and, if one is given, another calendar. A text section stays unchanged. */
function withShape(section: string, shape: number, kind: 'number' | 'date', calendar?: number): string {
  const tag = localeTagOf(section);
  if (tag === undefined) {
    const isText = !/[#0?dhmsyegb]/i.test(section.replace(QUOTED, ''));
    if (isText || shape === WESTERN) return section;
    return (
      localeTagText({ currency: '', shape, calendar: calendar ?? 0, language: THAI_LANGUAGE, name: undefined }) +
      section
    );
  }
  return section.replace(tag.raw, () => localeTagText(reshaped(tag, shape, kind, calendar)));
}

/** The tag with another digit shape. A tag with Thai digits and no language gets the language Thai. */
function reshaped(
  tag: LocaleTag,
  shape: number,
  kind: 'number' | 'date',
  calendar = tag.calendar,
): Omit<LocaleTag, 'raw'> {
  if (shape === WESTERN && kind === 'number') {
    const isPlain = tag.currency === '';
    return { ...tag, shape: 0, calendar: 0, ...(isPlain ? { language: 0, name: undefined } : {}) };
  }
  const isNumber = tag.name === undefined && tag.shape === 0 && tag.calendar === 0 && tag.language === 0;
  return { ...tag, shape, calendar, language: isNumber ? THAI_LANGUAGE : tag.language };
}

/**
 * Whether two format codes mean the same. Excel may return a format in another spelling: `[$-D00041E]0` becomes
 * `[$-th-TH,D00]0` (Excel 365).
 */
export function isSameNumberFormat(one: string, other: string): boolean {
  return one === other || numberFormatMeaning(one) === numberFormatMeaning(other);
}

/**
 * A format code in normal form: tags as numbers, lower case outside quotes, without a text section that has no effect.
 * @internal
 */
export function numberFormatMeaning(format: string): string {
  const sections = sectionsOf(format).map((section) => {
    const tag = localeTagOf(section);
    const numeric =
      tag === undefined || (tag.language === 0 && tag.name !== undefined && tag.name !== '') ? undefined : tag;
    const text =
      numeric === undefined
        ? section
        : section.replace(numeric.raw, () => localeTagText({ ...numeric, name: undefined }));
    return text.replace(/"[^"]*"|[^"]+/g, (part) => (part.startsWith('"') ? part : part.toLowerCase()));
  });
  return (sections.length > 1 && sections.at(-1) === '@' ? sections.slice(0, -1) : sections).join(';');
}

/** Quoted texts, escaped characters and bracketed parts of a code. */
const QUOTED = /"[^"]*"?|\\.|\[[^\]]*\]?|[_*]./g;

/** The sections of a code, separated by semicolons outside quotes and brackets. */
function sectionsOf(format: string): readonly string[] {
  const hidden = format.replace(QUOTED, (part) => ' '.repeat(part.length));
  let from = 0;
  return hidden.split(';').map((section) => {
    const own = format.slice(from, from + section.length);
    from += section.length + 1;
    return own;
  });
}
