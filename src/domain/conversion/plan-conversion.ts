import type { DigitProfile } from '../text/digit-profile.ts';
import { arabicNumberFormat, thaiNumberFormat } from '../spreadsheet/number-formats.ts';
import { convertDigits, type Digits } from '../text/thai-digits.ts';
import type { SkipReason } from './skip-reason.ts';
import type { CellChange, SkippedCell, ConversionPlan, FontTrap, Selection } from './changes.ts';
import type { CellLocation } from '../spreadsheet/address.ts';
import { parseToken } from '../form/identity.ts';
import { isBackup } from '../master/backup-sheets.ts';
import { isLocked, type CellContent, type SheetContent, type WorkbookContent } from '../spreadsheet/content.ts';

/** The request for a conversion. */
export interface ConversionOptions {
  readonly to: Digits;
  readonly profile: DigitProfile;
  /** What to convert; everything if omitted. */
  readonly selection?: readonly Selection[];
  /** Whether the writer preserves rich text runs; otherwise cells with rich text are skipped. */
  readonly keepsRuns: boolean;
}

/**
 * Plans a conversion of a workbook, cell by cell. Texts are rewritten; numbers and dates get a number format. Formulas, locked cells and
 * cells outside the selection are skipped. Tokens and the master's data columns are ignored, and so are backup sheets unless they are
 * selected, because restoring them must give the original content.
 */
export function planConversion(content: WorkbookContent, options: ConversionOptions): ConversionPlan {
  const changes: CellChange[] = [];
  const skipped: SkippedCell[] = [];
  const fontTraps: FontTrap[] = [];
  for (const read of content.sheets) {
    if (options.selection === undefined && isBackup(read)) continue;
    const sheet = { ...read, dataFrom: firstDataColumn(read) };
    for (const cell of sheet.cells) {
      const planned = planCell(cell, sheet, options);
      if (planned !== undefined && 'reason' in planned) skipped.push(planned);
      else if (planned !== undefined) changes.push(planned);
      const font = trapOf(cell, content.font);
      if (font !== undefined) fontTraps.push({ ...locationOf(cell, sheet), font });
    }
  }
  return { to: options.to, changes, skipped, fontTraps };
}

/** A sheet, and the index of its first column with data for programs; Infinity if it has none. */
interface PlannedSheet extends SheetContent {
  readonly dataFrom: number;
}

function firstDataColumn({ cells }: SheetContent): number {
  for (const { column, text } of cells) {
    const token = parseToken(text);
    if (token?.kind === 'office') return column + token.reportColumns;
  }
  return Infinity;
}

function planCell(
  cell: CellContent,
  sheet: PlannedSheet,
  options: ConversionOptions,
): CellChange | SkippedCell | undefined {
  const isOurs = cell.column >= sheet.dataFrom || parseToken(cell.text) !== undefined;
  if (isOurs || !/[0-9๐-๙]/.test(cell.text)) return undefined;
  return cell.kind === 'number' || cell.kind === 'date'
    ? planNumber({ ...cell, kind: cell.kind }, sheet, options)
    : planText(cell, sheet, options);
}

function planText(
  cell: CellContent,
  sheet: PlannedSheet,
  options: ConversionOptions,
): CellChange | SkippedCell | undefined {
  const { text: before } = cell;
  const { text: after, changes, preserved } = convertDigits(before, options.to, options.profile);
  if (changes.length === 0 && preserved.length === 0) return undefined;
  const location = locationOf(cell, sheet);
  const reason = changes.length === 0 ? reasonUnchanged(cell, sheet, options) : reasonToLeave(cell, sheet, options);
  return reason === undefined
    ? { ...location, kind: 'text', before, after, changes, preserved }
    : { ...location, text: before, reason, preserved };
}

/** Why a cell without changes is skipped: only the selection and a formula, which may have no value, matter. */
function reasonUnchanged(cell: CellContent, sheet: PlannedSheet, { selection }: ConversionOptions): SkipReason {
  if (!isSelected(cell, sheet, selection)) return 'outside-selection';
  return cell.formula === undefined ? 'all-preserved' : 'formula';
}

function planNumber(
  cell: CellContent & { readonly kind: 'number' | 'date' },
  sheet: PlannedSheet,
  options: ConversionOptions,
): CellChange | SkippedCell | undefined {
  const { kind, text, format, shownFormat = format, builtIn, typedInBuddhistEra } = cell;
  if (!(options.to === 'thai' ? /[0-9]/ : /[๐-๙]/).test(text)) return undefined;
  const location = locationOf(cell, sheet);
  const reason = reasonToLeave(cell, sheet, options);
  if (reason !== undefined) return { ...location, text, reason, preserved: [] };
  if (shownFormat === null) return { ...location, text, reason: 'no-such-format', preserved: [] };
  const after = (options.to === 'thai' ? thaiNumberFormat : arabicNumberFormat)({
    kind,
    format: shownFormat,
    typedInBuddhistEra,
  });
  if (after === undefined) return { ...location, text, reason: 'no-such-format', preserved: [] };
  const before = { before: format ?? 'General', ...(builtIn === undefined ? {} : { builtIn }) };
  return { ...location, kind: 'format', ...before, after, text };
}

function reasonToLeave(
  cell: CellContent,
  sheet: PlannedSheet,
  { selection, keepsRuns }: ConversionOptions,
): SkipReason | undefined {
  if (!isSelected(cell, sheet, selection)) return 'outside-selection';
  if (cell.formula !== undefined) return 'formula';
  if (cell.kind === 'error') return 'error';
  if (isLocked(sheet, cell)) return 'locked';
  return cell.runs !== undefined && !keepsRuns ? 'mixed-looks' : undefined;
}

function isSelected(cell: CellContent, sheet: SheetContent, selection: ConversionOptions['selection']): boolean {
  return selection === undefined || selection.some((part) => isIn(cell, sheet, part));
}

function isIn({ row, column }: CellContent, { name }: SheetContent, { sheet, range }: Selection): boolean {
  if (sheet !== name) return false;
  if (range === undefined) return true;
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** Fonts such as `TH SarabunIT๙`, whose names end in IT๙. */
const THAI_DIGIT_FONT = /IT\s*[๙9]$/i;

/** The font of a cell that draws ASCII digits as Thai ones, if any. */
function trapOf({ text, font, runs, kind }: CellContent, standard: string | undefined): string | undefined {
  if (kind === 'error' || !/[0-9]/.test(text)) return undefined;
  const fonts = [font ?? standard, ...(runs ?? []).map((run) => run.font)];
  return fonts.find((name) => name !== undefined && THAI_DIGIT_FONT.test(name));
}

function locationOf({ row, column }: CellContent, { name }: SheetContent): CellLocation {
  return { sheet: name, row, column };
}
