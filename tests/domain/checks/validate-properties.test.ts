import fc from 'fast-check';
import results from '../../../docs/examples/bma-2565/results.json';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import { findingsIn, fixed } from '../../support/checked-text.ts';

/** What texts are damaged with, and what stands around it. */
const PIECES = [
  'เ', 'แ', 'เเ', 'ไ', 'ก', 'น', 'ด', 'ฤ', 'ํ', 'า', 'ำ', 'ะ', '่', '้', '๊', '์', 'ั', 'ิ', 'ี', 'ุ', '็', 'ๆ', 'ฯ',
  '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad', '\u00a0', '\u202f', '\u0007', '\uf70a', '\uf70f', '\uf71a', '\uf712',
  ' ', '  ', '\n', '- ', '(', ')', '.', ',', '/', ':', '-', '1', '5', '๕', '๐', '08', '๐๘๑', '2565', '๒๕๖๕', '2022', '25๖5',
  'พ.ศ. ', 'ค.ศ. ', 'ปี ', ' มกราคม ', 'ม.ค.', 'รวม ', ' คน ', '๑๐๐ คน ', 'ที่ กท ', '0306/', 'ว 51 ', 'ลว. ', 'ข้อ ',
  'http://', 'https://', 'http:/', 'www.', 'a.go.th', '๒๐๓.๑๔๘.๒๕๐.๑๗๘', '10.1.1.5', '/uat/', 'C:\\', '\\\\srv\\a', '@', 'gmail.com', 'somchai',
  'COVID-', 'B', 'v1.2', 'ISO 9001', 'จานวน', 'ด าเนิน', 'สำนักปลัดเทศบา', 'สำนักงานปลัดเทศบาล', 'กองคลัง', 'กองคลั', 'เลขประจำตัวประชาชน ',
  '1101700230708', '1-1017-00230-70-8', '081-234-5678', '👨‍👩‍👧', '1.', '2)', '๓.', '17/2/2565', '31/2/65',
]; // prettier-ignore

const damaged = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(''));

const field = fc.constantFrom('result' as const, 'date' as const, 'evidence' as const, 'note' as const);

/** What a finding says, its place aside: texts move when others are fixed. */
const said = ({ code, facts, field, measure }: Finding) => JSON.stringify([code, facts, field, measure]);

function expectFixed(text: string, findings: readonly Finding[], again: readonly Finding[]) {
  const left = findings.filter(({ fix }) => fix === undefined);
  expect([text, again.filter(({ fix }) => fix !== undefined)]).toEqual([text, []]);
  expect([text, again.map(said).sort()]).toEqual([text, left.map(said).sort()]);
}

describe('making every fix and checking again', () => {
  it('leaves no fixable finding and creates none, whatever the text', () => {
    fc.assert(
      fc.property(damaged, field, (text, of) => {
        const findings = findingsIn(text, of);
        expectFixed(text, findings, findingsIn(fixed(text, findings), of));
      }),
      { numRuns: Number(process.env.ITA_PROPERTY_RUNS ?? 2000) },
    );
  });

  it('does so for every text of the printed report, whole and damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...results),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...PIECES)), { maxLength: 6 }),
        ({ text }, damages) => {
          const spoilt = damages.reduce((whole, [at, piece]) => {
            const location = at % (whole.length + 1);
            return whole.slice(0, location) + piece + whole.slice(location);
          }, text);
          const findings = findingsIn(spoilt);
          expectFixed(spoilt, findings, findingsIn(fixed(spoilt, findings)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never lets two fixes of a cell overlap, and puts every place inside the cell', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const findings = findingsIn(text);
        const edits = findings
          .flatMap(({ fix }) => fix ?? [])
          .toSorted((one, other) => one.start - other.start || one.end - other.end);
        edits.forEach((edit, index) => {
          const before = edits[index - 1];
          expect(
            before === undefined || edit.start >= before.end || JSON.stringify(edit) === JSON.stringify(before),
          ).toBe(true);
        });
        for (const { start, end } of findings) {
          expect(start === undefined || (start >= 0 && start <= end! && end! <= text.length)).toBe(true);
        }
      }),
    );
  });

  it('can be done for some findings only, and the others stay', () => {
    const text = 'เเผน 2565 จัดที\u200bม';
    const findings = findingsIn(text);
    expect(findings.map(({ code }) => code)).toEqual(['invisible-characters', 'thai-double-e', 'digits-arabic']);
    expect(fixed(text, findings.slice(1, 2))).toBe('แผน 2565 จัดที\u200bม');
    expect(fixed(text, findings)).toBe('แผน ๒๕๖๕ จัดทีม');
  });
});

describe('numbers and addresses of persons', () => {
  const secret = fc.constantFrom(
    '1101700230708',
    '1-1017-00230-70-8',
    '๑๑๐๑๗๐๐๒๓๐๗๐๘',
    '081-234-5678',
    '๐๘๑ ๒๓๔ ๕๖๗๘',
    'somchai@gmail.com',
  );

  /** What stands around a number without being another one that it would be part of. */
  const around = fc
    .array(fc.constantFrom(...PIECES.filter((piece) => !/\d{3}|[๐-๙]{3}|somchai|\d-/.test(piece))), { maxLength: 10 })
    .map((pieces) => pieces.join(''));

  it('are in no finding, whatever stands around or in them', () => {
    fc.assert(
      fc.property(around, secret, around, fc.nat(16), fc.boolean(), (before, number, after, at, split) => {
        const written = split ? `${number.slice(0, at)}\u200b${number.slice(at)}` : number;
        for (const { found, suggestion, facts } of findingsIn(`${before} ${written} ${after}`)) {
          const shown = JSON.stringify([found, suggestion, facts]).replace(/[\u200b]/g, '');
          expect(shown).not.toContain(number);
          expect(shown).not.toContain('somchai@');
        }
      }),
      { numRuns: 500 },
    );
  });
});
