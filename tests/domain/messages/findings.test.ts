import { cellAt } from '../../support/cells.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import { RULES } from '../../../src/domain/checks/rules/registry.ts';
import { describeFinding, describeRule } from '../../../src/domain/messages/describe-finding.ts';
import { findingsEn } from '../../../src/domain/messages/en/findings.ts';
import { findingsTh } from '../../../src/domain/messages/th/findings.ts';
import { placeholdersOf } from '../../../src/domain/messages/words.ts';

const finding: Finding = { code: 'digits-arabic', severity: 'should', found: '', facts: {} };

describe('the words of a finding', () => {
  it.each(RULES.map(({ code, facts }) => [code, facts as readonly string[]] as const))(
    'ask for the facts that its rule gives and no others: %s',
    (code, facts) => {
      for (const { findings } of [findingsTh, findingsEn]) {
        const asked = new Set(placeholdersOf(findings[code].message + findings[code].remedy));
        const own = [...asked].filter((name) => !['measure', 'field', 'contact'].includes(name));
        expect(own.toSorted()).toEqual(facts.toSorted());
      }
    },
  );

  it('say where it is, what it is and what to do, with the facts in the language’s digits', () => {
    const sum: Finding = {
      ...finding,
      code: 'sum-differs',
      sheet: 'แผ่น ๑',
      cell: cellAt('F6'),
      facts: { parts: '150 + 6', sum: '156', stated: '1,200' },
    };
    expect(describeFinding(sum, 'th')).toEqual({
      where: 'แผ่นงาน “แผ่น ๑” ช่อง F6',
      message: 'ผลรวมไม่ตรง: ๑๕๐ + ๖ = ๑๕๖ แต่ระบุว่า ๑,๒๐๐',
      remedy: 'โปรดตรวจสอบตัวเลข',
    });
    expect(describeFinding(sum, 'en').message).toContain('150 + 6 = 156, but 1,200');
  });

  it('name the measure and the field of the cover', () => {
    const missing = describeFinding({ ...finding, code: 'answer-missing', measure: '5.2.3' as MeasureKey }, 'th');
    expect(missing.message).toBe('ยังไม่ได้ตอบประเด็นที่ ๕ ข้อ ๓');
    expect(describeFinding({ ...finding, code: 'contact-missing', contact: 'phone' }, 'th').message).toContain(
      'โทรศัพท์',
    );
  });
});

describe('the name of a rule', () => {
  it.each(RULES.map(({ code }) => code))('says what it finds without the facts of one finding: %s', (code) => {
    for (const language of ['th', 'en'] as const) expect(describeRule(code, language)).not.toMatch(/[{}…]/);
  });

  it('is worded for itself only where the message has facts, or is too long to stand beside a bar', () => {
    const lengthOf = (text: string): number => [...new Intl.Segmenter('th').segment(text)].length;
    for (const { findings, rules } of [findingsTh, findingsEn]) {
      const worded = RULES.map(({ code }) => code).filter(
        (code) => placeholdersOf(findings[code].message).length > 0 || lengthOf(findingsTh.findings[code].message) > 42,
      );
      expect(Object.keys(rules).toSorted()).toEqual(worded.toSorted());
    }
    for (const { code } of RULES) expect(lengthOf(describeRule(code, 'th'))).toBeLessThanOrEqual(42);
  });

  it('quotes the status that an officer chose', () => {
    expect(describeRule('result-missing', 'th')).toBe('เลือก “ดำเนินการแล้ว” แต่ไม่ได้กรอกผล');
  });
});
