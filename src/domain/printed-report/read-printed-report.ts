import type { DocumentContent } from '../document/content.ts';
import type { DataProblem } from '../programme/data-problem.ts';
import { inYear } from '../programme/next-year.ts';
import { issuesOf, type MeasureKey } from '../programme/programme.ts';
import { resolveParty } from '../programme/responsibility.ts';
import { parseYearData, rawYearData, type YearData } from '../programme/year-data.ts';
import { isSameSheetName, sheetNameProblem } from '../spreadsheet/sheet-name.ts';
import { MAX_SHEET_NAME } from '../spreadsheet/limits.ts';
import { compareKey } from '../text/compare.ts';
import { groupBy } from '../text/group-by.ts';
import { thaiDigits } from '../text/digits.ts';
import type { ReportDoubt } from './report-doubt.ts';
import { reportFront } from './report-front.ts';
import { ReportReader, type DraftIssue, type DraftPart } from './report-reader.ts';
import { printedRows } from './report-rows.ts';
import { wordSegments } from '../text/segments.ts';

/** A programme as a printed report tells it. */
export interface ReportDraft {
  readonly data: YearData;
  /** The paragraphs of each measure, as printed. */
  readonly results: ReadonlyMap<MeasureKey, readonly string[]>;
  /** In the order of the document. */
  readonly doubts: readonly ReportDoubt[];
  /** Parties that the roster does not know. */
  readonly problems: readonly DataProblem[];
}

/**
 * The programme that a printed report was made for: a table of issues, measures, responsible parties and results. What a report does not tell (roster,
 * statuses, last day, letter) is that of another programme, moved to the year of the report. Undefined if there is no measure in it.
 */
export function readPrintedReport(content: DocumentContent, other: YearData): ReportDraft | undefined {
  const { rows, before, after, doubts } = printedRows(content);
  const reader = new ReportReader((party) => resolveParty(other.roster, party) !== undefined);
  for (const row of rows) reader.read(row);
  const parts = withMeasures(reader.parts);
  if (parts.length === 0) return undefined;
  const front = reportFront(before, after, other.programme.year);
  const base = inYear(other, front.year).data;
  const raw = rawYearData(base) as { programme: object; roster: unknown };
  const programme = {
    ...raw.programme,
    report: { ...base.programme.report, ...front.report },
    parts: rawParts(parts, base),
  };
  const { value, problems } = parseYearData({ programme, roster: raw.roster });
  if (!value) throw new Error(`the programme of the report is broken: ${JSON.stringify(problems)}`);
  const { id, due } = base.programme;
  const measures = parts.flatMap(({ issues }) => issues.flatMap((issue) => issue.measures));
  return {
    data: value,
    results: new Map(measures.map(({ key, results }) => [key, results])),
    doubts: [
      ...front.doubts,
      { code: 'from-other-programme', programme: id, due },
      ...parts.flatMap(({ title }): readonly ReportDoubt[] =>
        title === undefined ? [{ code: 'part-missing', title: titleOfFirstPart(base) }] : [],
      ),
      ...inOrder([...doubts, ...reader.doubts, ...emptyTitles(reader.parts)]),
    ],
    problems,
  };
}

function withMeasures(parts: readonly DraftPart[]): readonly DraftPart[] {
  return parts
    .map((part) => ({ ...part, issues: part.issues.filter(({ measures }) => measures.length > 0) }))
    .filter(({ issues }) => issues.length > 0);
}

/** Titles of parts and issues below which no measure stands. */
function emptyTitles(parts: readonly DraftPart[]): readonly ReportDoubt[] {
  const issues = parts.flatMap((part) => part.issues).filter(({ measures }) => measures.length === 0);
  const empty = parts.filter((part) => part.issues.every(({ measures }) => measures.length === 0));
  return [...empty, ...issues].flatMap(({ at, title }): readonly ReportDoubt[] =>
    title === undefined ? [] : [{ code: 'text-not-taken', at, text: title }],
  );
}

function titleOfFirstPart({ programme: { parts } }: YearData): string {
  return parts[0]?.title ?? '';
}

function inOrder(doubts: readonly ReportDoubt[]): readonly ReportDoubt[] {
  const placeOf = (doubt: ReportDoubt): number => ('at' in doubt ? doubt.at.table * 1e6 + doubt.at.row : Infinity);
  return doubts.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The parts in the form of the data file. */
function rawParts(parts: readonly DraftPart[], base: YearData): unknown {
  const sheets: string[] = [];
  const ids: string[] = [];
  return parts.map(({ title = titleOfFirstPart(base), issues }, index) => {
    const [found = `PART-${index + 1}`] = /\b(?:IIT|EIT|OIT)\b/.exec(title) ?? [];
    const id = ids.includes(found) ? `${found}-${index + 1}` : found;
    ids.push(id);
    return { id, title, issues: issues.map((issue) => rawIssue(issue, base, sheets)) };
  });
}

/** An issue; its sheet and its indicator are those of the issue with the same title in the other programme, if there is one. */
function rawIssue(issue: DraftIssue, { programme }: YearData, sheets: string[]): unknown {
  const { number, title, measures } = issue;
  const words = title.replace(/^\D{0,12}[\d๐-๙]{1,3}[.)]?\s*/, '') || title;
  const known = issuesOf(programme).find((each) => compareKey(each.issue.title) === compareKey(title))?.issue;
  const sheetName = freeSheetName(known?.sheetName ?? `${thaiDigits(String(number))} ${words}`, number, sheets);
  const groups = groupBy(measures, ({ group }) => group);
  return {
    number,
    title,
    sheetName,
    indicator: known?.indicator ?? { id: String(number), title: words },
    groups: [...groups].map(([group, own]) => ({
      number: group,
      measures: own.map(({ key, printed, text, party }) => ({
        key,
        ...(printed === undefined ? {} : { printed }),
        text,
        responsible: party === '' ? '—' : party,
      })),
    })),
  };
}

/** A name that Excel accepts and no other sheet has. */
function freeSheetName(wanted: string, number: number, taken: string[]): string {
  const plain = wanted
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '');
  const short = plain.length <= MAX_SHEET_NAME ? plain : cutName(plain);
  const isFree = sheetNameProblem(short) === undefined && !taken.some((each) => isSameSheetName(each, short));
  const name = isFree ? short : `ประเด็นที่ ${thaiDigits(String(number))}`;
  taken.push(name);
  return name;
}

/** The words of a name for which a sheet has room. */
function cutName(name: string): string {
  const end = [...wordSegments(name)].findLast(({ index }) => index > 0 && index <= MAX_SHEET_NAME)?.index;
  return name.slice(0, end ?? MAX_SHEET_NAME).trim();
}
