import fc from 'fast-check';
import { StringPool } from '../../../src/domain/submissions/string-pool.ts';
import { StoredText, type TextStore } from '../../../src/domain/submissions/entry-store.ts';
import type { Entry, ReadResult, SourcedText } from '../../../src/domain/submissions/submission.ts';
import { readResult } from '../../support/report-builders.ts';

/** A store in memory. */
function textStore(): TextStore {
  const texts: string[] = [];
  return { keep: (text) => texts.push(text) - 1, read: (number) => texts[number]! };
}

/** The result with entries that can be compared: those of a store have no fields of their own. */
function withPlainEntries({ submissions, problems }: ReadResult): ReadResult {
  const plain = ({ measure, status, paragraphs, dates, evidence, notes }: Entry): Entry => {
    return { measure, ...(status && { status }), paragraphs, dates, evidence, notes };
  };
  return { submissions: submissions.map((each) => ({ ...each, entries: each.entries.map(plain) })), problems };
}

describe('the pool of strings', () => {
  it.each([
    ['in memory', () => undefined],
    ['in a store', textStore],
  ])('gives back what every file held, whatever came before and after, where the texts are %s', (_, openStore) => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 4 }), (results) => {
        const pool = new StringPool(openStore());
        const before = structuredClone(results);
        const shared = results.map((result) => pool.share(result));
        expect(shared.map(withPlainEntries)).toEqual(before);
      }),
    );
  });

  it('finds the text and the source of every paragraph in a store', () => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 4 }), (results) => {
        const pool = new StringPool(textStore());
        const submissions = results.map((result) => pool.share(result)).flatMap((result) => result.submissions);
        for (const { agency, file, savedAt, entries } of submissions) {
          for (const said of entries.flatMap(({ paragraphs }) => paragraphs)) {
            if (!(said instanceof StoredText)) throw new Error('not in the store');
            const { text, sheet, cell } = said;
            expect(said.entries.textOf(said.number)).toBe(text);
            const source = { agency, file, sheet, cell, ...(savedAt === undefined ? {} : { savedAt }) };
            expect(said.entries.sourceOf(said.number)).toEqual(source);
          }
        }
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
