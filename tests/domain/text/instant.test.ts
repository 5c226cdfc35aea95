import { instantOf } from '../../../src/domain/text/instant.ts';

it.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [Date.UTC(2022, 1, 17, 3), '2022-02-17T03:00:00.000Z'],
  [8.64e15 + 1, undefined],
  [NaN, undefined],
])('%d milliseconds are the instant %s', (milliseconds, instant) => {
  expect(instantOf(milliseconds)).toBe(instant);
});
