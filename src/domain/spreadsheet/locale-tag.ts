/**
 * The locale of a number format section: `[$฿-41E]`, `[$-D07041E]`, or as Excel 365 writes it, `[$-th-TH,D07]` and `[$-,107]`
 * (ISO/IEC 29500-1, 18.8.31; [MS-OI29500] 2.1.739). `[$-x-sysdate]` and `[$-x-systime]`, in files `[$-F800]` and `[$-F400]`, follow
 * the settings of the system.
 */
export interface LocaleTag {
  /** The tag as written in the format code. */
  readonly raw: string;
  readonly currency: string;
  /** Shape of the digits: 0 where the tag leaves it open, {@link WESTERN} or {@link THAI}. */
  readonly shape: number;
  /** 0 where the tag leaves it open; {@link BUDDHIST}. A calendar above 0x80 is that of the language. */
  readonly calendar: number;
  /** Windows language identifier, such as 0x041E; 0 where there is none. */
  readonly language: number;
  /** The language by name, such as `th-TH`; empty in `[$-,107]`, undefined where the tag is a number. */
  readonly name: string | undefined;
}

export const WESTERN = 0x01;
export const THAI = 0x0d;
export const BUDDHIST = 0x07;
export const THAI_LANGUAGE = 0x041e;

const TAG = /\[\$([^\]-]*)-(?:([a-z]{2,3}-[a-z]{2,4})?,([0-9a-f]{1,4})|([a-z]{2,3}-[a-z]{2,4})|([0-9a-f]{1,8}))\]/i;

/** Tags of formats whose order and words come from the settings of the system, whatever the code says. */
const SYSTEM = /\[\$-(?:x-sys(?:date|time)|f[48]00)\]/i;

/** Languages that Excel 365 writes by name and older versions by number. */
const LANGUAGES: ReadonlyMap<string, number> = new Map([
  ['th-th', THAI_LANGUAGE],
  ['en-us', 0x0409],
  ['en-gb', 0x0809],
]);

/** Whether a format follows the settings of the system, so that its code does not say what is shown. */
export function followsSystem(format: string): boolean {
  return SYSTEM.test(format);
}

/** The locale tag of a section; undefined where it has none. */
export function localeTagOf(section: string): LocaleTag | undefined {
  const [raw, currency = '', spelt, high = '0', alone, whole] = TAG.exec(section) ?? [];
  if (raw === undefined) return undefined;
  const code = whole === undefined ? Number.parseInt(high, 16) * 0x10000 : Number.parseInt(whole, 16);
  const name = whole === undefined ? (spelt ?? alone ?? '') : undefined;
  return {
    raw,
    currency,
    shape: Math.floor(code / 0x1000000),
    calendar: Math.floor(code / 0x10000) & 0xff,
    language: name === undefined ? code & 0xffff : (LANGUAGES.get(name.toLowerCase()) ?? 0),
    name,
  };
}

/** The tag as text; empty if nothing is set. A language is written as it was, by name or by number. */
export function localeTagText({ currency, shape, calendar, language, name }: Omit<LocaleTag, 'raw'>): string {
  const high = (shape * 0x100 + calendar).toString(16).toUpperCase();
  if (name === undefined) {
    const code = shape * 0x1000000 + calendar * 0x10000 + language;
    return code === 0 && currency === '' ? '' : `[$${currency}-${code.toString(16).toUpperCase()}]`;
  }
  if (high === '0') return name === '' && currency === '' ? '' : `[$${currency}-${name}]`;
  return `[$${currency}-${name},${high}]`;
}
