import { cellKey } from '../../src/domain/spreadsheet/address.ts';
import { cellAt } from './cells.ts';
import type { Finding } from '../../src/domain/checks/finding.ts';
import { validate } from '../../src/domain/checks/validate.ts';
import type { Problem } from '../../src/domain/diagnostics/problem.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../src/domain/programme/roster.ts';
import type { Entry, SourcedText, Submission } from '../../src/domain/submissions/submission.ts';
import type { Example, ExampleAnswer } from '../domain/checks/rules/examples.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER } from './report-builders.ts';

/** Who sends the examples in: a division, which is not responsible for 2.1.1. */
export const EXAMPLE_AGENCY = '03' as AgencyCode;

/** All that the rules find in an example, beside what the reader told. */
export function findingsOfExample(example: Example, told: readonly Problem[] = []): readonly Finding[] {
  const submission = submissionOfExample(example);
  const texts = new Map(textsOf(submission).map(({ sheet, cell, text }) => [cellKey(sheet, cell), text]));
  return validate(
    { submissions: [submission], problems: [...problemsOf(example), ...told] },
    {
      programme: { ...REPORT_PROGRAMME, rules: example.rules ?? {} },
      roster: REPORT_ROSTER,
      cells: (sheet, cell) => texts.get(cellKey(sheet, cell)),
      lastYear: new Map([[EXAMPLE_AGENCY, example.lastYear ?? []]]),
    },
  );
}

function submissionOfExample({ answers = [], issues = [], contact = {} }: Example): Submission {
  const fields = Object.entries(contact).map(([field, text], row) => [
    field,
    { text, sheet: 'ปก', cell: cellAt(`C${14 + row}`) },
  ]);
  return {
    agency: EXAMPLE_AGENCY,
    file: '03.xlsx',
    issues,
    contact: Object.fromEntries(fields) as Submission['contact'],
    entries: answers.map(entryOfExample),
  };
}

function entryOfExample(answer: ExampleAnswer): Entry {
  const { measure = '1.1.1', status = 'in-progress', result = [], date, evidence, note } = answer;
  const { sheet = measure, row: first = 6 } = answer;
  const column = (letter: string, texts: readonly (string | undefined)[]): readonly SourcedText[] =>
    texts.flatMap((text, row) =>
      text === undefined ? [] : [{ text, sheet, cell: cellAt(`${letter}${first + row}`) }],
    );
  return {
    measure: measure as MeasureKey,
    ...(status === null ? {} : { status: { id: status, text: 'สถานะ', sheet, cell: cellAt(`E${first}`) } }),
    paragraphs: column('F', result),
    dates: column('G', [date]),
    evidence: column('H', [evidence]),
    notes: column('I', [note]),
  };
}

function problemsOf({ error }: Example): readonly Problem[] {
  return error === undefined ? [] : [{ code: 'error-value', text: error, sheet: '1.1.1', cell: cellAt('F6') }];
}

function textsOf({ entries, contact }: Submission): readonly SourcedText[] {
  const written = entries.flatMap(({ paragraphs, dates, evidence, notes }) => [
    ...paragraphs,
    ...dates,
    ...evidence,
    ...notes,
  ]);
  return [...written, ...Object.values(contact)];
}
