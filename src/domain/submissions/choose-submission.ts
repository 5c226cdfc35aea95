import { issueOfMeasure } from '../programme/programme.ts';
import { compareTexts, sameTextKey } from '../text/compare.ts';
import { textsOfEntry, textsOfContact, textsOfSubmission, type LocatedText } from './entry-texts.ts';
import { groupBy } from '../text/group-by.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Entry, Submission } from './submission.ts';

/** One agency's submissions, divided into used and superseded parts. Each part has only its own issues and entries. */
export interface Choice {
  /** Latest saved first. */
  readonly used: readonly Submission[];
  readonly superseded: readonly { readonly part: Submission; readonly by: Submission }[];
}

/** A unit of choice: an issue by its number, or the contact person. */
type Section = number | 'contact';

/** An unknown time: before all others. */
const NEVER = -8.64e15;

/**
 * Chooses between one agency's submissions: for each issue, the one saved last. A corrected sheet that is sent alone
 * replaces only that sheet.
 */
export function chooseSubmissions(submissions: readonly Submission[]): Choice {
  const ranked = rank(submissions);
  if (ranked.length <= 1) return { used: ranked, superseded: [] };
  const owners = new Map<Section, Submission>();
  const used: Submission[] = [];
  const superseded: { part: Submission; by: Submission }[] = [];
  for (const submission of ranked) {
    const byOwner = groupBy(sectionsOf(submission), (section) => owners.get(section) ?? submission);
    for (const [owner, sections] of byOwner) {
      const part = partOf(submission, sections);
      if (owner === submission) used.push(part);
      else superseded.push({ part, by: owner });
      for (const section of sections) owners.set(section, owner);
    }
  }
  return { used, superseded };
}

function sectionsOf({ issues, entries, contact }: Submission): readonly Section[] {
  const numbers = new Set([...issues, ...entries.map(({ measure }) => issueOfMeasure(measure))]);
  return [...numbers, ...(Object.keys(contact).length > 0 ? (['contact'] as const) : [])];
}

function partOf(submission: Submission, sections: readonly Section[]): Submission {
  return {
    ...submission,
    issues: submission.issues.filter((issue) => sections.includes(issue)),
    contact: sections.includes('contact') ? submission.contact : {},
    entries: submission.entries.filter(({ measure }) => sections.includes(issueOfMeasure(measure))),
  };
}

/**
 * Sorts submissions, latest saved first. Ties go by the time of the file, for some programs leave the saved time as it was; then by
 * content and by file name, so that the order in which files are found never matters. Duplicates count once.
 */
function rank(submissions: readonly Submission[]): readonly Submission[] {
  if (submissions.length <= 1) return submissions;
  const ranked = submissions
    .map((submission) => ({ submission, instant: timeOf(submission.savedAt), content: contentOf(submission) }))
    .sort(
      (one, other) =>
        other.instant - one.instant ||
        timeOf(other.submission.fileModifiedAt) - timeOf(one.submission.fileModifiedAt) ||
        compareTexts(one.content, other.content) ||
        compareTexts(one.submission.file, other.submission.file) ||
        compareTexts(one.submission.savedAt ?? '', other.submission.savedAt ?? ''),
    );
  const distinct = new Map<string, Submission>();
  for (const { submission, instant, content } of ranked) {
    const key = JSON.stringify([instant, content, submission.file]);
    if (!distinct.has(key)) distinct.set(key, submission);
  }
  return [...distinct.values()];
}

function timeOf(time: string | undefined): number {
  const instant = Date.parse(time ?? '');
  return Number.isNaN(instant) ? NEVER : instant;
}

function contentOf(submission: Submission): string {
  return JSON.stringify(
    textsOfSubmission(submission).map(({ measure, field, contact, text, sheet, cell }) => [
      measure ?? contact,
      field,
      text,
      sheet,
      cell,
    ]),
  );
}

/** The texts of a superseded submission that the used one lacks. */
export interface Differences {
  readonly problems: readonly Problem[];
  /** Entries with such a text. */
  readonly entries: ReadonlySet<Entry>;
}

/**
 * The problems of a superseded submission: the file itself, and each text that the used one lacks in the same measure
 * and field (ignoring white space), with the text used instead. If the content is equal, only the file is a problem.
 */
export function differencesOf(superseded: Submission, used: Submission): Differences {
  const held = groupBy(textsOfSubmission(used), locationKey);
  // Built once for each field, because every paragraph of a long answer may differ.
  const usedTexts = new Map(
    Array.from(held, ([location, texts]) => [location, texts.map(({ text }) => text).join('\n')]),
  );
  const differing = (texts: readonly LocatedText[]): readonly Problem[] =>
    texts
      .filter(
        (text) => !held.get(locationKey(text))?.some((other) => sameTextKey(other.text) === sameTextKey(text.text)),
      )
      .map((text) => differenceProblem(text, superseded, used, usedTexts.get(locationKey(text)) ?? ''));
  const byEntry = superseded.entries.map((entry) => ({ entry, problems: differing(textsOfEntry(entry)) }));
  return {
    problems: [
      supersededProblem(superseded, used),
      ...differing(textsOfContact(superseded)),
      ...byEntry.flatMap(({ problems }) => problems),
    ],
    entries: new Set(byEntry.filter(({ problems }) => problems.length > 0).map(({ entry }) => entry)),
  };
}

function locationKey({ measure, field, contact }: LocatedText): string {
  return `${measure ?? contact ?? ''} ${field}`;
}

function supersededProblem(superseded: Submission, used: Submission): Problem {
  return {
    code: 'submission-superseded',
    agency: superseded.agency,
    file: superseded.file,
    usedFile: used.file,
    ...(superseded.savedAt === undefined ? {} : { savedAt: superseded.savedAt }),
    ...(used.savedAt === undefined ? {} : { usedSavedAt: used.savedAt }),
  };
}

function differenceProblem(
  { text, field, measure, sheet, cell }: LocatedText,
  superseded: Submission,
  used: Submission,
  usedText: string,
): Problem {
  return {
    code: 'text-differs-between-files',
    agency: superseded.agency,
    file: superseded.file,
    sheet,
    cell,
    field,
    ...(measure === undefined ? {} : { measure }),
    text,
    usedFile: used.file,
    usedText,
  };
}
