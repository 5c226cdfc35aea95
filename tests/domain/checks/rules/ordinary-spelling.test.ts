import type { RepairRule, TextRule } from '../../../../src/domain/checks/rules/rule.ts';
import { activeRules, type Active } from '../../../../src/domain/checks/rules/settings.ts';
import { builtInDigitProfile } from '../../../../src/domain/programme/catalogue.ts';
import { hasOrdinarySpelling } from '../../../../src/domain/text/thai-spelling.ts';
import { programme, roster } from '../../../support/report-2565.ts';

const { repairs, texts } = activeRules({ programme, roster, digits: builtInDigitProfile() });
const skipping = [...repairs, ...texts].filter(({ rule }) => rule.skipsOrdinarySpelling);

function finds({ rule, context }: Active<RepairRule> | Active<TextRule>, text: string): boolean {
  const found = rule.scope === 'repair' ? rule.repair(text, context) : rule.find(text, context, text);
  return [...found].length > 0;
}

/** The rules that find something in a text of ordinary spelling. */
const missed = (text: string) =>
  hasOrdinarySpelling(text)
    ? skipping.filter((active) => finds(active, text)).map(({ rule }) => [rule.code, text])
    : [];

/** Some of each kind, with the first and the last of its block. */
const CHARACTERS = Array.from(
  ' a5(\n…ก\u0e2eฯะัาำิฺ฿เไๅๆ็่๋์ํ๎๏๐๛\u0001\t\u007f\u00a0\u00ad\u200b\u200c\u2007\u2010\u2027\u202f\u0e3b\u0e5c\ufeff\uf70a',
);

describe('rules that skip texts of ordinary spelling', () => {
  it('are those about invisible characters and the order of marks', () => {
    expect(skipping.map(({ rule }) => rule.code)).toEqual([
      'private-glyphs',
      'invisible-characters',
      'no-break-space',
      'thai-double-e',
      'thai-split-am',
      'thai-marks-swapped',
      'thai-marks-doubled',
      'thai-marks-conflict',
      'thai-vowel-dangling',
    ]);
  });

  it('find nothing in one of up to three characters', () => {
    const found = CHARACTERS.flatMap((first) =>
      CHARACTERS.flatMap((second) => [first + second, ...CHARACTERS.map((third) => first + second + third)]),
    ).flatMap(missed);
    expect(found).toEqual([]);
  });

  it('find nothing in one with any one character', () => {
    const found = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).flatMap((character) => [
      ...missed(character),
      ...missed(`ก${character}`),
      ...missed(`${character}ก`),
    ]);
    expect(found).toEqual([]);
  });
});
