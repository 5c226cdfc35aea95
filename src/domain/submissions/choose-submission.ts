import { issueOfMeasure } from '../programme/programme.ts';
import { compareTexts, sameTextKey } from '../text/compare.ts';
import { textsOfEntry, textsOfContact, textsOfSubmission, type LocatedText } from './entry-texts.ts';
import { groupBy } from '../text/group-by.ts';
import type { Problem, Section, TextDifference } from '../diagnostics/problem.ts';
import type { Entry, Submission } from './submission.ts';

/** One agency's submissions, divided into used and superseded parts. Each part has only its own issues and entries. */
export interface Choice {
  /** Latest saved first. */
  readonly used: readonly Submission[];
  readonly superseded: readonly Superseded[];
}

/** A part of a submission that another supersedes, by the sections of the part, and those in which the submission is used. */
export interface Superseded {
  readonly part: Submission;
  readonly by: Submission;
  readonly sections: readonly Section[];
  readonly kept: readonly Section[];
}

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
  const superseded: Superseded[] = [];
  for (const submission of ranked) {
    const byOwner = groupBy(sectionsOf(submission), (section) => owners.get(section) ?? submission);
    // Pictures on other sheets go with what is used of the file.
    const withOthers = byOwner.has(submission) ? submission : [...byOwner.keys()][0];
    if (withOthers === undefined && submission.pictures) used.push(submission);
    for (const [owner, sections] of byOwner) {
      const part = partOf(submission, sections, owner === withOthers);
      if (owner === submission) used.push(part);
      else superseded.push({ part, by: owner, sections, kept: byOwner.get(submission) ?? [] });
      for (const section of sections) owners.set(section, owner);
    }
  }
  return { used, superseded };
}

function sectionsOf({ issues, entries, contact, pictures = [] }: Submission): readonly Section[] {
  const measures = [...entries, ...pictures].flatMap(({ measure }) => (measure === undefined ? [] : [measure]));
  const numbers = new Set([...issues, ...measures.map(issueOfMeasure)]);
  return [...numbers, ...(Object.keys(contact).length > 0 ? (['contact'] as const) : [])];
}

/** @param withOthers whether the part has the pictures that stand beside no measure */
function partOf(
  { pictures = [], ...submission }: Submission,
  sections: readonly Section[],
  withOthers: boolean,
): Submission {
  const its = pictures.filter(({ measure }) =>
    measure === undefined ? withOthers : sections.includes(issueOfMeasure(measure)),
  );
  return {
    ...submission,
    ...(its.length === 0 ? {} : { pictures: its }),
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
  const texts = textsOfSubmission(submission).map(({ measure, field, contact, text, sheet, cell }) => [
    measure ?? contact,
    field,
    text,
    sheet,
    cell,
  ]);
  const pictures = submission.pictures?.map(({ measure, description, sheet, cell, picture }) => [
    measure,
    picture.key,
    description,
    sheet,
    cell,
  ]);
  return JSON.stringify([...texts, ...(pictures ?? [])]);
}

/** How a superseded submission differs from the used one. */
export interface Difference {
  readonly problem: Problem;
  /** Entries with a text that the used one lacks. */
  readonly entries: ReadonlySet<Entry>;
}

/**
 * The one problem of a superseded submission, with each field that has a text which the used one lacks in the same measure
 * and field (ignoring white space), and what the used one says there.
 */
export function differenceOf({ part: superseded, by: used, sections, kept }: Superseded): Difference {
  const held = groupBy(textsOfSubmission(used), locationKey);
  const lacking = (texts: readonly [LocatedText, ...LocatedText[]]): readonly LocatedText[] => {
    const known = new Set(held.get(locationKey(texts[0]))?.map(({ text }) => sameTextKey(text)));
    return texts.filter(({ text }) => !known.has(sameTextKey(text)));
  };
  const differing = (texts: readonly LocatedText[]): readonly TextDifference[] =>
    [...groupBy(texts, locationKey).values()].flatMap((ofField) => {
      const [first, ...others] = lacking(ofField);
      return first ? [differenceIn(first, others, held.get(locationKey(first)) ?? [])] : [];
    });
  const byEntry = superseded.entries.map((entry) => ({ entry, differences: differing(textsOfEntry(entry)) }));
  const differences = [...differing(textsOfContact(superseded)), ...byEntry.flatMap((entry) => entry.differences)];
  const location = {
    agency: superseded.agency,
    file: superseded.file,
    usedFile: used.file,
    ...(superseded.savedAt === undefined ? {} : { savedAt: superseded.savedAt }),
    ...(used.savedAt === undefined ? {} : { usedSavedAt: used.savedAt }),
    ...writtenTimes(superseded, used),
    ...(used.madeFrom?.includes(superseded.savedAt ?? '') === true ? { isOrigin: true as const } : {}),
    parts: sections,
    keptParts: kept,
  };
  return {
    problem:
      differences.length === 0
        ? { code: 'submission-repeated', ...location }
        : { code: 'submission-superseded', ...location, differences },
    entries: new Set(byEntry.filter(({ differences }) => differences.length > 0).map(({ entry }) => entry)),
  };
}

/** The times of the files, where the saved times are the same and these differ. */
function writtenTimes(
  { savedAt, fileModifiedAt: at }: Submission,
  { savedAt: usedSavedAt, fileModifiedAt: usedAt }: Submission,
): { readonly written?: { readonly at: string; readonly usedAt: string } } {
  if (timeOf(savedAt) !== timeOf(usedSavedAt) || at === undefined || usedAt === undefined) return {};
  return timeOf(at) === timeOf(usedAt) ? {} : { written: { at, usedAt } };
}

function locationKey({ measure, field, contact }: LocatedText): string {
  return `${measure ?? contact ?? ''} ${field}`;
}

function differenceIn(
  first: LocatedText,
  others: readonly LocatedText[],
  used: readonly LocatedText[],
): TextDifference {
  const { measure, field, sheet, cell } = first;
  const lines = (texts: readonly LocatedText[]): string => texts.map(({ text }) => text).join('\n');
  return {
    ...(measure === undefined ? {} : { measure }),
    field,
    sheet,
    cell,
    text: lines([first, ...others]),
    usedText: lines(used),
  };
}
