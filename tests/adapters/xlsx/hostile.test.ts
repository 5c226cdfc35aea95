import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { describeProblem } from '../../../src/domain/messages/message.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { issueOfMeasure, type MeasureKey } from '../../../src/domain/programme/programme.ts';
import { readWorkbook } from '../../../src/usecases/read-workbook.ts';
import { isUnreadable } from '../../../src/usecases/unreadable.ts';
import { hostileFiles } from '../../support/hostile-corpus.ts';
import { goodWorkbook, isOfSheet, outcomeOf, readBytesInChild } from '../../support/read-hostile.ts';

/** Megabytes that reading any file may take. */
const MOST_MB = 300;

const THAI = /[\u0e01-\u0e5b]/;

let good: Uint8Array;
let answers: readonly { readonly measure: MeasureKey }[];

beforeAll(async () => {
  good = await goodWorkbook();
  answers = readBytesInChild(good).entries as typeof answers;
});

// The titles are needed before the workbook is there that most of the files are made from.
const TITLES = hostileFiles(new Uint8Array()).map(([title]) => title);

describe('a file in a process of bounded memory', () => {
  it.each(TITLES)('is read or refused with a sentence: %s', (title) => {
    const [, expected, make] = hostileFiles(good).find(([name]) => name === title)!;
    const read = readBytesInChild(make());
    expect(outcomeOf(read)).toBe(expected);
    expect(read.megabytes).toBeLessThan(MOST_MB);
    const first = issueOfMeasure(answers[0]!.measure);
    const others = answers.filter(({ measure }) => issueOfMeasure(measure) !== first);
    expect(read.entries).toEqual(expected === 'read' ? answers : expected.startsWith('sheet-') ? others : []);
    for (const problem of read.problems.filter((each) => isUnreadable(each) || isOfSheet(each))) {
      const [th, en] = [describeProblem(problem, 'th'), describeProblem(problem, 'en')];
      expect([th.where, en.where]).toEqual(Array(2).fill(expect.stringContaining('แบบรายงาน.xlsx')));
      expect([th.message, th.remedy].filter((sentence) => !THAI.test(sentence))).toEqual([]);
      // The technical part in parentheses may quote the file.
      expect(en.message.replace(/\(.*/s, '').concat(en.remedy)).not.toMatch(THAI);
      expect([th.message, th.remedy, en.message, en.remedy].filter((text) => /[{}\p{Cc}]|^$/u.test(text))).toEqual([]);
    }
  });
});

describe('a file that is cut off', () => {
  it('is damaged at every hundredth of its length', async () => {
    const codec = createXlsxCodec();
    for (let part = 1; part < 100; part++) {
      const cut = good.subarray(0, Math.floor((good.length * part) / 100));
      const { problems } = await readWorkbook(codec, cut, { file: 'a.xlsx', ...builtInProgramme()! });
      expect(problems).toMatchObject([{ code: 'file-damaged', damage: 'cut-off' }]);
    }
  });
});
