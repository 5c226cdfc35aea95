/** The custom property of a workbook that this program changed: when it did so, and when each file was saved that it is a copy of. */
export const MADE_FROM = 'ITA.MadeFrom';

/** Most origins that a property can hold: Excel cuts off values after 255 characters. */
const MOST_ORIGINS = 9;

/**
 * The property's value after a change. What a file was when this program saved it is no origin: only that program has seen it.
 * @param value the value until now
 * @param before when the file was saved until now; `savedAt` when it is now: ISO 8601 instants
 */
export function originsAfter(value: string | undefined, before: string, savedAt: string): string {
  const [stamp, ...origins] = instantsIn(value);
  const known = stamp === before || origins.includes(before) ? origins : [...origins, before];
  return [savedAt, ...known.slice(-MOST_ORIGINS)].join(' ');
}

/** When each file was saved that a workbook with these properties is a copy of: ISO 8601 instants, the oldest first. */
export function originsIn(properties: ReadonlyMap<string, string>): readonly string[] {
  return instantsIn(properties.get(MADE_FROM)).slice(1);
}

function instantsIn(value = ''): readonly string[] {
  return value.split(' ').filter((instant) => instant !== '');
}
