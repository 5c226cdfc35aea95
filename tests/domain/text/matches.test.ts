import fc from 'fast-check';
import { MovableFormula } from '../../../src/adapters/xlsx/read/movable-formula.ts';
import { invisibleCharacters } from '../../../src/domain/checks/rules/invisible-characters.ts';
import { linkMalformed } from '../../../src/domain/checks/rules/link-malformed.ts';
import { pathPrivate } from '../../../src/domain/checks/rules/path-private.ts';
import { thaiMarksSwapped } from '../../../src/domain/checks/rules/thai-marks-swapped.ts';
import { thaiVowelDangling } from '../../../src/domain/checks/rules/thai-vowel-dangling.ts';
import { ANY_MONTH, datesIn } from '../../../src/domain/text/find-dates.ts';
import { linksIn } from '../../../src/domain/text/links.ts';
import { findLongTokens } from '../../../src/domain/text/long-tokens.ts';
import { matchesNotAfter, matchesWhere } from '../../../src/domain/text/matches.ts';
import { mobileNumbersIn, nationalIdsIn, personalDataIn } from '../../../src/domain/text/personal-data.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { programme, roster } from '../../support/report-2565.ts';

/** Texts of these pieces, most of which meet in ways that nobody writes. */
const textsOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

/** Where a pattern matches. */
const startsOf = (text: string, pattern: RegExp): readonly number[] =>
  Array.from(text.matchAll(pattern), ({ index }) => index);
const spans = (found: Iterable<{ readonly start: number; readonly end: number }>): readonly (readonly number[])[] =>
  Array.from(found, ({ start, end }) => [start, end]);
const spanOf = ({ 0: found, index }: RegExpExecArray) => ({ start: index, end: index + found.length });
const spansOf = (text: string, pattern: RegExp): readonly (readonly number[])[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length]);

const context = { programme, roster, digits: builtInDigitProfile(), parameters: {} };

