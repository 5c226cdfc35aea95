import fc from 'fast-check';
import { StringPool } from '../../../src/domain/submissions/string-pool.ts';
import type { Entry, SourcedText } from '../../../src/domain/submissions/submission.ts';
import { readResult } from '../../support/report-builders.ts';

describe('the pool of strings', () => {
  it('gives back what every file held, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 4 }), (results) => {
        const pool = new StringPool();
        const before = structuredClone(results);
        expect(results.map((result) => pool.share(result))).toEqual(before);
      }),
    );
  });

  it('has one object for the same status in the same cell, and one for the same cell', () => {
    const pool = new StringPool();
    const share = (entry: Entry): Entry => {
      const submission = { agency: '5001' as never, file: 'a.xlsx', issues: [1], contact: {}, entries: [entry] };
      return pool.share({ submissions: [submission], problems: [] }).submissions[0]!.entries[0]!;
    };
    const text = (at: number, said: string): SourcedText => ({ text: said, sheet: 's', cell: { row: at, column: 4 } });
    const entry = (at: number, status: string): Entry => ({
      measure: '1.1.1' as never,
      status: { ...text(at, status), id: 'done' },
      paragraphs: [text(at, status)],
      dates: [],
      evidence: [],
      notes: [],
    });
    const [first, same, lower, other] = [entry(1, 'ก'), entry(1, 'ก'), entry(2, 'ก'), entry(1, 'ข')].map(share);
    expect(same!.status).toBe(first!.status);
    expect(same!.paragraphs[0]!.cell).toBe(first!.status!.cell);
    expect([lower!.status, other!.status]).toEqual([entry(2, 'ก').status, entry(1, 'ข').status]);
  });
});
