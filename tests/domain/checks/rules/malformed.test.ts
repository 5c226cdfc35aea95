import type { RepairRule, TextRule } from '../../../../src/domain/checks/rules/rule.ts';
import { activeRules, type Active } from '../../../../src/domain/checks/rules/settings.ts';
import { builtInDigitProfile } from '../../../../src/domain/programme/catalogue.ts';
import { isWellFormed } from '../../../../src/domain/text/well-formed.ts';
import { programme, roster } from '../../../support/report-2565.ts';

const { repairs, texts } = activeRules({ programme, roster, digits: builtInDigitProfile() });
const ofMalformed = [...repairs, ...texts].filter(({ rule }) => rule.isOfMalformed);

function finds({ rule, context }: Active<RepairRule> | Active<TextRule>, text: string): boolean {
  const found = rule.scope === 'repair' ? rule.repair(text, context) : rule.find(text, context, text);
  return [...found].length > 0;
}

/** The rules that find something in a text that passes for well-formed. */
const missed = (text: string) =>
  isWellFormed(text) ? ofMalformed.filter((active) => finds(active, text)).map(({ rule }) => [rule.code, text]) : [];

/** Of every kind some, with the first and the last of its block. */
const CHARACTERS = Array.from(
  ' a5(\n…ก\u0e2eฯะัาำิฺ฿เไๅๆ็่๋์ํ๎๏๐๛\u0001\t\u007f\u00a0\u00ad\u200b\u200c\u2007\u2010\u2027\u202f\u0e3b\u0e5c\ufeff\uf70a',
);

describe('rules of malformed texts', () => {
  it('are those about invisible characters and the order of marks', () => {
    expect(ofMalformed.map(({ rule }) => rule.code)).toEqual([
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

  it('find nothing in a well-formed text of up to three characters', () => {
    const found = CHARACTERS.flatMap((first) =>
      CHARACTERS.flatMap((second) => [first + second, ...CHARACTERS.map((third) => first + second + third)]),
    ).flatMap(missed);
    expect(found).toEqual([]);
  });

  it('find nothing in a well-formed text with any one character', () => {
    const found = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).flatMap((character) => [
      ...missed(character),
      ...missed(`ก${character}`),
      ...missed(`${character}ก`),
    ]);
    expect(found).toEqual([]);
  });
});
