import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { textOf, type Problem } from '../../../../src/domain/diagnostics/problem.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import { issuesOfAgency } from '../../../../src/domain/programme/assignment.ts';
import { issuesOf, type Programme } from '../../../../src/domain/programme/programme.ts';
import type { WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import { isAnswered } from '../../../../src/usecases/is-answered.ts';
import { dataOf, FORMS } from '../../../fixtures/forms/recorded.ts';

const NAMES = ['1', '2'].flatMap((version) =>
  readdirSync(path.join(FORMS, version)).flatMap((name) =>
    /^(bma|\d).*\.xlsx$/.test(name) ? [`${version}/${name}`] : [],
  ),
);

const without = (programme: Programme, number: number): Programme => ({
  ...programme,
  parts: programme.parts.map((part) => ({ ...part, issues: part.issues.filter((issue) => issue.number !== number) })),
});

const goneIn = ({
  problems,
}: ReadResult): readonly Extract<Problem, { readonly issue: number; readonly measures: number }>[] =>
  problems.flatMap((each) => (each.code === 'issue-gone' || each.code === 'issue-gone-unanswered' ? [each] : []));

/** All that agencies wrote, in an entry or in a problem. */
function textsIn({ submissions, problems }: ReadResult): readonly string[] {
  const entries = submissions.flatMap((one) => one.entries);
  const written = entries.flatMap((one) => [one.paragraphs, one.dates, one.evidence, one.notes].flat());
  const contacts = submissions.flatMap(({ contact }) => Object.values(contact));
  return [...[...written, ...contacts].map(({ text }) => text), ...problems.map(textOf)].filter((text) => text !== '');
}

describe.each(NAMES)('%s, of which an issue was taken out of the year', (name) => {
  const { programme, roster } = dataOf(path.basename(name));
  let content: WorkbookContent;
  const read = (of: Programme): ReadResult => readAgencyWorkbook(content, { file: 'a.xlsx', programme: of, roster });
  beforeAll(async () => {
    content = await createXlsxCodec().decode(readFileSync(path.join(FORMS, name)));
  });

  it('loses no text', () => {
    const before = textsIn(read(programme)).flatMap((text) => text.split('\n'));
    for (const { issue } of issuesOf(programme)) {
      const after = textsIn(read(without(programme, issue.number))).join('\n');
      for (const line of before) expect(after).toContain(line);
    }
  });

  if (/(sent|filled|libreoffice|openpyxl)\.xlsx$/.test(name)) {
    it('has one problem of the issue, and no other that it did not have', () => {
      const before = read(programme);
      const [submission] = before.submissions;
      for (const { issue, measures } of issuesOfAgency(programme, submission!.agency)) {
        const after = read(without(programme, issue.number));
        const gone = goneIn(after);
        // Those that have likely become others are told of by themselves.
        const moved = after.problems.filter(({ code }) => code === 'measure-gone');
        const answered = submission!.entries.filter(({ measure }) => measures.some(({ key }) => key === measure));
        expect(gone).toMatchObject([
          {
            code: answered.length > moved.length ? 'issue-gone' : 'issue-gone-unanswered',
            issue: issue.number,
            title: issue.title,
            measures: measures.length - moved.length,
          },
        ]);
        const known = new Set(before.problems.map((each) => JSON.stringify(each)));
        const others = after.problems.filter((each) => !known.has(JSON.stringify(each)) && !moved.includes(each));
        expect(others.map(({ code }) => code).filter((code) => code !== 'carried-year-differs')).toEqual([
          gone[0]!.code,
        ]);
        expect(isAnswered(after)).toBe(isAnswered(before));
      }
    });
  }
});
