import fc from 'fast-check';
import { withCommas } from '../../../src/domain/text/with-commas.ts';

it('writes any whole number as the locale of the United States does', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (number) => withCommas(number) === number.toLocaleString('en-US')));
});
