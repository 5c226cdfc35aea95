import { thaiLongDate } from '../text/dates.ts';
import { writtenIsoDate } from '../text/find-dates.ts';

/** An ISO date as people read it, `๒๙ เมษายน ๒๕๖๕`; as it is where that would be read as another date. */
export function writtenDate(iso: string): string {
  const thai = thaiLongDate(iso);
  return writtenIsoDate(thai) === iso ? thai : iso;
}
