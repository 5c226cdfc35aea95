import type { AgencyIssue } from '../../programme/assignment.ts';
import { issuesOf, type Issue, type Measure, type Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { thaiLongDate } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { fillTemplate, type FormWording } from './form-wording.ts';

/** The steps on the cover, numbered. */
export function coverSteps({ cover }: FormWording): readonly string[] {
  return cover.steps.map((step, index) => fillTemplate(cover.step, { number: thaiDigits(String(index + 1)), step }));
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
  return fillTemplate(issueSheet.end, { number: thaiDigits(String(number)) });
}

/** All texts of a version of the form, whether or not the current layout shows them: versions that were sent must stay known. */
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
    fillTemplate(cover.yearValue, { year }),
    cover.due,
    thaiLongDate(programme.due),
    cover.howTo,
    ...coverSteps(wording),
    cover.contactHeading,
    ...Object.values(cover.contact),
    cover.contents,
    ...cover.contentsHeadings,
    cover.total,
    fillTemplate(issueSheet.header, { agency: agency.name, year }),
    ...Object.values(issueSheet.headings),
    ...Object.values(issueSheet.bands ?? {}),
    ...programme.statuses.map(({ label }) => label),
    // Of all issues, because the agency may have the sheet of an issue whose measures now belong to others.
    ...issuesOf(programme).flatMap(({ issue }) => [
      issue.title,
      // openpyxl takes a number at the start of the footer for a part of the font size.
      issue.title.replace(/^[๐-๙]+/, ''),
      fillTemplate(issueSheet.subtitle, { title: issue.title }),
      issueOwner(programme, agency, issue),
      issueEnd(issue, wording),
    ]),
    ...issues.flatMap(({ measures }) => measures.flatMap((measure) => Object.values(measureLabels(measure, wording)))),
  ];
}
