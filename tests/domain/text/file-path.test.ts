import fc from 'fast-check';
import { extensionOf, freePath, nameOfPath, withSuffix } from '../../../src/domain/text/file-path.ts';

it.each([
  ['รับ/สำนักการแพทย์.xlsx', 'สำนักการแพทย์.xlsx', '.xlsx', 'รับ/สำนักการแพทย์ (2).xlsx'],
  ['C:\\รับ\\a.XLSX', 'a.XLSX', '.XLSX', 'C:\\รับ\\a (2).XLSX'],
  ['คำตอบ', 'คำตอบ', '', 'คำตอบ (2)'],
  ['ปี 2565.1/คำตอบ', 'คำตอบ', '', 'ปี 2565.1/คำตอบ (2)'],
  ['a.xlsx/คำตอบ', 'คำตอบ', '', 'a.xlsx/คำตอบ (2)'],
  ['แบบ 2565.1', 'แบบ 2565.1', '', 'แบบ 2565.1 (2)'],
  ['๑.สำนักการแพทย์', '๑.สำนักการแพทย์', '', '๑.สำนักการแพทย์ (2)'],
  ['a.b.c.xlsx', 'a.b.c.xlsx', '.xlsx', 'a.b.c (2).xlsx'],
  ['a.7z', 'a.7z', '.7z', 'a (2).7z'],
  ['.xlsx', '.xlsx', '', '.xlsx (2)'],
  ['รับ/.คำตอบ.xlsx', '.คำตอบ.xlsx', '.xlsx', 'รับ/.คำตอบ (2).xlsx'],
  ['a.', 'a.', '', 'a. (2)'],
  ['', '', '', ' (2)'],
])('%s is named %j with the extension %j, and the next of it %s', (path, name, extension, next) => {
  expect([nameOfPath(path), extensionOf(path), withSuffix(path, ' (2)')]).toEqual([name, extension, next]);
});

describe('a free path', () => {
  const name = fc
    .array(fc.constantFrom('a', 'ก', '1', ' ', '.', '.xlsx', '(2)', ' (2)'), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(''));
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));

  it('is never taken, stays in its folder and keeps the extension', () => {
    fc.assert(
      fc.property(path, fc.integer({ min: 0, max: 5 }), (wanted, others) => {
        const taken = new Set<string>();
        for (let count = 0; count <= others; count++) {
          const free = freePath(wanted, (one) => taken.has(one));
          expect(taken.has(free)).toBe(false);
          expect(free.slice(0, free.lastIndexOf('/') + 1)).toBe(wanted.slice(0, wanted.lastIndexOf('/') + 1));
          expect(free.endsWith(extensionOf(wanted))).toBe(true);
          expect(extensionOf(free)).toBe(extensionOf(wanted));
          taken.add(free);
        }
      }),
    );
  });

  it('is the path itself where nothing has it', () => {
    fc.assert(fc.property(path, (wanted) => expect(freePath(wanted, () => false)).toBe(wanted)));
  });
});
