import fc from 'fast-check';
import { repairText } from '../../../src/domain/checks/repair-text.ts';
import type { RuleCode } from '../../../src/domain/checks/rules/registry.ts';
import { activeRules } from '../../../src/domain/checks/rules/settings.ts';
import { repairRule } from '../../../src/domain/checks/rules/rule.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { applyEdits } from '../../../src/domain/text/edits.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER } from '../../support/report-builders.ts';

const { repairs } = activeRules({
  programme: REPORT_PROGRAMME,
  roster: REPORT_ROSTER,
  digits: builtInDigitProfile(),
});

const codesOf = (text: string): readonly RuleCode[] =>
  repairText(text, repairs).repairs.map(({ rule }) => rule.code as RuleCode);

describe('a text after all its fixes', () => {
  it('has no white space at its ends, and says where it was', () => {
    const { text, edits, toSource, repairs: made } = repairText(' \n อบรมแล้ว\t ', []);
    expect(text).toBe('อบรมแล้ว');
    expect(edits).toEqual([
      { start: 0, end: 3, text: '' },
      { start: 11, end: 13, text: '' },
    ]);
    expect(toSource(0, 4)).toEqual({ start: 3, end: 7 });
    expect(made).toEqual([]);
  });

  it.each([
    ['', []],
    ['อบรมแล้ว', []],
    ['อบรมแล้ว ', [{ start: 8, end: 9, text: '' }]],
    ['  อบรมแล้ว', [{ start: 0, end: 2, text: '' }]],
    ['   ', [{ start: 0, end: 3, text: '' }]],
  ])('is changed no more than it must be: %j', (text, edits) => {
    expect(repairText(text, repairs).edits).toEqual(edits);
  });

  it('is fixed again where one fix uncovers the next, which is told at its place in the original text', () => {
    const { text, repairs: made } = repairText('เ\u200bเผน 65', repairs);
    expect(text).toBe('แผน ๖๕');
    expect(made.map(({ rule, start, end }) => [rule.code, start, end])).toEqual([
      ['invisible-characters', 1, 2],
      ['thai-double-e', 0, 3],
      ['digits-arabic', 6, 8],
    ]);
    expect(codesOf('แผน ๖๕')).toEqual([]);
  });

  it('ends, although a repair would go on for ever', () => {
    const endless = repairRule({
      code: 'thai-double-e',
      severity: 'should',
      parameters: {},
      fields: ['result'],
      repair: (text) => [{ start: text.length, end: text.length, text: 'ๆ' }],
    });
    const { text } = repairText('ก', [{ rule: endless, context: { ...repairs[0]!.context } }]);
    expect(text).toBe(`ก${'ๆ'.repeat(12)}`);
  });

  it('comes of its edits, and needs no other fix', () => {
    const pieces = fc.constantFrom('เ', '\u200b', 'แ', 'ำ', 'ํ', 'า', '่', '65', ' ', '\u00a0', 'ก', '\n', '๑', '.');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const source = parts.join('');
        const { text, edits } = repairText(source, repairs);
        expect(applyEdits(source, edits)).toBe(text);
        expect(repairText(text, repairs)).toMatchObject({ text, edits: [], repairs: [] });
      }),
    );
  });
});
