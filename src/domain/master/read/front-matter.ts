import { parseToken } from '../../form/identity.ts';
import { issuesOf, type Programme, type ReportFront } from '../../programme/programme.ts';
import type { CellContent, SheetContent } from '../../spreadsheet/content.ts';
import { isBackup } from '../backup-sheets.ts';
import { AS_OF, CONTENTS, SUMMARY } from '../plan/cover-sheet.ts';
import type { Annotation } from '../report.ts';
import { COVER_SHEET, possibleSheetNames } from '../sheet-names.ts';

/** How the lines of the summary begin. */
const SUMMARY_LINES = ['ปีงบประมาณ พ.ศ. ', AS_OF, 'ได้รับแล้ว ', 'คำตอบที่อ่านได้ ', 'ปัญหา ', 'ผลการตรวจคำตอบ '];

/** The texts before and after the table of the report, as a master's cover has them. */
export interface FrontMatter {
  readonly front: ReportFront;
  /** Whether the lines there could not be told apart, so that the programme's own texts are used instead. */
  readonly isUnclear: boolean;
}

/**
 * Reads the cover page, the introduction and who compiled the report from the cover sheet of a master, line by line, with what people
 * edited. The month is the one that the master was made for.
 */
export function readFrontMatter(sheets: readonly SheetContent[], { report }: Programme): FrontMatter {
  const { cells = [] } = coverOf(sheets) ?? {};
  const lines = cells.filter(({ row, column, text }) => row > 0 && column === 0 && text.trim() !== '');
  const end = lines.findIndex(({ text }) => text === SUMMARY);
  // A line of the report may begin in the same way.
  const summary = lines.slice(Math.max(end, 0));
  const month = summary.find(({ text }) => text.startsWith(AS_OF))?.text.slice(AS_OF.length);
  const asOf = month ?? report.asOf;
  const blocks = blocksOf(lines.slice(0, Math.max(end, 0)), report, month);
  if (blocks === undefined) return { front: { ...report, asOf }, isUnclear: cells.length > 0 };
  const [cover, [heading = report.heading, ...introduction], compiled] = blocks;
  const printedMonth = compiled.at(-1) ?? asOf;
  // So that the document can be made for another month; a month that somebody edited in one place stays as it is in the others.
  const withPlaceholder = (text: string): string =>
    printedMonth === month ? text.replaceAll(printedMonth, '{asOf}') : text;
  return {
    isUnclear: false,
    front: {
      ...report,
      cover,
      heading,
      introduction: introduction.map(withPlaceholder),
      compiledBy: compiled.slice(0, -1),
      asOf: printedMonth,
    },
  };
}

/** The texts before and after the table as they are printed, line by line. */
export function frontLines({ cover, heading, introduction, compiledBy, asOf }: ReportFront): readonly string[] {
  return [...cover, heading, ...introduction.map((text) => text.replaceAll('{asOf}', () => asOf)), ...compiledBy, asOf];
}

/**
 * What else people wrote on the cover of a master, which no next cover has: beside its lines, among those of the summary and the contents,
 * in comments and shapes and, where its lines cannot be told apart, what stands there of others than the programme's.
 */
export function textsBesideFront(sheets: readonly SheetContent[], programme: Programme): readonly Annotation[] {
  const sheet = coverOf(sheets);
  if (sheet === undefined) return [];
  const { cells, comments = [], shapes = [], name } = sheet;
  const end = cells.find(({ column, text }) => column === 0 && text === SUMMARY)?.row ?? Infinity;
  const { report } = programme;
  const printed = readFrontMatter(sheets, programme).isUnclear ? new Set(frontLines(report)) : undefined;
  const isOurs = ({ row, column, text }: CellContent): boolean => {
    if (text.trim() === '' || parseToken(text) !== undefined) return true;
    if (column > 0) return false;
    const isLine = row < end && (printed === undefined || printed.has(text));
    return isLine || isOfSummary(text, programme, sheets);
  };
  const located = (carrier: Annotation['carrier']) => (each: Pick<CellContent, 'row' | 'column' | 'text'>) => ({
    carrier,
    text: each.text,
    location: { sheet: name, row: each.row, column: each.column },
  });
  return [
    ...cells.filter((cell) => !isOurs(cell)).map(located('cell')),
    ...comments.map(located('comment')),
    ...shapes.map(located('shape')),
  ];
}

/** Whether a line below the printed ones is the program's: a link to a sheet, or a line of the summary of any version. */
function isOfSummary(text: string, programme: Programme, sheets: readonly SheetContent[]): boolean {
  const links = [...issuesOf(programme).map(({ issue }) => issue.title), ...possibleSheetNames(programme)];
  return (
    [SUMMARY, CONTENTS, programme.title, ...links, ...sheets.map(({ name }) => name)].includes(text) ||
    SUMMARY_LINES.some((beginning) => text.startsWith(beginning))
  );
}

/** The cover of a master, also where people renamed its sheet; of several of other names nobody knows which it is. */
export function coverOf(sheets: readonly SheetContent[]): SheetContent | undefined {
  const named = sheets.find(({ name }) => name === COVER_SHEET);
  if (named) return named;
  const [only, ...others] = sheets.filter((sheet) => !isBackup(sheet) && isCover(sheet));
  return others.length === 0 ? only : undefined;
}

function isCover({ cells }: SheetContent): boolean {
  const texts = cells.filter(({ column }) => column === 0).map(({ text }) => text);
  return texts.includes(SUMMARY) && texts.some((text) => text.startsWith(AS_OF));
}

/** The lines of the cover; the heading and the introduction; those who compiled the report, and the month below them. */
type Blocks = readonly [cover: readonly string[], text: readonly string[], compiled: readonly string[]];

/**
 * The printed lines of a cover in their three blocks: by the blank rows between these, so that lines may be added and taken away, or, where
 * somebody took away such a row, by the number of lines. Undefined where neither tells.
 */
function blocksOf(
  lines: readonly CellContent[],
  { cover, introduction, compiledBy }: ReportFront,
  month: string | undefined,
): Blocks | undefined {
  const [first = [], second = [], third = [], ...others] = apart(lines);
  if (third.length > 0 && others.length === 0) {
    // Without the month, the last of those who compiled the report would be taken for it.
    if (third.at(-1) === month || third.length > compiledBy.length) return [first, second, third];
  }
  const texts = lines.map(({ text }) => text);
  const [text, compiled] = [cover.length, cover.length + 1 + introduction.length];
  if (texts.length !== compiled + compiledBy.length + 1) return undefined;
  return [texts.slice(0, text), texts.slice(text, compiled), texts.slice(compiled)];
}

/** The texts of lines, split where rows between them are blank. */
function apart(lines: readonly CellContent[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  for (const [index, { row, text }] of lines.entries()) {
    const follows = row - 1 === lines[index - 1]?.row;
    if (follows) blocks.at(-1)?.push(text);
    else blocks.push([text]);
  }
  return blocks;
}
