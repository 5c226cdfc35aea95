import { issuesOfAgency } from '../../programme/assignment.ts';
import { issuesOf, measuresOfIssue, type Issue, type Programme } from '../../programme/programme.ts';
import type { Agency, AgencyCode, Roster } from '../../programme/roster.ts';
import { findAgency } from '../../programme/responsibility.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { ReadResult, Submission } from '../../submissions/submission.ts';
import { compareKey } from '../../text/compare.ts';
import { isContactLabel } from '../plan/cover-sheet.ts';
import { entriesOf } from './collect-entries.ts';
import { isAnswerColumn } from '../columns.ts';
import { labelsOf, NO_LABELS, withoutStatuses, type Labels } from './form-labels.ts';
import { identityOfProperties, type WorkbookIdentity } from '../identity.ts';
import { readCoverSheet } from './read-cover-sheet.ts';
import { readIssueSheet, type Answer } from './read-issue-sheet.ts';
import { problemsOnSheet } from './read-sheet-objects.ts';
import type { WorkbookContent } from '../../spreadsheet/content.ts';
import {
  findColumns,
  findHeadings,
  findTokens,
  identityOfSheet,
  nameOfCell,
  type TokenSheet,
} from './sheet-reading.ts';

/** What a workbook is held against. */
export interface ReadContext {
  /** File that it came from, as the user knows it. */
  readonly file: string;
  readonly programme: Programme;
  readonly roster: Roster;
}

/** A sheet, and what it was found to be. */
interface KnownSheet {
  readonly tokens: TokenSheet;
  readonly kind: 'cover' | 'issue' | 'unknown';
  readonly workbook?: WorkbookIdentity;
  readonly issue?: Issue;
}

/**
 * Reads a workbook that came back, by identity and not by position. Its sheets may have been renamed, moved, sorted, copied
 * alone into another workbook or re-saved by another program. What cannot be placed is in `problems` with its text.
 */
export function readAgencyWorkbook(content: WorkbookContent, context: ReadContext): ReadResult {
  const { office, workbook: ofFile } = identityOfProperties(content.properties);
  const sheets = content.sheets.map((sheet) => recognise(findTokens(sheet), context.programme));
  const ours = sheets.some(({ kind }) => kind !== 'unknown');
  // A master shows the measures under our headings too: in a workbook of the office only tokens make a sheet an agency's.
  const identified = sheets.some(({ workbook }) => workbook !== undefined);
  if (!identified && (office || sheets.some(({ tokens }) => isOfficeSheet(tokens)))) {
    return inFile({ submissions: [], problems: [{ code: 'file-of-office-skipped' }] }, context);
  }
  if (!ours && ofFile === undefined) {
    return inFile({ submissions: [], problems: [{ code: 'not-agency-workbook' }] }, context);
  }
  const fallback = ofFile ?? sheets.find(({ workbook }) => workbook !== undefined)?.workbook;
  const readings = groupByIdentity(sheets, fallback).map(({ identity, members }) =>
    readSheetsOf(identity, members, { ...context, ofFile, savedAt: content.savedAt }),
  );
  return inFile(
    {
      submissions: readings.flatMap(({ submissions }) => submissions),
      problems: readings.flatMap(({ problems }) => problems),
    },
    context,
  );
}

/** Names the file in every problem. */
function inFile(result: ReadResult, { file }: ReadContext): ReadResult {
  return { ...result, problems: result.problems.map((problem) => ({ ...problem, file })) };
}

