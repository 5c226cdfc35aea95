import fc from 'fast-check';
import {
  ANSWER_COLUMNS,
  answerForm,
  type AnswerCell,
  type MeasureForm,
} from '../../../../src/domain/form/answers/answer-form.ts';
import type { AnswerColumn } from '../../../../src/domain/form/columns.ts';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import type { CellLocation } from '../../../../src/domain/spreadsheet/address.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import { textsOfEntry } from '../../../../src/domain/submissions/entry-texts.ts';
import { sameTextKey } from '../../../../src/domain/text/compare.ts';
import { paragraphsOf } from '../../../../src/domain/text/paragraphs.ts';
import { filledContents } from '../../../support/filled-contents.ts';
import { Grid } from '../../../support/grid.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../../support/small-programme.ts';

const agency = smallAgency('02');
const plan = planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: '2027-04-01T00:00:00.000Z' });
const context = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, agency };
const [, first = ''] = plan.sheets.map(({ name }) => name);

/** The form of the workbook with its first issue's sheet changed. */
function formOf(change: (grid: Grid) => void = () => undefined): readonly MeasureForm[] {
  const content = contentOfPlan(plan);
  const sheets = content.sheets.map((sheet): SheetContent => {
    if (sheet.name !== first) return sheet;
    const grid = new Grid(sheet);
    change(grid);
    return grid.toContent();
  });
  return answerForm({ ...content, sheets }, context);
}

/** The cells of the first measure, as `row column text`. */
function cells(form: readonly MeasureForm[], column: AnswerColumn): readonly string[] {
  return form[0]!.fields[column].map(shown);
}

function shown({ row, column, text, fixed }: AnswerCell): string {
  return [row, column, text, fixed].filter((part) => part !== undefined && part !== '').join(' ');
}

describe('the form of a workbook', () => {
  it('has every measure that the agency is asked for, with two cells for each kind of answer', () => {
    const form = formOf();
    expect(form.map(({ measure, issue }) => [issue.number, measure.key])).toEqual([
      [1, '1.1.1'],
      [1, '1.1.2'],
      [1, '1.1.3'],
      [2, '2.1.1'],
      [2, '2.2.1'],
      [2, '2.2.2'],
      [3, '3.1.1'],
    ]);
    expect(ANSWER_COLUMNS.map((column) => cells(form, column))).toEqual([
      ['5 4', '6 4'],
      ['5 5', '6 5'],
      ['5 6', '6 6'],
      ['5 7', '6 7'],
      ['5 8', '6 8'],
    ]);
  });

  it('shows a text in an inserted row', () => {
    const inserted = formOf((grid) => {
      grid.insertRows(6, 1);
      grid.put(6, 5, { kind: 'text', text: 'แทรก', unlocked: true });
    });
    expect(cells(inserted, 'result')).toEqual(['5 5', '6 5 แทรก', '7 5']);
  });

  it.each<[string, Omit<CellContent, 'row' | 'column'>, string]>([
    ['a formula', { kind: 'text', text: 'ก', formula: 'A1' }, 'formula'],
    ['a number', { kind: 'number', text: '25' }, 'value'],
    ['an error', { kind: 'error', text: '#NAME?' }, 'value'],
    ['text with mixed looks', { kind: 'text', text: 'กข', runs: [{ start: 1, bold: true }] }, 'runs'],
    ['a link', { kind: 'text', text: 'ที่นี่', link: 'https://example.org' }, 'link'],
  ])('shows %s, which can be changed in Excel only', (_, content, reason) => {
    expect(
      cells(
        formOf((grid) => grid.put(5, 5, content)),
        'result',
      ),
    ).toEqual([`5 5 ${content.text} ${reason}`, '6 5']);
  });

  it('leaves a locked cell of a protected sheet alone', () => {
    const locked = formOf((grid) => {
      grid.put(5, 5, 'ก');
      grid.put(6, 5, { kind: 'text', text: 'ข', unlocked: true });
    });
    expect(cells(locked, 'result')).toEqual(['5 5 ก locked', '6 5 ข']);
  });

  it('offers no cell below a merged one, and shows what stands there', () => {
    const merged = formOf((grid) => {
      grid.put(5, 5, { kind: 'text', text: 'ก', unlocked: true });
      grid.put(6, 5, { kind: 'text', text: 'ข', unlocked: true });
      grid.merges.push({ top: 5, bottom: 6, left: 5, right: 5 }, { top: 5, bottom: 6, left: 8, right: 8 });
    });
    expect(cells(merged, 'result')).toEqual(['5 5 ก', '6 5 ข merged']);
    expect(cells(merged, 'note')).toEqual(['5 8']);
  });

  it('is empty for a workbook of another agency', () => {
    expect(answerForm(contentOfPlan(plan), { ...context, agency: smallAgency('03') })).toEqual([]);
  });
});

interface Told {
  /** Measure, column, cell and text. */
  readonly answer: string;
  readonly place: string;
  readonly text: string;
}

function toldOf(measure: string, column: string, { sheet, ...cell }: CellLocation, text: string): Told {
  const place = `${sheet} ${String(cell.row)} ${String(cell.column)}`;
  return { answer: `${measure} ${column} ${place} ${text}`, place, text: sameTextKey(text) };
}

/** What the form shows: paragraphs of results, and other answers as they are. */
function inForm(content: WorkbookContent): readonly Told[] {
  return answerForm(content, context).flatMap(({ measure, fields }) =>
    ANSWER_COLUMNS.flatMap((column) =>
      fields[column].flatMap((cell) => {
        const texts = column === 'result' ? paragraphsOf(cell.text).map(({ text }) => text) : [cell.text.trim()];
        return texts.filter((text) => text !== '').map((text) => toldOf(measure.key, column, cell, text));
      }),
    ),
  );
}

/** What is read of the workbook, and the cells and texts of problems. */
function inReading(content: WorkbookContent): {
  readonly answers: readonly Told[];
  readonly problems: ReadonlySet<string>;
} {
  const { submissions, problems } = readAgencyWorkbook(content, {
    file: 'a',
    programme: SMALL_PROGRAMME,
    roster: SMALL_ROSTER,
  });
  const own = submissions.filter((submission) => submission.agency === agency.code);
  const answers = own.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      textsOfEntry(entry).map(({ field, text, sheet, cell }) => toldOf(entry.measure, field, { sheet, ...cell }, text)),
    ),
  );
  const ofProblems = problems.flatMap(({ sheet = '', cell, ...facts }) => {
    const { place, text } = toldOf('', '', { sheet, row: -1, column: -1, ...cell }, 'text' in facts ? facts.text : '');
    return [place, text];
  });
  return { answers, problems: new Set(ofProblems) };
}

describe('the form and what is read', () => {
  it('agree on every answer, whatever people did to the workbook', () => {
    fc.assert(
      fc.property(filledContents(plan), (content) => {
        const shownAnswers = inForm(content);
        const { answers, problems } = inReading(content);
        const [inFormToo, readToo] = [shownAnswers, answers].map((all) => new Set(all.map(({ answer }) => answer)));
        expect(answers.filter(({ answer }) => !inFormToo!.has(answer))).toEqual([]);
        // What stands in a copy of a sheet too is read once, and a second status or one that is none is a problem.
        const told = new Set([...problems, ...answers.map(({ text }) => text)]);
        const unread = shownAnswers.filter(
          ({ answer, place, text }) => !readToo!.has(answer) && !told.has(place) && !told.has(text),
        );
        expect(unread).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
