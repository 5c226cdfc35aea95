import { thaiDigits } from './digits.ts';

const MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
];

/** Offset of Buddhist from Christian years. */
const BUDDHIST_OFFSET = 543;

/**
 * An ISO date or instant as official Thai: `2022-04-29` is `๒๙ เมษายน ๒๕๖๕`. An instant is shown by its UTC date.
 * A text that is not an ISO date is returned unchanged.
 */
export function thaiLongDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return iso;
  return thaiDigits(`${Number(day)} ${name} ${Number(year) + BUDDHIST_OFFSET}`);
}
