/** Serial number of 1 January 1970 in the 1900 date system. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** The 1900 system counts 29 February 1900, which did not exist; the serial numbers before it are one too low. */
const NO_DAY = 60;

/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/** 1 January 2400. No report has a date as late, but every year of the Buddhist era that people type is later. */
const BUDDHIST_FROM = 182_623;

/** Excel takes years of two digits from 30 on for those of the last century: from 1 January 1930 until 31 December 1999. */
const [TWO_DIGITS_FROM, TWO_DIGITS_BEFORE] = [10_959, 36_526];
/** A code with years of two digits, its quoted texts and tags left out. */
const TWO_DIGIT_YEAR = /(?:^|[^y])yy?(?:[^y]|$)/i;

/**
 * Whether a serial date of either date system was typed with a year of the Buddhist era in a calendar that took it for one of the
 * common era: 15/3/2565, of which the serial has the year 2565, or 15/3/65, of which it has 1965.
 * @param format code that the date is shown with
 */
export function isTypedInBuddhistEra(serial: number, format: string): boolean {
  if (serial >= BUDDHIST_FROM) return true;
  const plain = format.replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, '');
  return serial >= TWO_DIGITS_FROM && serial < TWO_DIGITS_BEFORE && TWO_DIGIT_YEAR.test(plain);
}

/** Days between the two date systems. */
export const DAYS_TO_1904 = 1462;

/** The serial date of an ISO 8601 date or date and time without a zone, as cells of type `d` hold; undefined for other text. */
export function isoSerial(text: string, date1904: boolean): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?Z?$/.exec(text.trim());
  if (match === null) return undefined;
  const serial = Date.parse(`${match[1] ?? ''}T${match[2] ?? '00:00'}Z`) / DAY + EPOCH;
  if (Number.isNaN(serial)) return undefined;
  if (date1904) return serial - DAYS_TO_1904;
  return serial < NO_DAY + 1 ? serial - 1 : serial;
}

/** The ISO 8601 date of a serial date of the 1900 system, without its time; undefined for a number outside the system. */
export function serialIsoDate(serial: number): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= LAST_DAY) || day === NO_DAY) return undefined;
  return new Date(((day < NO_DAY ? day + 1 : day) - EPOCH) * DAY).toISOString().slice(0, 10);
}
