import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { ANSWER_COLUMNS, answerForm, type AnswerCell } from '../../src/domain/form/answers/answer-form.ts';
import { contentWithTyped, type TypedText } from '../../src/domain/form/answers/typed-texts.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { changedParts } from '../support/changed-parts.ts';
import { anyAnswer, filledContents } from '../support/filled-contents.ts';
import { writeWithSheetJs } from '../support/sheetjs-writer.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const RUNS = Math.ceil(Number(process.env.ITA_PROPERTY_RUNS ?? 400) / 4);
/** Milliseconds: room for the deep run on a busy machine; a hang still ends. */
jest.setTimeout(60_000 + RUNS * 300);
const codec = createXlsxCodec();
const agency = smallAgency('02');
const plan = planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: '2027-04-01T00:00:00.000Z' });
const context = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, agency };

/** Which of the cells that may be changed get which text. */
const edits = fc.array(fc.record({ at: fc.nat(), text: fc.oneof(anyAnswer, fc.constant('')) }), { maxLength: 8 });

function cellsOf(content: WorkbookContent): readonly AnswerCell[] {
  return answerForm(content, context).flatMap(({ fields }) => ANSWER_COLUMNS.flatMap((column) => fields[column]));
}

function typedInto(content: WorkbookContent, chosen: readonly { at: number; text: string }[]): readonly TypedText[] {
  const cells = cellsOf(content).filter(({ fixed }) => fixed === undefined);
  const typed = new Map<AnswerCell, TypedText>();
  for (const { at, text } of chosen) {
    const cell = cells[at % cells.length];
    if (cell) typed.set(cell, { ...cell, before: cell.text, text });
  }
  return [...typed.values()].filter(({ before, text }) => before !== text);
}

function withText(cells: readonly AnswerCell[]): readonly AnswerCell[] {
  return cells.filter(({ text }) => text !== '');
}

/** Texts by sheet, row and column. */
function textsIn({ sheets }: WorkbookContent): unknown {
  return sheets.map(({ name, cells }) => [name, cells.map(({ row, column, text }) => [row, column, text])]);
}

function read(content: WorkbookContent): ReturnType<typeof readAgencyWorkbook> {
  return readAgencyWorkbook(content, { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
}

describe('a workbook that was filled in by the form', () => {
  it('holds exactly what was typed, is read as the form showed it, and is otherwise as it was', async () => {
    await fc.assert(
      fc.asyncProperty(filledContents(plan), edits, async (filled, chosen) => {
        const bytes = writeWithSheetJs(filled);
        const content = await codec.decode(bytes);
        const typed = typedInto(content, chosen);
        const written = await codec.patch(bytes, typed);
        const after = await codec.decode(written);
        const expected = contentWithTyped(content, typed);
        expect(textsIn(after)).toEqual(textsIn(expected));
        expect(read(after)).toEqual(read(expected));
        const asTyped = (cell: AnswerCell): AnswerCell => {
          const { text } =
            typed.find((one) => one.sheet === cell.sheet && one.row === cell.row && one.column === cell.column) ?? cell;
          return { ...cell, text };
        };
        // A row that somebody inserted and then cleared is none of the form any more.
        expect(withText(cellsOf(after))).toEqual(withText(cellsOf(content).map(asTyped)));
        expect(cellsOf(after)).toEqual(cellsOf(expected));
        const sheets = new Set(typed.map(({ sheet }) => sheet)).size;
        const parts = changedParts(bytes, written);
        expect(parts.filter((part) => !part.startsWith('xl/worksheets/'))).toEqual([]);
        expect(parts).toHaveLength(sheets);
      }),
      { numRuns: RUNS },
    );
  });
});
