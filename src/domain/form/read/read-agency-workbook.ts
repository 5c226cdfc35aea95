import { originsIn } from '../made-from.ts';
import { digestIn } from '../carried-year.ts';
import { issuesOfAgency } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency, AgencyCode, Roster } from '../../programme/roster.ts';
import { findAgency } from '../../programme/responsibility.ts';
import { yearDigest } from '../../programme/year-text.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { notCarried } from '../../submissions/pictures.ts';
import type { ReadResult, Submission, SubmittedPicture } from '../../submissions/submission.ts';
import { entriesOf } from './collect-entries.ts';
import { labelsOf, withoutStatuses } from './form-labels.ts';
import { identityOfProperties, type WorkbookIdentity } from '../identity.ts';
import { withGoneIssues } from './gone-issues.ts';
import { groupByIdentity, isOfficeSheet, recognise, type KnownSheet } from './known-sheets.ts';
import { readCoverSheet, type CoverWords } from './read-cover-sheet.ts';
import { readIssueSheet, type Answer } from './read-issue-sheet.ts';
import { MAX_PICTURES, picturesOnSheet, problemsOnSheet } from './read-sheet-objects.ts';
import type { WorkbookContent } from '../../spreadsheet/content.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { FORM_WORDINGS, isUnknownVersion, wordingsOf } from '../wordings/wordings.ts';
import { findTokens } from './sheet-reading.ts';
import { refusedTexts, strayTexts } from './stray-texts.ts';
import { withUnread } from './unread-parts.ts';

/** What reading a workbook needs to know. */
export interface ReadContext {
  /** File that it came from, as the user knows it. */
  readonly file: string;
  readonly programme: Programme;
  readonly roster: Roster;
  /** Words of the known versions of the form; by default all that were ever sent. */
  readonly forms?: readonly FormWording[];
}

/**
 * Reads a workbook that an agency returned, by identity and not by position. Its sheets may have been renamed, moved, sorted, copied
 * into another workbook or re-saved by another program. Every text that is neither an answer nor a label is in `problems`, and so is
 * every part of the file that could not be read.
 */
export function readAgencyWorkbook(content: WorkbookContent, context: ReadContext): ReadResult {
  return inFile(withUnread(readSheets(content, context), content.unread ?? [], context.programme), context);
}

