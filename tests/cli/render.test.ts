import { cellAt } from '../support/cells.ts';
import type { Problem } from '../../src/domain/diagnostics/problem.ts';
import { alignRows, severitiesAsText, displayWidth, renderProblems } from '../../src/cli/output/render.ts';
import { messagesIn } from '../../src/cli/output/messages.ts';

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['ที่', 1],
    ['ผู้รับผิดชอบ', 8],
    ['น้ำ', 2],
    ['', 0],
  ])('of %s is %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('rows', () => {
  it('have their values below each other, whatever stands above and below the letters', () => {
    expect(
      alignRows([
        ['ผู้', 'ก'],
        ['abc', 'ข'],
        ['', ''],
      ]),
    ).toBe('ผู้    ก\nabc  ข\n');
  });
});

describe('problems', () => {
  const lock: Problem = { code: 'file-lock-skipped', file: '~$a.xlsx' };
  const stray: Problem = {
    code: 'text-outside-measure',
    file: 'a.xlsx',
    sheet: 'ก',
    cell: cellAt('E7'),
    text: `บรรทัดแรก\nบรรทัดที่สอง${'ก'.repeat(500)}`,
  };

  it('are counted by severity, the gravest first', () => {
    expect(severitiesAsText([lock, stray, lock], messagesIn('th'))).toBe('ต้องแก้ไข ๑, แจ้งให้ทราบ ๒');
    expect(severitiesAsText([lock], messagesIn('en'))).toBe('for information 1');
    expect(severitiesAsText([], messagesIn('th'))).toBe('ไม่มี');
  });

  it('are shown the gravest first, with place, remedy and the beginning of the text on one line', () => {
    const lines = renderProblems([lock, stray], messagesIn('th')).split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe('๑. [ต้องแก้ไข] ไฟล์ “a.xlsx” แผ่นงาน “ก” ช่อง E7');
    expect(lines[1]).toBe('   ข้อความนี้ไม่อยู่ใต้มาตรการใด');
    expect(lines[2]).toMatch(/^ {3}→ โปรด/);
    expect(lines[3]).toMatch(/^ {3}“บรรทัดแรก บรรทัดที่สองก+…”$/);
    expect(lines[4]).toBe('๒. [แจ้งให้ทราบ] ไฟล์ “~$a.xlsx”');
  });

  it('of one kind in a sheet do not hide the others where there are many, and all are counted', () => {
    const pasted = Array.from({ length: 120 }, () => stray);
    const others = Array.from({ length: 3 }, (_, index) => ({ ...stray, file: `${index}.xlsx` }));
    const lines = renderProblems([...pasted, ...others, lock], messagesIn('th')).split('\n');
    expect(lines.filter((line) => line.includes('“a.xlsx”'))).toHaveLength(3);
    expect(lines).toContain('   และอีก ๑๑๗ รายการแบบเดียวกันในแผ่นงานนี้');
    expect(lines.filter((line) => /“[0-2]\.xlsx”/.test(line))).toHaveLength(3);
    expect(lines.at(-3)).toContain('~$a.xlsx');
    // A few of them are shown one by one.
    expect(renderProblems(pasted.slice(0, 20), messagesIn('th'))).not.toContain('แบบเดียวกัน');
  });

  it('are only counted after the twentieth', () => {
    const many = renderProblems(
      Array.from({ length: 45 }, (_, index) => ({ ...lock, file: `~$${index}.xlsx` })),
      messagesIn('en'),
    );
    expect(many.split('\n')).toHaveLength(61);
    expect(many.split('\n').at(-1)).toBe('and 25 more (--format json shows all)');
  });

  it('cannot move the cursor or change the colours of a terminal', () => {
    const evil: Problem = { code: 'text-outside-measure', file: '\u001b[2Ja.xlsx', text: '\u001b[31mก\u0007' };
    expect(renderProblems([evil], messagesIn('en'))).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
