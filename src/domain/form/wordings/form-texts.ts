import type { AgencyIssue } from '../../programme/assignment.ts';
import { issuesOf, type Issue, type Measure, type Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { thaiLongDate } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { worded, type FormWording } from './form-wording.ts';

/** The steps on the cover, numbered. */
export function coverSteps({ cover }: FormWording): readonly string[] {
  return cover.steps.map((step, index) => worded(cover.step, { number: thaiDigits(String(index + 1)), step }));
}

/** The agency's name and the title of the issue's part. */
export function issueOwner(programme: Programme, { name }: Pick<Agency, 'name'>, issue: Issue): string {
  const part = issuesOf(programme).find((placed) => placed.issue === issue)?.part;
  return [name, part?.title].filter(Boolean).join('  |  ');
}

/** The texts for a measure in the columns that agencies do not fill in. */
export function measureLabels(
  { printed, text, responsible }: Measure,
  { issueSheet }: FormWording,
): Readonly<Record<'ordinal' | 'measure' | 'responsible', string>> {
  return { ordinal: printed ?? issueSheet.noOrdinal, measure: text, responsible: responsible.printed };
}

/** The last row of an issue's sheet. */
export function issueEnd({ number }: Issue, { issueSheet }: FormWording): string {
  return worded(issueSheet.end, { number: thaiDigits(String(number)) });
}

/**
 * The form's own texts in these words, independent of today's layout: the texts of a version that was sent stay known when a later
 * layout no longer shows them.
 */
export function formTexts(
  wording: FormWording,
  programme: Programme,
  agency: Pick<Agency, 'name'>,
  issues: readonly AgencyIssue[],
): readonly string[] {
  const { cover, issueSheet } = wording;
  const year = thaiDigits(String(programme.year));
  return [
    programme.title,
    agency.name,
    cover.year,
    worded(cover.yearValue, { year }),
    cover.due,
    thaiLongDate(programme.due),
    cover.howTo,
    ...coverSteps(wording),
    cover.contactHeading,
    ...Object.values(cover.contact),
    cover.contents,
    ...cover.contentsHeadings,
    cover.total,
    worded(issueSheet.header, { agency: agency.name, year }),
    ...Object.values(issueSheet.headings),
    ...Object.values(issueSheet.bands ?? {}),
    ...programme.statuses.map(({ label }) => label),
    // Of all issues: the agency may have the sheet of one of which no measure is its own any more.
    ...issuesOf(programme).flatMap(({ issue }) => [
      issue.title,
      // In the footer openpyxl takes the title's number for a part of the font's size.
      issue.title.replace(/^[๐-๙]+/, ''),
      worded(issueSheet.subtitle, { title: issue.title }),
      issueOwner(programme, agency, issue),
      issueEnd(issue, wording),
    ]),
    ...issues.flatMap(({ measures }) => measures.flatMap((measure) => Object.values(measureLabels(measure, wording)))),
  ];
}
