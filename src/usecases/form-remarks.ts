import { isFinding, type Remark } from '../domain/checks/remark.ts';
import { ANSWER_COLUMNS, answerForm, type AnswerCell, type MeasureForm } from '../domain/form/answers/answer-form.ts';
import { contactForm, type ContactCell } from '../domain/form/answers/contact-form.ts';
import { contentWithTyped, type TypedText } from '../domain/form/answers/typed-texts.ts';
import { agencyByCode } from '../domain/programme/responsibility.ts';
import { cellKey } from '../domain/spreadsheet/address.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { checkOpened, type CheckedWorkbook, type OpenCheckContext } from './check-open-workbook.ts';

/** The form of an open workbook and the check that it was made from. */
export interface CheckedForm {
  readonly checked: CheckedWorkbook;
  readonly measures: readonly MeasureForm[];
  readonly contact: readonly ContactCell[];
}

/** The form of a workbook that was checked; empty where it is of no agency that is known. */
export function formOf(checked: CheckedWorkbook, { programme, roster }: OpenCheckContext): CheckedForm {
  const [code] = checked.agencies;
  const agency = code === undefined ? undefined : agencyByCode(roster).get(code);
  if (agency === undefined) return { checked, measures: [], contact: [] };
  const context = { programme, roster, agency };
  return { checked, measures: answerForm(checked.content, context), contact: contactForm(checked.content, context) };
}

/**
 * The remarks about the answer to one measure, with what was typed for it in its cells. While something is typed, only this measure is
 * checked: what it has in common with others is found when it stands in the workbook.
 */
export function remarksOfMeasure(
  { checked, measures }: CheckedForm,
  one: MeasureForm,
  typed: readonly TypedText[],
  context: OpenCheckContext,
): readonly Remark[] {
  const own = keysOf([one]);
  const here = typed.filter((text) => own.has(keyOf(text)));
  const { remarks } =
    here.length === 0
      ? checked
      : checkOpened(contentWithTyped(contentOf(checked.content, measures, one), here), context);
  return remarks.filter((remark) => isAbout(remark, one, own));
}

/** All cells of a form. */
export function cellsOf({ measures, contact }: Pick<CheckedForm, 'measures' | 'contact'>): readonly AnswerCell[] {
  const cells = measures.flatMap(({ fields }) => ANSWER_COLUMNS.flatMap((column) => fields[column]));
  return [...cells, ...contact.map(({ cell }) => cell)];
}

/** The remarks about the contact person, with what was typed in its cells. */
export function remarksOfContact(
  { checked, contact }: CheckedForm,
  typed: readonly TypedText[],
  context: OpenCheckContext,
): readonly Remark[] {
  const own = new Set(contact.map(({ cell }) => keyOf(cell)));
  const here = typed.filter((text) => own.has(keyOf(text)));
  const { content } = checked;
  const sheets = content.sheets.filter(({ name }) => contact.some(({ cell }) => cell.sheet === name));
  const { remarks } =
    here.length === 0 ? checked : checkOpened(contentWithTyped({ ...content, sheets }, here), context);
  return remarks.filter((remark) => {
    const { sheet, cell } = remark;
    if (sheet !== undefined && cell !== undefined) return own.has(keyOf({ sheet, ...cell }));
    return isFinding(remark) && remark.contact !== undefined;
  });
}

/** The remarks that are about cells outside of the form. */
export function remarksOutside({ checked, measures, contact }: CheckedForm): readonly Remark[] {
  const own = new Set(cellsOf({ measures, contact }).map(keyOf));
  return checked.remarks.filter(
    ({ sheet, cell }) => sheet !== undefined && cell !== undefined && !own.has(keyOf({ sheet, ...cell })),
  );
}

function isAbout(remark: Remark, { measure, sheet }: MeasureForm, own: ReadonlySet<string>): boolean {
  if (remark.sheet !== undefined && remark.cell !== undefined) {
    if (own.has(keyOf({ sheet: remark.sheet, ...remark.cell }))) return true;
  }
  const isHere = remark.sheet === undefined || remark.sheet === sheet;
  return isHere && 'measure' in remark && remark.measure === measure.key;
}

/** Only the sheet of a measure, without what answers other measures. */
function contentOf(content: WorkbookContent, measures: readonly MeasureForm[], one: MeasureForm): WorkbookContent {
  const others = keysOf(measures.filter((each) => each !== one));
  const sheets = content.sheets.filter(({ name }) => name === one.sheet);
  return {
    ...content,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.filter((cell) => !others.has(cellKey(sheet.name, cell))),
    })),
  };
}

function keysOf(measures: readonly MeasureForm[]): ReadonlySet<string> {
  return new Set(cellsOf({ measures, contact: [] }).map(keyOf));
}

function keyOf({ sheet, row, column }: Pick<AnswerCell, 'sheet' | 'row' | 'column'>): string {
  return cellKey(sheet, { row, column });
}
