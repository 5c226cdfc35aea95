import fc from 'fast-check';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { activeRules } from '../../../src/domain/checks/rules/settings.ts';
import { TextChecker, type TextChecks } from '../../../src/domain/checks/text-checks.ts';
import { programme, roster } from '../../support/report-2565.ts';

const rules = activeRules({ programme, roster, digits: builtInDigitProfile() });

const FIELDS = ['result', 'date', 'evidence', 'note', 'contact'] as const;

const TEXTS = [
  '',
  'จานวน 25 คน',
  'เเผน\u200bงาน 081-234-5678',
  'อบรม ๑๐๐ คน ชาย ๔๐ คน หญิง ๖๑ คน รวม ๑๐๐ คน',
  'ส่งที่ a@gmail.com เมื่อวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๕',
  'ประกาศนโยบายแล้ว',
];

/** What is found in a text in every field, and what is shown of it. */
function told(checks: TextChecks) {
  const { fixed, excerpts } = checks;
  const found = FIELDS.map((field) =>
    checks.matchesIn(field).map(({ rule, start, end, facts }) => {
      return [rule.code, start, end, facts, excerpts.found(fixed.toSource(start, end))];
    }),
  );
  return {
    found,
    text: fixed.text,
    edits: fixed.edits,
    repairs: fixed.repairs.map(({ rule, ...span }) => [rule.code, span]),
  };
}

describe('a checker of texts', () => {
  it('finds the same whether it remembers a text or has forgotten it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXTS), { maxLength: 30 }), fc.nat({ max: 200 }), (texts, remembered) => {
        const checker = new TextChecker(rules, remembered);
        for (const text of texts) {
          const alone = new TextChecker(rules).check(text);
          const checks = checker.check(text);
          expect(told(checks)).toEqual(told(alone));
        }
      }),
    );
  });

  it('checks a text once as long as it remembers it', () => {
    const checker = new TextChecker(rules, 30);
    const [first, long] = ['จานวน 25 คน', 'ก'.repeat(25)];
    const checks = checker.check(first);
    expect(checker.check(first)).toBe(checks);
    checker.check(long);
    expect(checker.check(first)).not.toBe(checks);
  });

  it('leaves a text as it is where another would change a value', () => {
    const checks = new TextChecker(rules).checkUnchanged('จานวน 25 คน');
    expect(checks.fixed.text).toBe('จานวน 25 คน');
    expect(checks.matchesIn('result').map(({ rule }) => rule.code)).toEqual(['am-lost']);
  });
});
