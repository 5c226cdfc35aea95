import { numberFormat } from '../../../src/adapters/xlsx/read/number-text.ts';

/** Regional settings of a computer, as far as number formats follow them. */
interface Settings {
  /** The system's short date as people of the country write its code. */
  readonly local: string;
  /** Codes that show what Excel shows in place of the formats that follow the system. */
  readonly shortDate: string;
  readonly longDate: string;
  readonly time: string;
}

const REGIONS = {
  'en-US': { local: 'm/d/yyyy', shortDate: 'm/d/yyyy', longDate: '[$-409]dddd, mmmm d, yyyy', time: 'h:mm:ss AM/PM' },
  'sv-SE': { local: 'åååå-MM-dd', shortDate: 'yyyy-mm-dd', longDate: '[$-41D]d mmmm yyyy', time: 'hh:mm:ss' },
  /** Thailand with the Buddhist calendar, as Windows has it in Thai. */
  'th-TH': {
    local: 'd/m/bbbb',
    shortDate: '[$-107041E]d/m/yyyy',
    longDate: '[$-107041E]d mmmm yyyy',
    time: 'h:mm:ss',
  },
  /** The same with a short date that a person has chosen, with the month in words. */
  'th-TH with months': {
    local: 'd-mmm-bb',
    shortDate: '[$-107041E]d-mmm-yy',
    longDate: '[$-107041E]d mmmm yyyy',
    time: 'h:mm:ss',
  },
  'cs-CZ': { local: 'd. m. rrrr', shortDate: 'd. m. yyyy', longDate: '[$-405]d. mmmm yyyy', time: 'h:mm:ss' },
  /** The same with Thai digits for everything that follows the system. */
  'th-TH in Thai digits': {
    local: 'd/m/bbbb',
    shortDate: '[$-D07041E]d/m/yyyy',
    longDate: '[$-D07041E]d mmmm yyyy',
    time: '[$-D00041E]h:mm:ss',
  },
} satisfies Readonly<Record<string, Settings>>;

export type Region = keyof typeof REGIONS;

/** Built-in formats 14 and 22, which show the system's short date whatever their code says ([MS-OI29500] 2.1.712; office-js#229, #4291). */
const SHORT_DATE = /^m\/d\/yyyy(?<time> h:mm)?$/;

/** What a number shows in a format. */
export function shownNumber(format: string, value: number, region: Region): string {
  const { shortDate, longDate, time } = REGIONS[region];
  const follows = SHORT_DATE.exec(format);
  if (follows) return numberFormat(`${shortDate}${follows.groups?.time ?? ''}`, false).show(value);
  if (/^\[\$-(?:x-sysdate|F800)\]/i.test(format)) return numberFormat(longDate, false).show(value);
  if (/^\[\$-(?:x-systime|F400)\]/i.test(format)) return numberFormat(time, false).show(value);
  return numberFormat(format, false).show(value);
}

/** `Range.numberFormat`: Excel 365 spells tags by names, and the system's short date as `m/d/yyyy` in every country. */
export function respelt(format: string): string {
  return format
    .replaceAll(/\[\$-([0-9A-F]{1,3})?0?(?:041E|41E)\]/g, (_, high: string | undefined) =>
      high === undefined ? '[$-th-TH]' : `[$-th-TH,${high}]`,
    )
    .replace('[$-F800]', '[$-x-sysdate]')
    .replace('[$-F400]', '[$-x-systime]');
}

/** `Range.numberFormatLocal`: the same in the language of the person (office-js#1553), of which only the short date is modelled. */
export function localFormat(format: string, region: Region): string {
  return SHORT_DATE.test(format) ? format.replace('m/d/yyyy', REGIONS[region].local) : respelt(format);
}