/** What is written without look-behinds, and what the same is with them: an engine for tests knows them. */
describe('a search without look-behinds', () => {
  it('finds what one with them finds', () => {
    fc.assert(
      fc.property(textsOf('a', 'b', 'ab', '-', ' '), (text) => {
        expect([...matchesNotAfter(text, /b/, /a+/g)].map(({ index }) => index)).toEqual(startsOf(text, /(?<!b)a+/g));
        const twoBefore = matchesWhere(text, /a/g, ({ index }) => text.slice(0, index).endsWith('ab'));
        expect([...twoBefore].map(({ index }) => index)).toEqual(startsOf(text, /(?<=ab)a/g));
      }),
    );
  });

  it('finds the same where another with the same pattern comes between, or one before was left', () => {
    const pattern = /a+/g;
    matchesNotAfter('b-aaa-a', /b/, pattern).next();
    fc.assert(
      fc.property(textsOf('a', 'b', '-'), textsOf('a', 'b', '-'), (text, other) => {
        const found: number[] = [];
        for (const { index } of matchesNotAfter(text, /b/, pattern)) {
          found.push(index);
          expect(spans([...matchesNotAfter(other, /b/, pattern)].map(spanOf))).toEqual(spansOf(other, /(?<!b)a+/g));
        }
        expect(found).toEqual(startsOf(text, /(?<!b)a+/g));
      }),
    );
  });

  it('finds the same links', () => {
    fc.assert(
      fc.property(
        textsOf('http', '://', 'www.', 'x', '9', '_', '-', ' ', '(', '"', 'ก', 'WWW.', 'abcdefghijk', '/'),
        (text) => {
          const raw = Array.from(text.matchAll(/(?<![a-z0-9])(?:[a-z]{2,10}:\/\/|www\.)[^\s<>"“”()]*/gi));
          const expected = raw.map(({ 0: found, index }) => [index, found.replace(/[.,;:!?'ฯ\]}]+$/, '')]);
          expect(linksIn(text).map(({ start, text: link }) => [start, link])).toEqual(expected);
        },
      ),
    );
  });

  it('finds the same numbers of persons', () => {
    const pieces = ['1', '08', '+66', '81', '234567', '8901234567890', ' ', '-', '=', '/', '.', 'ก', 'x'];
    fc.assert(
      fc.property(textsOf(...pieces), (text) => {
        const mobile = /(?=((?:0|\+66[ –-]?0?)[689](?:[ –.-]?\d){8})(?!\d))[0+](?<![\w=/].)/g;
        expect(mobileNumbersIn(text).map(({ start }) => start)).toEqual(startsOf(text, mobile));
        const ids = startsOf(text, /(?=(\d(?:[ –-]?\d){12})(?!\d))\d(?<![\w=/]\d)/g);
        for (const { start } of nationalIdsIn(text)) expect(ids).toContain(start);
      }),
    );
  });

  it('masks every number of a person that is found', () => {
    const pieces = [
      '1101700230708',
      '1-1017-00230-70-8',
      '081',
      '+66 (0) 81',
      '(081) ',
      '๐๘๑',
      '234',
      '-',
      ' ',
      '5678',
      '2345678',
      ') ',
      '/',
      'ก',
    ];
    fc.assert(
      fc.property(textsOf(...pieces), (text) => {
        const masked = spans(personalDataIn(text));
        const numbers = spans([...nationalIdsIn(text), ...mobileNumbersIn(text)]);
        expect(masked).toEqual(numbers);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same dates', () => {
    const inWords = new RegExp(
      `(?:(?<!\\d)(\\d{1,2}) ?)?(?:${ANY_MONTH}) ?(?:[พค]\\. ?ศ\\. ?)?(?:(\\d{4}|\\d{2})(?!\\d))?`,
      'g',
    );
    const dayFirst = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/g;
    const yearFirst = /(?<![\d/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
    fc.assert(
      fc.property(textsOf('1', '25', '2565', '/', '-', '.', ' ', 'ม.ค.', 'มีนาคม', 'พ.ศ. ', 'ก'), (text) => {
        expect(datesIn(text).map(({ start }) => start)).toEqual(
          [inWords, dayFirst, yearFirst].flatMap((pattern) => startsOf(text, pattern)),
        );
      }),
    );
  });

  it('finds the same beginnings of what stays in ASCII digits', () => {
    fc.assert(
      fc.property(textsOf('www.', 'c:\\', 'C:/', 'x', '7', 'a1', ' ', 'ก', '\n', 'D:\\b '), (text) => {
        const starts = startsOf(text, /(?<![a-z0-9])(?:www\.|[a-z]:[\\/](?!\/))/gim);
        const tokens = findLongTokens(text);
        for (const { start } of tokens) expect(starts).toContain(start);
        const within = (start: number): boolean => tokens.some((token) => token.start <= start && start < token.end);
        for (const start of starts) expect(within(start) || /^www\.[\s.]*(\s|$)/.test(text.slice(start))).toBe(true);
      }),
    );
  });

  it('finds the same places of rules', () => {
    const pieces = [
      'C:\\',
      'D:/',
      '\\\\',
      's',
      '\\',
      'file://',
      ':',
      'http:/',
      'https//',
      'x',
      '/',
      ' ',
      '(',
      'ก',
      '"',
      '1',
    ];
    fc.assert(
      fc.property(textsOf(...pieces), (text) => {
        const path =
          /(?<![A-Za-z0-9/]|\/:)[A-Za-z]:[\\/](?!\/)[^\s<>"“”()]*|\\\\[^\s\\<>"“”()]+\\[^\s<>"“”()]*|(?<![a-z])file:\/\/[^\s<>"“”()]*/g;
        expect(spans(pathPrivate.find(text, context, text))).toEqual(spansOf(text, path));
        const almost = /(?<![a-z])https?(?::\/(?!\/)|\/\/|: ?\/\/(?=[\s<>"“”()]|$)|: \/\/)\S{0,100}/gi;
        const malformed = spans(linkMalformed.find(text, context, text));
        expect(malformed.slice(0, spansOf(text, almost).length)).toEqual(spansOf(text, almost));
      }),
    );
  });

  it('finds the same marks and vowels', () => {
    const pieces = [
      'ก',
      'น',
      'า',
      'ะ',
      'ำ',
      'เ',
      '่',
      '้',
      '์',
      '๋',
      'ิ',
      'ุ',
      '็',
      ' ',
      'a',
      '\u200c',
      '\u200d',
      '😀',
      '\u200b',
    ];
    fc.assert(
      fc.property(textsOf(...pieces), (text) => {
        const swapped = /(?<![่-์])([่-์]+)([ัิ-ฺ็]+)|([ะาำ])(?<=[ก-ฮ].)([่-๋]+)/g;
        expect(spans(thaiMarksSwapped.repair(text, context))).toEqual(spansOf(text, swapped));
        const dangling = /(?<![ัิ-ฺ็-๎ก-ฮ])[ัิ-ฺ็-๎]|(?<![ัิ-ฺ็-๎ะาำๅก-ฮ])[ะาำๅ]|([เแโใไ])(?![ัิ-ฺ็-๎ะาำๅก-ฮ])/g;
        const at = Array.from(text.matchAll(dangling), ({ 1: lead, index }) =>
          lead === undefined ? index : index + 1,
        );
        expect(spans(thaiVowelDangling.find(text, context, text))).toEqual(
          at.map((index) => [Math.max(0, index - 1), Math.min(text.length, index + 1)]),
        );
        const invisible = /[\u200b]+|[\u200c\u200d](?:(?<=[^\u0e80-\uffff].)|(?=[^\u0e80-\uffff]))/g;
        expect(spans(invisibleCharacters.repair(text, context))).toEqual(spansOf(text, invisible));
      }),
    );
  });

  it('moves the same references', () => {
    fc.assert(
      fc.property(textsOf('A1', '$B2', 'C$3', 'é', '𝐱', '_', '.', '(', '+', '"', "'", 'A:B', '1:2', '!'), (text) => {
        const reference =
          /"[^"]*(?:"|$)|'[^']*(?:'|$)|\[[^\]]*(?:\]|$)|(?<![\p{L}\p{M}\p{N}_.\\$])(?<reference>\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{M}\p{N}_.(!])/giu;
        const down = text.replace(reference, (found, ...rest) => {
          const { reference: whole } = rest.at(-1) as { readonly reference?: string };
          return whole === undefined
            ? found
            : found.replace(/(\$?)(\d+)/g, (row, fixed: string, digits: string) =>
                fixed === '$' ? row : String(Number(digits) + 1),
              );
        });
        expect(new MovableFormula(text, 0).at(16384)).toBe(down);
      }),
    );
  });
});
