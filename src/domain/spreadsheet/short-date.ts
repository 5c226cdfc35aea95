import { foldDigits } from '../text/digits.ts';
import { BUDDHIST, localeTagText, THAI_LANGUAGE, WESTERN } from './locale-tag.ts';
import { serialIsoDate } from './serial-date.ts';
import { BUDDHIST_OFFSET, MONTHS } from '../text/thai-calendar.ts';

/** The code that Excel's JavaScript API gives for the system's short date in any locale (office-js#229, #4291); a time may follow. */
const SYSTEM_SHORT_DATE = /^m\/d\/yyyy(?<time>.*)$/;

type Unit = 'd' | 'm' | 'y';

const PART = ['\\d{1,4}', ...MONTHS.flatMap(({ name, abbreviation }) => [name, abbreviation])]
  .join('|')
  .replaceAll('.', '\\.');

/** Three parts, numbers or a Thai month among them, with what stands between them. */
const SHOWN_DATE = new RegExp(`^(${PART})([^\\d\\p{L}\\p{M}]+)(${PART})([^\\d\\p{L}\\p{M}]+)(${PART})`, 'u');

/** Orders of short dates. That of Thailand comes first: it is used if day and month are the same number. */
const ORDERS: readonly (readonly Unit[])[] = [
  ['d', 'm', 'y'],
  ['m', 'd', 'y'],
  ['y', 'm', 'd'],
];

/**
 * The format code that a date is really shown with, if its code only stands for the system's short date: `m/d/yyyy` showing
 * `17/2/2565` is `d/m/yyyy` with Buddhist years.
 * @param format code from Excel
 * @param serial serial date of the 1900 system
 * @param text what the cell shows
 * @returns undefined if the code is not the system's; null if it is and the text does not tell how the date is shown, as
 *   in a cell that is too narrow, or with months in another language
 */
export function shownDateFormat(format: string, serial: number, text: string): string | null | undefined {
  const system = SYSTEM_SHORT_DATE.exec(format);
  if (system === null) return undefined;
  const { time = '' } = system.groups ?? {};
  const [year = '', month = '', day = ''] = serialIsoDate(serial)?.split('-') ?? [];
  const [, first = '', before = '', second = '', after = '', third = ''] = SHOWN_DATE.exec(foldDigits(text)) ?? [];
  for (const order of ORDERS) {
    const shown = [first, second, third];
    const padded = order[0] === 'y' || shown.some((part) => part.startsWith('0'));
    const parts = order.map((unit, index) => partCode(unit, shown[index] ?? '', { year, month, day }, padded));
    if (parts.includes(undefined)) continue;
    const tag = isBuddhist(shown[order.indexOf('y')] ?? '', Number(year)) ? BUDDHIST_TAG : '';
    return `${tag}${parts[0]}${before}${parts[1]}${after}${parts[2]}${time}`;
  }
  return null;
}

const BUDDHIST_TAG = localeTagText({
  currency: '',
  shape: WESTERN,
  calendar: BUDDHIST,
  language: THAI_LANGUAGE,
  name: undefined,
});

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The code of a part that shows these digits; undefined if the date's part has other digits. */
function partCode(unit: Unit, shown: string, { year, month, day }: DateParts, padded: boolean): string | undefined {
  if (unit === 'y') {
    const full = shown.length === 4;
    const years = [Number(year), Number(year) + BUDDHIST_OFFSET].map((one) => String(one).slice(full ? 0 : -2));
    return years.includes(shown) ? (full ? 'yyyy' : 'yy') : undefined;
  }
  if (unit === 'm') {
    const { name, abbreviation } = MONTHS[Number(month) - 1] ?? {};
    if (shown === abbreviation) return 'mmm';
    if (shown === name) return 'mmmm';
  }
  if (Number(shown) !== Number(unit === 'd' ? day : month)) return undefined;
  return padded ? unit.repeat(2) : unit;
}

function isBuddhist(shown: string, year: number): boolean {
  return shown === String(year + BUDDHIST_OFFSET).slice(-shown.length);
}