/** By its tokens, or, where they are gone, by the measures that the sheet shows under our headings. */
function recognise(tokens: TokenSheet, programme: Programme): KnownSheet {
  const identity = identityOfSheet(tokens);
  const issues = issuesOf(programme).map(({ issue }) => issue);
  const byToken = issues.find(({ number }) => number === identity.issue);
  if (identity.kind !== 'unknown') {
    const { kind, workbook } = identity;
    return { tokens, kind, ...(workbook && { workbook }), ...(byToken && { issue: byToken }) };
  }
  const { columnOf } = findColumns(tokens);
  const shown = new Set(
    tokens.cells.filter(({ column }) => columnOf.get(column) === 'measure').map(({ text }) => compareKey(text)),
  );
  const matches = issues
    .map((issue) => ({
      issue,
      count: measuresOfIssue(issue).filter(({ text }) => shown.has(compareKey(text))).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return matches[0] ? { tokens, kind: 'issue', issue: matches[0].issue } : { tokens, kind: 'unknown' };
}

function isOfficeSheet({ tokens }: TokenSheet): boolean {
  return tokens.some(({ token }) => token.kind === 'office');
}

/** Sheets of one identity belong together; sheets without one belong to the file's own. */
function groupByIdentity(
  sheets: readonly KnownSheet[],
  fallback: WorkbookIdentity | undefined,
): readonly { readonly identity: WorkbookIdentity | undefined; readonly members: readonly KnownSheet[] }[] {
  const groups = new Map<string, { identity: WorkbookIdentity | undefined; members: KnownSheet[] }>();
  if (fallback) groups.set(keyOf(fallback), { identity: fallback, members: [] });
  for (const sheet of sheets) {
    const identity = sheet.workbook ?? fallback;
    const group = groups.get(keyOf(identity)) ?? { identity, members: [] };
    group.members.push(sheet);
    groups.set(keyOf(identity), group);
  }
  return [...groups.values()];
}

function keyOf(identity: WorkbookIdentity | undefined): string {
  return JSON.stringify([identity?.programme, identity?.version, identity?.agency]);
}

interface GroupContext extends ReadContext {
  readonly ofFile: WorkbookIdentity | undefined;
  readonly savedAt: string | undefined;
}

function readSheetsOf(
  identity: WorkbookIdentity | undefined,
  sheets: readonly KnownSheet[],
  context: GroupContext,
): ReadResult {
  const { programme, roster, ofFile } = context;
  if (identity !== undefined && identity.programme !== programme.id) {
    const problem: Problem = { code: 'programme-differs', found: identity.programme, expected: programme.id };
    return refuse([problem], sheets, 'text-of-other-programme');
  }
  const agency = identity === undefined ? agencyByTitle(sheets, roster) : findAgency(roster, identity.agency);
  if (agency === undefined) {
    return refuse([{ code: 'agency-unknown', found: identity?.agency ?? '' }], sheets, 'text-of-unknown-agency');
  }
  const problems: Problem[] = [];
  if (identity !== undefined && identity.version !== programme.version) {
    problems.push({ code: 'version-differs', found: identity.version, expected: programme.version });
  }
  const expected = ofFile === undefined ? undefined : findAgency(roster, ofFile.agency);
  if (expected !== undefined && expected !== agency) {
    const strangers = sheets.filter(({ kind }) => kind !== 'unknown');
    problems.push(
      ...strangers.map(({ tokens }): Problem => ({
        code: 'sheet-of-another-agency',
        sheet: tokens.sheet.name,
        found: agency.code,
        expected: expected.code,
      })),
    );
  }
  const read = readSubmission(agency, sheets, context);
  return {
    submissions: read.submissions,
    problems: [...problems, ...read.problems].map((problem) => ({ ...problem, agency: agency.code })),
  };
}

function readSubmission(agency: Agency, sheets: readonly KnownSheet[], context: GroupContext): ReadResult {
  const { programme, file, savedAt } = context;
  const labels = labelsOf(programme, agency);
  const answers: (readonly Answer[])[] = [];
  // Gathered as lists of lists: a call with as many arguments as a large sheet has cells would fail.
  const problems: (readonly Problem[])[] = [issueProblems(programme, agency.code, sheets)];
  let contact: Submission['contact'] = {};
  for (const { kind, tokens, issue } of sheets) {
    problems.push(problemsOnSheet(tokens.sheet));
    if (kind === 'issue') {
      const reading = readIssueSheet(tokens, { programme, issue, labels });
      answers.push(reading.answers);
      problems.push(reading.problems);
    } else if (kind === 'cover') {
      const reading = readCoverSheet(tokens, programme, labels, contact);
      contact = reading.contact;
      problems.push(reading.problems);
    } else {
      problems.push(strayTexts(tokens, withoutStatuses(labels, programme), 'text-in-unknown-sheet'));
    }
  }
  const collected = entriesOf(answers.flat(), programme);
  const issues = new Set(sheets.flatMap(({ kind, issue }) => (kind === 'issue' && issue ? [issue.number] : [])));
  return {
    submissions: [
      {
        agency: agency.code,
        file,
        ...(savedAt === undefined ? {} : { savedAt }),
        issues: [...issues].sort((a, b) => a - b),
        contact,
        entries: collected.entries,
      },
    ],
    problems: [...problems.flat(), ...collected.problems],
  };
}

/** Sheets that should be there and are not, and sheets that are there twice. */
function issueProblems(programme: Programme, agency: AgencyCode, sheets: readonly KnownSheet[]): readonly Problem[] {
  return issuesOfAgency(programme, agency).flatMap(({ issue }): readonly Problem[] => {
    const [first, ...others] = sheets
      .filter((sheet) => sheet.kind === 'issue' && sheet.issue === issue)
      .map(({ tokens }) => tokens.sheet.name);
    if (first === undefined) return [{ code: 'sheet-missing', issue: issue.number, title: issue.title }];
    return others.length === 0 ? [] : [{ code: 'sheet-twice', sheet: first, issue: issue.number, others }];
  });
}

/** Nothing can be placed: what the agency wrote is named cell by cell, without what the form says by itself. */
function refuse(
  problems: readonly Problem[],
  sheets: readonly KnownSheet[],
  code: 'text-of-other-programme' | 'text-of-unknown-agency',
): ReadResult {
  const texts = sheets.flatMap(({ kind, tokens }) => [
    ...strayTexts({ ...tokens, cells: cellsOfAgency(kind, tokens) }, NO_LABELS, code),
    ...problemsOnSheet(tokens.sheet),
  ]);
  return { submissions: [], problems: [...problems, ...texts] };
}

/** The cells of a strange form that are for the agency to fill in, and those that the form does not have. */
function cellsOfAgency(kind: KnownSheet['kind'], tokenSheet: TokenSheet): TokenSheet['cells'] {
  const { cells, tokens } = tokenSheet;
  if (kind === 'cover') {
    const fields = new Set(tokens.filter(({ token }) => token.kind === 'field').map(({ cell }) => cell.row));
    return cells.filter(({ row, text }) => fields.has(row) && !isContactLabel(text));
  }
  const { columnOf } = findColumns(tokenSheet);
  const headingRow = findHeadings(tokenSheet)?.row ?? -1;
  const end = tokens.find(({ token }) => token.kind === 'end')?.cell.row;
  return cells.filter(({ row, column }) => {
    const id = columnOf.get(column);
    return columnOf.size === 0 || (row > headingRow && row !== end && (id === undefined || isAnswerColumn(id)));
  });
}

function strayTexts(
  { cells, sheet }: TokenSheet,
  labels: Labels,
  code: 'text-in-unknown-sheet' | 'text-of-other-programme' | 'text-of-unknown-agency',
): readonly Problem[] {
  return cells
    .filter(({ text }) => !labels.includes(text))
    .map((cell) => ({ code, text: cell.text, sheet: sheet.name, cell: nameOfCell(cell) }));
}

/** The agency whose name stands alone in a cell of one of the sheets, as it does in their titles. */
function agencyByTitle(sheets: readonly KnownSheet[], roster: Roster): Agency | undefined {
  for (const { tokens } of sheets) {
    for (const { text } of tokens.cells) {
      const agency = findAgency(roster, text.split('|')[0]?.trim() ?? '');
      if (agency) return agency;
    }
  }
  return undefined;
}
