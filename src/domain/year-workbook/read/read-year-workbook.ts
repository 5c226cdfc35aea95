import { RULES } from '../../checks/rules/registry.ts';
import { ruleSettingProblems } from '../../checks/rules/settings.ts';
import type { RuleParameter } from '../../programme/rule-settings.ts';
import type { DataProblem, Parsed } from '../../programme/data-problem.ts';
import { parseProgramme } from '../../programme/parse-programme.ts';
import { fieldOf } from '../../programme/read-raw.ts';
import type { Roster } from '../../programme/roster.ts';
import { parseYearData, type RawYearData, type YearData } from '../../programme/year-data.ts';
import type { WorkbookContent } from '../../spreadsheet/content.ts';
import { severityOfYearProblem, type YearProblem } from '../problem.ts';
import { SHEETS, type TableId } from '../sheets.ts';
import { withVersion, type KnownVersion } from '../version.ts';
import { Origins } from './origins.ts';
import { CellReader } from './read-cell.ts';
import { rawParts } from './read-issues.ts';
import { readMeasures } from './read-measures.ts';
import { rawAgencies, rawClasses, rawRules } from './read-rows.ts';
import { readTable, type ReadTable } from './read-table.ts';
import { readYearSheet } from './read-year-sheet.ts';
import { findSheets, type KnownSheet } from './sheet-cells.ts';

/** What a year's workbook holds. */
export interface YearReading {
  /** Absent where something must be corrected first. */
  readonly data?: YearData;
  /** In the order of the workbook's sheets. */
  readonly problems: readonly YearProblem[];
}

/**
 * Reads the workbook that `planYearWorkbook` planned and people edited, by identity and not by position. Every mistake is told at once; every
 * text that is no part of the data is in a problem.
 * @param known data whose versions are known: the same data have the same version
 */
export function readYearWorkbook(content: WorkbookContent, known: readonly KnownVersion[] = []): YearReading {
  const problems: YearProblem[] = [];
  const sheets = findSheets(content, problems);
  if (sheets.size === 0) return { problems: [{ code: 'not-year-workbook' }] };
  const year = sheets.get('year');
  const reader = new CellReader(problems);
  const origins = new Origins();
  const table = (id: TableId): ReadTable => {
    const sheet = sheets.get(id);
    return sheet ? readTable(id, sheet, problems) : { rows: [], emptied: [], keys: [] };
  };
  const ofYear = year && readYearSheet(year, reader, origins);
  const measures = readMeasures(table('measures'), reader);
  const parts = rawParts(table('issues').rows, measures, reader, origins);
  const roster = {
    id: ofYear?.roster,
    agencies: rawAgencies(table('agencies').rows, reader, origins),
    classes: rawClasses(table('classes').rows, reader, origins),
  };
  const rules = rawRules(table('rules').rows, isListParameter, { reader, origins });
  const programme = {
    ...ofYear?.programme,
    version: 'read',
    parts,
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    ...(measures.retired.length === 0 ? {} : { retired: measures.retired }),
  };
  sayBesideCells([...sheets.values()], problems);
  const isWhole = problems.every(({ code }) => code !== 'sheet-missing' && code !== 'column-missing');
  const parsed = isWhole ? parseWhole({ programme, roster }) : { problems: [] };
  problems.push(...origins.located(parsed.problems, problems));
  if (parsed.value === undefined) return { problems: inOrder(problems, content) };
  const unset = ruleSettingProblems(parsed.value.programme).map((problem) => under('programme', problem));
  problems.push(...origins.located(unset, problems));
  const isUsable = problems.every((problem) => severityOfYearProblem(problem) !== 'must');
  const versions = [...known, ...versionsIn([...sheets.values()])];
  const data = { ...parsed.value, programme: withVersion(parsed.value.programme, versions) };
  return { ...(isUsable ? { data } : {}), problems: inOrder(problems, content) };
}

/** Parses the data; what is amiss with the agencies does not hide what is amiss with the programme. */
function parseWhole(raw: RawYearData): Parsed<YearData> {
  const parsed = parseYearData(raw);
  if (parsed.value !== undefined || parsed.problems.some((problem) => isOf('programme', problem))) return parsed;
  const anyone: Roster = { id: String(fieldOf(raw.programme, 'roster')), agencies: [], classes: [] };
  const { problems } = parseProgramme(raw.programme, anyone);
  const own = problems.filter(({ code }) => code !== 'party-unknown');
  return { problems: [...parsed.problems, ...own.map((problem) => under('programme', problem))] };
}

function isOf(file: string, problem: DataProblem): boolean {
  return 'path' in problem && problem.path.startsWith(file);
}

function under(file: string, problem: DataProblem): DataProblem {
  if (!('path' in problem)) return problem;
  const moved = { ...problem, path: `${file}.${problem.path}` };
  return moved.code === 'data-duplicate' ? { ...moved, first: `${file}.${moved.first}` } : moved;
}

function isListParameter(code: string, parameter: string): boolean {
  const rule = (RULES as readonly { code: string; parameters: Readonly<Record<string, RuleParameter>> }[]).find(
    (one) => one.code === code,
  );
  return typeof rule?.parameters[parameter] === 'object';
}

/** The data that the workbook was written from. */
function versionsIn(sheets: readonly KnownSheet[]): readonly KnownVersion[] {
  return sheets.flatMap(({ tokens }) => tokens.flatMap(({ token }) => (token.kind === 'data' ? [token] : [])));
}

/** Comments, shapes and texts of the printed page are no data. */
function sayBesideCells(sheets: readonly KnownSheet[], problems: YearProblem[]): void {
  const planned = new Set(Object.values(SHEETS).map(({ title }) => title));
  for (const { sheet } of sheets) {
    const { comments = [], shapes = [], texts = [] } = sheet;
    for (const { row, column, text } of [...comments, ...shapes]) {
      problems.push({ code: 'text-stray', sheet: sheet.name, cell: { row, column }, found: text });
    }
    for (const { text } of texts) {
      if (!planned.has(text)) problems.push({ code: 'text-stray', sheet: sheet.name, found: text });
    }
  }
}

/** Problems by sheet, row and column; those of no sheet first. */
function inOrder(problems: readonly YearProblem[], { sheets }: WorkbookContent): readonly YearProblem[] {
  const rank = ({ sheet }: YearProblem): number => sheets.findIndex(({ name }) => name === sheet);
  return problems.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (one.cell?.row ?? -1) - (other.cell?.row ?? -1) ||
      (one.cell?.column ?? -1) - (other.cell?.column ?? -1),
  );
}
