/** The custom property of a workbook that this program saved: when it did, and when each file was saved of which it is a copy. */
export const MADE_FROM = 'ITA.MadeFrom';

/** As many as fit a property: Excel cuts off values after 255 characters. */
const MAX_ORIGINS = 9;

/**
 * The property's value after a change. A state that this program saved itself is no origin, because nobody else has seen it.
 * @param value the value before the change
 * @param before ISO 8601 instant at which the file was saved before the change
 * @param savedAt ISO 8601 instant at which it is saved now
 */
export function originsAfter(value: string | undefined, before: string, savedAt: string): string {
  const [stamp, ...origins] = instantsIn(value);
  const known = stamp === before || origins.includes(before) ? origins : [...origins, before];
  return [savedAt, ...known.slice(-MAX_ORIGINS)].join(' ');
}

/** ISO 8601 instants at which the files were saved of which a workbook with these properties is a copy; the oldest first. */
export function originsIn(properties: ReadonlyMap<string, string>): readonly string[] {
  return instantsIn(properties.get(MADE_FROM)).slice(1);
}

function instantsIn(value = ''): readonly string[] {
  return value.split(' ').filter((instant) => instant !== '');
}
