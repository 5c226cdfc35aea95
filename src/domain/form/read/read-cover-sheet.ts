import type { Programme } from '../../programme/programme.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Submission } from '../../submissions/submission.ts';
import { compareKey } from '../../text/compare.ts';
import { contentsLabels, isContactLabel } from '../plan/cover-sheet.ts';
import type { Labels } from './form-labels.ts';
import { nameOfCell, type TokenSheet } from './sheet-reading.ts';

/** Whom to ask, as the agency wrote it on the cover, added to what is `known`. Texts that find no place are problems. */
export function readCoverSheet(
  { cells, sheet, tokens }: TokenSheet,
  programme: Programme,
  labels: Labels,
  known: Submission['contact'],
): { readonly contact: Submission['contact']; readonly problems: readonly Problem[] } {
  const fieldOfRow = new Map(
    tokens.flatMap(({ cell, token }) => (token.kind === 'field' ? [[cell.row, token.field] as const] : [])),
  );
  const contents = contentsLabels(programme);
  const computedRows = new Set(cells.filter(({ text }) => contents.has(compareKey(text))).map(({ row }) => row));
  const contact: { -readonly [Field in keyof Submission['contact']]: Submission['contact'][Field] } = { ...known };
  const problems: Problem[] = [];
  for (const cell of cells) {
    const location = { sheet: sheet.name, cell: nameOfCell(cell) };
    const field = fieldOfRow.get(cell.row);
    // Beside a contact field the form says its name only; even the agency's own name is an answer there.
    const isLabel = field === undefined ? labels.includes(cell.text) : isContactLabel(cell.text);
    if (isLabel || (field && contact[field]?.text === cell.text.trim())) continue;
    if (field !== undefined && contact[field] === undefined) contact[field] = { text: cell.text.trim(), ...location };
    // The cover computes its numbers: a formula beside an issue's title, or in the last row, is the form's own.
    else if (field !== undefined || cell.formula === undefined || !computedRows.has(cell.row)) {
      problems.push({ code: 'text-outside-columns', text: cell.text, ...location });
    }
  }
  return { contact, problems };
}
