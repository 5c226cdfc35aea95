import { groupingOfProperties, identityOfProperties } from '../domain/form/identity.ts';
import { decisionKey, problemSheets, remarkKeysInSheet } from '../domain/master/decisions.ts';
import { mergeReport, type MergedReport } from '../domain/master/merge/merge-report.ts';
import { GROUPED_WORD } from '../domain/master/merge/states.ts';
import { readFrontMatter, frontLines, textsBesideFront } from '../domain/master/read/front-matter.ts';
import type { ChosenSides } from '../domain/master/merge/outcomes.ts';
import type { MergeFacts } from '../domain/master/plan/master-workbook.ts';
import { picturesSheetOf, reviewSheetOf, tableOf } from '../domain/master/read/list-sheets.ts';
import { namesOnly } from '../domain/master/read/master-by-content.ts';
import { readMasterReport } from '../domain/master/read/master-report.ts';
import { submissionsInTable } from '../domain/master/read/submissions-in-table.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import { GROUPS_SHEET, REVIEW_SHEET, TABLE_SHEET } from '../domain/master/sheet-names.ts';
import type { MasterReport } from '../domain/master/report.ts';
import type { MeasureKey, Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import type { SheetContent, WorkbookContent } from '../domain/spreadsheet/content.ts';
import { addResult, emptyConsolidation, finish } from '../domain/submissions/consolidate.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { isMasterOf } from './is-master-of.ts';
import { masterChanges, type ComparedPictures } from './master-changes.ts';

/** What merging changes in the report, by measure. */
export interface MeasureChange {
  readonly measure: MeasureKey;
  /** Paragraphs that no longer stand there. */
  readonly gone: readonly string[];
  /** Paragraphs that stand there newly. */
  readonly come: readonly string[];
}

/** An edited master with the answers of today. `same`: it has these answers already. */
export type MasterMerge =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'merged';
      readonly facts: MergeFacts;
      readonly merged: MergedReport;
      readonly changes: readonly MeasureChange[];
      /** Sheets of the office's own, which only the edited file has. */
      readonly ownSheets: readonly string[];
      /**
       * `kept`: the texts around the table stay as on the edited cover, and differ from the programme's. `unclear`: they are the programme's,
       * because the lines of that cover could not be told apart.
       */
      readonly front?: 'kept' | 'unclear';
    };

/** Whether a workbook is a master in which nobody's work is: as it was encoded, and not merged with an edited one. */
export function isUntouched({ asEncoded, properties, sheets }: WorkbookContent): boolean {
  const isMerged = sheets.some(({ name }) => name === REVIEW_SHEET);
  return asEncoded === true && identityOfProperties(properties).office && !isMerged;
}

/**
 * Merges the answers of today into an edited master. What it was generated from is told by its table of all answers, which every
 * program keeps; undefined where the workbook is no master of the programme, a part of it is missing or unread, or its
 * report was not generated from its table.
 * @param sides what somebody accepted or refused of the changes that an earlier merge of the same told
 * @param pictures what agencies put on their sheets
 */
export function mergeMaster(
  content: WorkbookContent,
  theirs: Consolidation,
  sides?: ChosenSides,
  pictures: readonly MasterPicture[] = [],
): MasterMerge | undefined {
  const found = baseOfMaster(content, theirs.programme, theirs.roster);
  if (found === undefined) return undefined;
  const { table, report, base } = found;
  const mergedReport = mergeReport(base, report, theirs, sides);
  if (mergedReport === undefined) return undefined;
  const besideFront = textsBesideFront(content.sheets, theirs.programme);
  const merged = { ...mergedReport, unplaced: [...mergedReport.unplaced, ...besideFront] };
  const evidence = picturesSheetOf(content.sheets);
  const asBefore = base.isGrouped === theirs.isGrouped && isSame(table, theirs, { evidence, pictures });
  if (asBefore && hasProblems(content, theirs)) return { kind: 'same' };
  const earlierReview = reviewSheetOf(content.sheets);
  const changes = report.measures.map(({ measure, paragraphs }): MeasureChange => {
    const [before, after] = [paragraphs, merged.measures.get(measure) ?? []].map((texts) =>
      texts.map(({ text }) => text),
    );
    return { measure, gone: without(before, after), come: without(after, before) };
  });
  const { front, isUnclear } = readFrontMatter(content.sheets, theirs.programme);
  const isOwn = frontLines(front).join('\n') !== frontLines(theirs.programme.report).join('\n');
  return {
    kind: 'merged',
    facts: { merged, front, ...(earlierReview ? { earlierReview } : {}) },
    ...(isUnclear ? { front: 'unclear' } : isOwn ? { front: 'kept' } : {}),
    merged,
    changes: changes.filter(({ gone, come }) => gone.length + come.length > 0),
    ownSheets: report.ownSheets,
  };
}

/** The report of a master, and what it was generated from, as its table of all answers tells it. */
export interface MasterBase {
  readonly table: SheetContent;
  readonly report: MasterReport;
  readonly base: Consolidation;
}

/** Undefined where the workbook is no master of the programme, or a part of it is missing or unread. */
export function baseOfMaster(content: WorkbookContent, programme: Programme, roster: Roster): MasterBase | undefined {
  const table = tableOf(content.sheets);
  const isRead = content.unread?.every(({ holds }) => holds !== 'cells') ?? true;
  if (!table || !isRead || !isMasterOf(content, programme)) return undefined;
  const report = readMasterReport(content, programme);
  if (report.problems.length > 0) return undefined;
  const answers = addResult(emptyConsolidation(programme, roster), submissionsInTable(table, programme));
  const base = finish(answers, { grouping: isGrouped(content) });
  const isGenerated = report.measures.some(({ paragraphs }) => paragraphs.some(({ sources }) => sources.length > 0));
  if (isGenerated && base.entries.read === 0) return undefined;
  // A sheet of another name may be an extract of the table, or last year's.
  const told = base.measures.flatMap(({ paragraphs, unfinished }) =>
    [...paragraphs, ...unfinished].flatMap(({ sources }) => sources),
  );
  if (table.name !== TABLE_SHEET && !namesOnly(report, told)) return undefined;
  return { table, report, base };
}

/**
 * Whether the next report at the place of a master groups similar answers: as that master does. One that nobody has worked in
 * and that was made before there were groups is replaced by one that has them.
 */
export function groupingAfter(content: WorkbookContent): boolean {
  return isUntouched(content) ? (groupingOfProperties(content.properties) ?? true) : isGrouped(content);
}

/**
 * Whether similar answers are grouped in a master: by its properties or, where another program dropped them, by what only a
 * master with groups has. Masters made before there were groups have none.
 */
function isGrouped({ properties, sheets }: WorkbookContent): boolean {
  return (
    groupingOfProperties(properties) ??
    sheets.some(({ name, cells }) => name === GROUPS_SHEET || cells.some(({ text }) => text === GROUPED_WORD))
  );
}

/** Whether a master has today's answers and pictures and no others. */
function isSame(table: SheetContent, theirs: Consolidation, pictures: ComparedPictures): boolean {
  const { added, changed, gone } = masterChanges(table, theirs, pictures);
  return added.length + changed.length + gone.length === 0;
}

/** Whether the problems sheet names every problem of today. */
function hasProblems({ sheets }: WorkbookContent, { problems }: Consolidation): boolean {
  const named = new Set(problemSheets(sheets).flatMap((sheet) => [...remarkKeysInSheet(sheet)]));
  return problems.every((problem) => named.has(decisionKey(problem)));
}

function without(texts: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  const left = new Set(others);
  return texts.filter((text) => !left.has(text));
}
