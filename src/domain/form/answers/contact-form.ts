import { findAgency } from '../../programme/responsibility.ts';
import type { CellPosition } from '../../spreadsheet/address.ts';
import type { WorkbookContent } from '../../spreadsheet/content.ts';
import type { ContactField } from '../../submissions/submission.ts';
import { CONTACT_FIELDS, identityOfProperties } from '../identity.ts';
import { recognise } from '../read/known-sheets.ts';
import { contactRows, type ContactRow } from '../read/read-cover-sheet.ts';
import { findTokens, type TokenSheet } from '../read/sheet-reading.ts';
import { isUnknownVersion, wordingsOf } from '../wordings/wordings.ts';
import { fixedReason, isCovered, type AnswerCell, type FormContext } from './answer-form.ts';

/** A field of the contact person on the cover, and the cell that holds it. */
export interface ContactCell {
  readonly field: ContactField;
  readonly cell: AnswerCell;
}

/** The fields of the contact person in the order of the form, each once. A field without an identifiable cell is left out. */
export function contactForm(content: WorkbookContent, context: FormContext): readonly ContactCell[] {
  const { programme, roster, agency } = context;
  const { workbook: ofFile } = identityOfProperties(content.properties);
  const cells = content.sheets.flatMap((sheet): readonly ContactCell[] => {
    const { kind, workbook, tokens } = recognise(findTokens(sheet), programme);
    if (kind !== 'cover' || workbook === undefined) return [];
    if (workbook.programme !== programme.id || findAgency(roster, workbook.agency) !== agency) return [];
    const form = workbook.form ?? ofFile?.form;
    const rows = contactRows(tokens, { wordings: wordingsOf(form), isUnknownVersion: isUnknownVersion(form) });
    return [...rows].flatMap(([row, contact]) => cellIn(tokens, row, contact));
  });
  return CONTACT_FIELDS.flatMap((field) => {
    const own = cells.filter((one) => one.field === field);
    // If there are several covers, reading takes the first text.
    const [first] = [...own.filter(({ cell }) => cell.text !== ''), ...own];
    return first === undefined ? [] : [first];
  });
}

/** The cell of a field: the first text in its row that is not a label, else the cell to the right of the label. */
function cellIn({ sheet, cells, tokens }: TokenSheet, row: number, contact: ContactRow): readonly ContactCell[] {
  const { field, label, relabelled } = contact;
  const filled = cells.find((cell) => cell.row === row && cell !== label && cell !== relabelled);
  if (filled !== undefined) {
    const fixed = isCovered(filled, sheet.merges) ? 'merged' : fixedReason(sheet, filled);
    const { column, text } = filled;
    return [
      {
        field,
        cell: { sheet: sheet.name, row, column, answers: field, text, ...(fixed === undefined ? {} : { fixed }) },
      },
    ];
  }
  const column = (label ?? relabelled)?.column;
  const at = column === undefined ? undefined : { row, column: column + 1 };
  // A token to the right of the label means that a column was deleted.
  const isFree = at !== undefined && !tokens.some(({ cell }) => isAt(cell, at)) && !isCovered(at, sheet.merges);
  return isFree ? [{ field, cell: { sheet: sheet.name, ...at, answers: field, text: '' } }] : [];
}

function isAt(cell: CellPosition, { row, column }: CellPosition): boolean {
  return cell.row === row && cell.column === column;
}
