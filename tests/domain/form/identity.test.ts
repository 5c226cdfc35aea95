import fc from 'fast-check';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import { thaiDigits } from '../../../src/domain/text/digits.ts';
import { COLUMNS } from '../../../src/domain/form/columns.ts';
import { formatToken, identityOfProperties, parseToken, type Token } from '../../../src/domain/form/identity.ts';

/** Workbooks of the first version of the form were sent without saying so. */
const workbook = fc.record(
  {
    programme: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    version: fc.stringMatching(/^[1-9]\d?$/),
    agency: fc.stringMatching(/^\d{4}$/),
    form: fc.stringMatching(/^[1-9]\d?$/),
  },
  { requiredKeys: ['programme', 'version', 'agency'] },
);
const measure = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 }))
  .map((parts) => parts.join('.') as MeasureKey);

const anyToken: fc.Arbitrary<Token> = fc.oneof(
  fc.nat(9).map((reportColumns): Token => ({ kind: 'office', reportColumns })),
  fc.constant<Token>({ kind: 'end' }),
  fc.record({ kind: fc.constant('year' as const), data: fc.base64String() }),
  fc.record({ kind: fc.constant('taken' as const), data: fc.base64String() }),
  fc.record({ kind: fc.constant('part' as const), data: fc.base64String() }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('cover' as const), workbook }),
  fc.record({ kind: fc.constant('sheet' as const), workbook, issue: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ kind: fc.constant('row' as const), workbook, measure }),
  fc.record({ kind: fc.constant('column' as const), column: fc.constantFrom(...COLUMNS.map(({ id }) => id)) }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom('name', 'phone', 'email') }),
);

describe('a token', () => {
  it('says after reading what it said when written', () => {
    fc.assert(fc.property(anyToken, (token) => expect(parseToken(formatToken(token))).toEqual(token)));
  });

  it('is understood after somebody turned its digits into Thai ones', () => {
    fc.assert(fc.property(anyToken, (token) => expect(parseToken(thaiDigits(formatToken(token)))).toEqual(token)));
  });

  it.each([
    'ita:',
    'ita:row',
    'ita:row=bma/1/0101',
    'ita:row=bma/1/0101/5.2',
    'ita:sheet=bma/1/0101/0',
    'ita:sheet=bma/1/0101/x',
    'ita:cover=bma/1/0101/9/9',
    'ita:column=colour',
    'ita:field=age',
    'ข้อความ ita:end',
    'ผลการดำเนินการ',
    '',
  ])('is not seen in %p', (text) => {
    expect(parseToken(text)).toBeUndefined();
  });

  it('is never seen in what else people write', () => {
    const notOurs = fc.string().filter((text) => !/ita:/i.test(text));
    fc.assert(fc.property(notOurs, (text) => expect(parseToken(text)).toBeUndefined()));
  });
});

describe('document properties', () => {
  it('name the agency whose workbook it is', () => {
    const properties = new Map([
      ['ITA.Kind', 'agency'],
      ['ITA.Programme', 'made-up'],
      ['ITA.Version', '2'],
      ['ITA.Agency', '0101'],
    ]);
    expect(identityOfProperties(properties)).toEqual({
      office: false,
      workbook: { programme: 'made-up', version: '2', agency: '0101' },
    });
  });

  it.each(['master', 'index'])('tell a workbook of the office: %s', (kind) => {
    expect(identityOfProperties(new Map([['ITA.Kind', kind]]))).toEqual({ office: true });
  });

  it('say nothing where they are missing', () => {
    expect(identityOfProperties(new Map())).toEqual({ office: false });
  });
});