function readSheets(content: WorkbookContent, context: ReadContext): ReadResult {
  const { office, workbook: ofFile } = identityOfProperties(content.properties);
  const sheets = content.sheets.map((sheet) => recognise(findTokens(sheet), context.programme, context.forms));
  const ours = sheets.some(({ kind }) => kind !== 'unknown');
  // A master shows the measures under the same headings, so in a workbook of the office only tokens identify an agency's sheet.
  const identified = sheets.some(({ workbook }) => workbook !== undefined);
  if (!identified && (office || sheets.some(({ tokens }) => isOfficeSheet(tokens)))) {
    return { submissions: [], problems: [{ code: 'file-of-office-skipped' }] };
  }
  if (!ours && ofFile === undefined) {
    return { submissions: [], problems: [{ code: 'not-agency-workbook' }] };
  }
  const fallback = ofFile ?? sheets.find(({ workbook }) => workbook !== undefined)?.workbook;
  const readings = groupByIdentity(sheets, fallback).map(({ identity, members }) =>
    readSheetsOf(identity, members, {
      ...context,
      ofFile,
      savedAt: content.savedAt,
      madeFrom: originsIn(content.properties),
      digest: digestIn(content),
    }),
  );
  return {
    submissions: readings.flatMap(({ submissions }) => submissions),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** The result with the file named in every problem. */
function inFile(result: ReadResult, { file }: ReadContext): ReadResult {
  return { ...result, problems: result.problems.map((problem) => ({ ...problem, file })) };
}

interface GroupContext extends ReadContext {
  readonly ofFile: WorkbookIdentity | undefined;
  readonly savedAt: string | undefined;
  readonly madeFrom: readonly string[];
  /** Of the data that the workbook was made from; undefined if it does not tell. */
  readonly digest: string | undefined;
}

function readSheetsOf(
  identity: WorkbookIdentity | undefined,
  sheets: readonly KnownSheet[],
  context: GroupContext,
): ReadResult {
  const { programme, roster, ofFile, forms = FORM_WORDINGS } = context;
  if (identity !== undefined && identity.programme !== programme.id) {
    const problem: Problem = { code: 'programme-differs', found: identity.programme, expected: programme.id };
    return { submissions: [], problems: [problem, ...refusedTexts(sheets, 'text-of-other-programme', forms)] };
  }
  const agency = identity === undefined ? agencyByTitle(sheets, roster) : findAgency(roster, identity.agency);
  if (agency === undefined) {
    const problem: Problem = { code: 'agency-unknown', found: identity?.agency ?? '' };
    return { submissions: [], problems: [problem, ...refusedTexts(sheets, 'text-of-unknown-agency', forms)] };
  }
  const problems: Problem[] = [];
  if (identity !== undefined && identity.version !== programme.version) {
    problems.push({ code: 'version-differs', found: identity.version, expected: programme.version });
  }
  problems.push(...editionProblems(identity, context), ...formVersionProblems(identity, sheets, context));
  const expected = ofFile === undefined ? undefined : findAgency(roster, ofFile.agency);
  if (expected !== undefined && expected !== agency) {
    problems.push(
      ...sheets.map(({ tokens }): Problem => ({
        code: 'sheet-of-another-agency',
        sheet: tokens.sheet.name,
        found: agency.code,
        expected: expected.code,
      })),
    );
  }
  const read = readSubmission(agency, identity?.form, sheets, context);
  return {
    submissions: read.submissions,
    problems: [...problems, ...read.problems].map((problem) => ({ ...problem, agency: agency.code })),
  };
}

function readSubmission(
  agency: Agency,
  formOfFile: string | undefined,
  sheets: readonly KnownSheet[],
  context: GroupContext,
): ReadResult {
  const { programme, file, savedAt, madeFrom, forms = FORM_WORDINGS } = context;
  const labelsIn = labelsByVersion(programme, agency, forms);
  const answers: (readonly Answer[])[] = [];
  // Lists of lists, because spreading the problems of a large sheet into `push` would exceed the limit of arguments.
  const problems: (readonly Problem[])[] = [issueProblems(programme, agency.code, sheets)];
  const pictures: SubmittedPicture[] = [];
  let contact: Submission['contact'] = {};
  for (const { kind, tokens, issue, workbook } of sheets) {
    // An identified sheet without a version comes from a workbook of the first version, whatever the file's version is.
    const words = labelsIn(workbook === undefined ? formOfFile : workbook.form);
    problems.push(problemsOnSheet(tokens.sheet, words.labels));
    if (kind === 'issue') {
      const isOtherVersion = workbook !== undefined && workbook.version !== programme.version;
      const reading = readIssueSheet(tokens, { programme, issue, isOtherVersion, ...words });
      answers.push(reading.answers);
      problems.push(reading.problems);
      pictures.push(...reading.pictures);
      continue;
    }
    pictures.push(...picturesOnSheet(tokens.sheet, () => undefined));
    if (kind === 'cover') {
      const reading = readCoverSheet(tokens, programme, words, contact);
      contact = reading.contact;
      problems.push(reading.problems);
    } else {
      problems.push(strayTexts(tokens, withoutStatuses(words.labels, programme), 'text-in-unknown-sheet'));
    }
  }
  const collected = entriesOf(answers.flat(), programme);
  const issues = new Set(sheets.flatMap(({ issue }) => (issue ? [issue.number] : [])));
  return {
    submissions: [
      {
        agency: agency.code,
        file,
        ...(savedAt === undefined ? {} : { savedAt }),
        ...(madeFrom.length === 0 ? {} : { madeFrom }),
        issues: [...issues].sort((a, b) => a - b),
        contact,
        entries: collected.entries,
        ...(pictures.length === 0 ? {} : { pictures: pictures.slice(0, MAX_PICTURES) }),
      },
    ],
    problems: [
      ...withGoneIssues(problems.flat(), sheets, agency, forms),
      ...collected.problems,
      ...pictures.slice(MAX_PICTURES).map((picture) => notCarried(picture, { reason: 'too-many', most: MAX_PICTURES })),
    ],
  };
}

/** Returns a function that finds the words and labels of a version of the form, each computed once. */
function labelsByVersion(
  programme: Programme,
  agency: Agency,
  forms: readonly FormWording[],
): (form: string | undefined) => CoverWords {
  const known = new Map<string | undefined, CoverWords>();
  return (form) => {
    const wordings = wordingsOf(form, forms);
    const found = known.get(form) ?? {
      wordings,
      labels: labelsOf(programme, agency, wordings),
      isUnknownVersion: isUnknownVersion(form, forms),
    };
    known.set(form, found);
    return found;
  };
}

/** A problem if the workbook was made from other data that have the same id and version; its own sheets show which measures it has. */
function editionProblems(
  identity: WorkbookIdentity | undefined,
  { programme, roster, digest }: GroupContext,
): readonly Problem[] {
  const { id, version } = programme;
  const isSame = identity?.version !== version || digest === undefined || digest === yearDigest({ programme, roster });
  return isSame ? [] : [{ code: 'carried-year-differs', programme: id, version }];
}

/** A problem for each version of the form that this program does not know, because a later one made it. */
function formVersionProblems(
  identity: WorkbookIdentity | undefined,
  sheets: readonly KnownSheet[],
  { forms = FORM_WORDINGS }: GroupContext,
): readonly Problem[] {
  const named = [identity?.form, ...sheets.map(({ workbook }) => workbook?.form)];
  const newest = forms.at(-1)?.version ?? 0;
  return [...new Set(named)].flatMap((found): readonly Problem[] =>
    found !== undefined && isUnknownVersion(found, forms)
      ? [{ code: 'form-version-unknown', found, expected: String(newest) }]
      : [],
  );
}

/** Problems about missing and duplicate sheets. */
function issueProblems(programme: Programme, agency: AgencyCode, sheets: readonly KnownSheet[]): readonly Problem[] {
  return issuesOfAgency(programme, agency).flatMap(({ issue }): readonly Problem[] => {
    const [first, ...others] = sheets.filter((sheet) => sheet.issue === issue).map(({ tokens }) => tokens.sheet.name);
    if (first === undefined) return [{ code: 'sheet-missing', issue: issue.number, title: issue.title }];
    return others.length === 0 ? [] : [{ code: 'sheet-twice', sheet: first, issue: issue.number, others }];
  });
}

/** The agency whose name is the whole text of a cell in one of the sheets, as in their titles. */
function agencyByTitle(sheets: readonly KnownSheet[], roster: Roster): Agency | undefined {
  for (const { tokens } of sheets) {
    for (const { text } of tokens.cells) {
      const agency = findAgency(roster, text.split('|')[0]?.trim() ?? '');
      if (agency) return agency;
    }
  }
  return undefined;
}
