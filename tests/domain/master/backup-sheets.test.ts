import fc from 'fast-check';
import { isSameSheetName, sheetNameProblem } from '../../../src/domain/spreadsheet/sheet-name.ts';
import {
  swapBackups,
  isBackup,
  asBackup,
  backupName,
  backupsOf,
  originalName,
  type SheetState,
} from '../../../src/domain/master/backup-sheets.ts';
import { masterSheetNames } from '../../../src/domain/master/sheet-names.ts';
import { programme } from '../../support/report-2565.ts';
import '../../support/property-seed.ts';

const REPORT = masterSheetNames(programme);
const [cover, longest] = ['ปก', '๔ การใช้ทรัพย์สินของทางราชการ'] as const;

/** Names that Excel takes, long ones and such as differ only in their case or their end among them. */
const sheetName = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 31, unit: 'grapheme' }),
    fc.string({
      minLength: 1,
      maxLength: 31,
      unit: fc.constantFrom('ก', 'เ', 'ี', '่', ' ', 'a', 'A', '๔', '\u{1F4C4}'),
    }),
    fc.integer({ min: 1, max: 99 }).map((number) => `${'x'.repeat(28)} ${number}`),
  )
  .filter((name) => sheetNameProblem(name) === undefined);
const names = fc.uniqueArray(sheetName, { comparator: isSameSheetName, minLength: 1, maxLength: 6 });
const state = fc.constantFrom('visible', 'hidden') satisfies fc.Arbitrary<SheetState['state']>;

describe('the name under which a sheet is kept', () => {
  it('is one that Excel takes, and leads back to the sheet', () => {
    fc.assert(
      fc.property(names, (all) => {
        for (const name of all) {
          expect(sheetNameProblem(backupName(name))).toBeUndefined();
          expect(originalName(backupName(name), all)).toBe(name);
        }
      }),
    );
  });

  it('is another one for every sheet, also where names are long and begin alike', () => {
    fc.assert(
      fc.property(names, (all) => {
        expect(new Set(all.map((name) => backupName(name).toLowerCase())).size).toBe(all.length);
      }),
    );
  });

  it('is the same for names that are one to Excel', () => {
    expect(
      isSameSheetName(backupName('Sheet of my own with a long name'), backupName('SHEET of my own with a long name')),
    ).toBe(true);
  });

  it('says of every sheet of a report which it was, a cut one by its beginning', () => {
    expect(REPORT.map(backupName)).toEqual([
      'เดิม · ปก',
      'เดิม · ๑ การปฏิบัติหน้าที่',
      'เดิม · ๒ แผนการใช้จ่ายงบประมาณ',
      'เดิม · ๓ การใช้อำนาจ',
      expect.stringMatching(/^เดิม · ๔ การใช้ทรัพย์สิน.*…[0-9a-z]{4}$/),
      'เดิม · ๕ การจัดการเรื่องทุจริต',
      'เดิม · ๖ คุณภาพการดำเนินงาน',
      'เดิม · ๗ ประสิทธิภาพการสื่อสาร',
      'เดิม · ๘ การปรับปรุงการทำงาน',
      'เดิม · แผนภูมิภาพรวม',
      'เดิม · ความครบถ้วน',
      'เดิม · สรุปสถานะ',
      'เดิม · ยังไม่แล้วเสร็จ',
      'เดิม · ติดตาม',
      'เดิม · หมายเหตุ',
      'เดิม · ปัญหา',
      'เดิม · ตารางรวม',
    ]);
  });

  it('is no name of a copy that a person makes of a kept sheet', () => {
    expect(originalName(`${backupName(cover)} (2)`, REPORT)).toBeUndefined();
  });
});

describe('sheets that change places with those that are kept of them', () => {
  it('come back with their names, and hidden ones are hidden again, when it is done twice', () => {
    const states = fc.array(state, { minLength: 12, maxLength: 12 });
    const there = fc.array(fc.boolean(), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(names, states, there, (all, looks, isThere) => {
        const faces = all.map((name, index): SheetState => ({ name, state: looks[index]! }));
        const kept = all.map((name, index) => asBackup({ name, state: looks[index + 6]! }));
        const own: SheetState = { name: `${backupName(all[0]!).slice(0, 26)} (2)`, state: 'visible' };
        const before = [...faces, own, ...kept].filter((_, index) => isThere[index]);
        const once = swapBackups(before, all);
        const twice = swapBackups(once, all);
        // Where all that was kept is back and nothing took its place, there is nothing to change places with.
        const isOneWay = backupsOf(once, all).length === 0;
        expect(twice).toEqual(isOneWay ? once : before);
      }),
    );
  });

  it('are seen again where they were seen before, and the others are not', () => {
    const before: SheetState[] = [
      { name: backupName(cover), state: 'hidden' },
      { name: backupName(longest), state: 'veryHidden' },
      { name: 'ของฉัน', state: 'visible' },
      { name: cover, state: 'visible' },
      { name: longest, state: 'visible' },
    ];
    expect(swapBackups(before, REPORT)).toEqual([
      { name: cover, state: 'visible' },
      { name: longest, state: 'hidden' },
      { name: 'ของฉัน', state: 'visible' },
      { name: backupName(cover), state: 'hidden' },
      { name: backupName(longest), state: 'hidden' },
    ]);
  });

  it('go out of sight where they had no counterpart, and come back where theirs is gone', () => {
    const before: SheetState[] = [
      { name: backupName(cover), state: 'hidden' },
      { name: 'ปัญหา', state: 'visible' },
    ];
    expect(swapBackups(before, REPORT)).toEqual([
      { name: cover, state: 'visible' },
      { name: backupName('ปัญหา'), state: 'hidden' },
    ]);
  });

  it('stay where they are when none is kept', () => {
    const before: SheetState[] = REPORT.map((name) => ({ name, state: 'visible' }));
    expect(swapBackups(before, REPORT)).toEqual(before);
  });
});

describe('a sheet that is kept', () => {
  it('is one that is hidden; shown by a person, it is theirs', () => {
    expect(isBackup(asBackup({ name: cover, state: 'visible' }))).toBe(true);
    expect(isBackup({ name: backupName(cover), state: 'visible' })).toBe(false);
    expect(isBackup({ name: cover, state: 'hidden' })).toBe(false);
  });
});
