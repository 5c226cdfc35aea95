import type { MeasureKey, Programme, StatusId } from '../../src/domain/programme/programme.ts';
import type { ContactField } from '../../src/domain/submissions/submission.ts';
import { findColumns, findTokens } from '../../src/domain/form/read/sheet-reading.ts';
import type { ColumnId } from '../../src/domain/form/columns.ts';
import type { TextPatch, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';

/** What an officer types into one agency's workbook. */
export interface Filling {
  readonly contact: Readonly<Record<ContactField, string>>;
  readonly paragraphs: ReadonlyMap<MeasureKey, readonly string[]>;
  /** Status of the measures with paragraphs, and of those without. */
  readonly status: { readonly answered: StatusId; readonly others: StatusId };
}

/**
 * The cells that an officer fills in, as patches: the status and the first paragraph in a measure's first row, the rest
 * in its second row, a line (Alt+Enter) for each.
 */
export function fillPatches(content: WorkbookContent, filling: Filling, programme: Programme): readonly TextPatch[] {
  const label = (id: StatusId): string => programme.statuses.find((status) => status.id === id)!.label;
  return content.sheets.flatMap((sheet) => {
    const found = findTokens(sheet);
    const columns = new Map([...findColumns(found).columnOf].map(([column, id]) => [id, column]));
    const put = (row: number, id: ColumnId, text: string): TextPatch[] =>
      text === '' ? [] : [{ sheet: sheet.name, row, column: columns.get(id)!, text }];
    const rows = new Map<MeasureKey, number[]>();
    const patches: TextPatch[] = [];
    for (const { cell, token } of found.tokens) {
      if (token.kind === 'field' && cell.column === 0) {
        patches.push({ sheet: sheet.name, row: cell.row, column: 2, text: filling.contact[token.field] });
      }
      if (token.kind !== 'row' || cell.column !== 0) continue;
      rows.set(token.measure, [...(rows.get(token.measure) ?? []), cell.row]);
    }
    for (const [measure, [first, second]] of rows) {
      const [paragraph, ...more] = filling.paragraphs.get(measure) ?? [];
      const status = paragraph === undefined ? filling.status.others : filling.status.answered;
      patches.push(...put(first!, 'status', label(status)));
      if (paragraph !== undefined) patches.push(...put(first!, 'result', paragraph));
      patches.push(...put(second!, 'result', more.join('\n')));
    }
    return patches;
  });
}
