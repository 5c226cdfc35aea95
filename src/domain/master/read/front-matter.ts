import type { Programme, ReportFront } from '../../programme/programme.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { isBackup } from '../backup-sheets.ts';
import { AS_OF, SUMMARY } from '../plan/cover-sheet.ts';
import { COVER_SHEET } from '../sheet-names.ts';

/** The texts before and after the table of the report, as a master's cover has them. */
export interface FrontMatter {
  readonly front: ReportFront;
  /** Whether lines were added or deleted there, so that the programme's own texts are used instead. */
  readonly isUnclear: boolean;
}

/**
 * Reads the cover page, the introduction and who compiled the report from the cover sheet of a master, line by line, with what people
 * edited. The month is the one that the master was made for.
 */
export function readFrontMatter(sheets: readonly SheetContent[], { report }: Programme): FrontMatter {
  const { cells = [] } = coverOf(sheets) ?? {};
  const lines = cells.filter(({ row, column, text }) => row > 0 && column === 0 && text.trim() !== '');
  const texts = lines.map(({ text }) => text);
  const month = texts.find((text) => text.startsWith(AS_OF))?.slice(AS_OF.length);
  const asOf = month ?? report.asOf;
  const end = texts.indexOf(SUMMARY);
  const { cover, introduction, compiledBy } = report;
  // The heading, and the month below those who compiled the report.
  const expected = cover.length + 1 + introduction.length + compiledBy.length + 1;
  if (end !== expected) return { front: { ...report, asOf }, isUnclear: cells.length > 0 };
  const from = (start: number, length: number): readonly string[] => texts.slice(start, start + length);
  const [heading = report.heading] = from(cover.length, 1);
  const printedMonth = texts[expected - 1] ?? asOf;
  // So that the document can be made for another month; a month that somebody edited in one place stays as it is in the others.
  const withPlaceholder = (text: string): string =>
    printedMonth === month ? text.replaceAll(printedMonth, '{asOf}') : text;
  return {
    isUnclear: false,
    front: {
      ...report,
      cover: from(0, cover.length),
      heading,
      introduction: from(cover.length + 1, introduction.length).map(withPlaceholder),
      compiledBy: from(cover.length + 1 + introduction.length, compiledBy.length),
      asOf: printedMonth,
    },
  };
}

/** The cover, also where people renamed it: then the only sheet with its lines that is no backup. */
function coverOf(sheets: readonly SheetContent[]): SheetContent | undefined {
  const named = sheets.find(({ name }) => name === COVER_SHEET);
  if (named) return named;
  const [only, ...others] = sheets.filter((sheet) => !isBackup(sheet) && hasLines(sheet));
  return others.length === 0 ? only : undefined;
}

function hasLines({ cells }: SheetContent): boolean {
  const lines = cells.flatMap(({ column, text }) => (column === 0 ? [text] : []));
  return lines.includes(SUMMARY) && lines.some((text) => text.startsWith(AS_OF));
}
