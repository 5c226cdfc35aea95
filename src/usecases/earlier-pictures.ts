import type { Problem } from '../domain/diagnostics/problem.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import { issueOfMeasure } from '../domain/programme/programme.ts';
import type { AgencyCoverage } from '../domain/submissions/consolidation.ts';
import type { Submission, SubmittedPicture } from '../domain/submissions/submission.ts';
import { groupBy } from '../domain/text/group-by.ts';

/** Submissions that a master's table tells, with their pictures, and the pictures of other files. */
interface WithPictures {
  readonly submissions: readonly Submission[];
  readonly left: readonly MasterPicture[];
}

/** Gives submissions back the pictures that a master has of them; the table alone does not tell of them. */
export function withPictures(submissions: readonly Submission[], pictures: readonly MasterPicture[]): WithPictures {
  const ofFile = groupBy(pictures, fileKey);
  const known = new Set(submissions.map(fileKey));
  return {
    submissions: submissions.map((submission) => {
      const its = ofFile.get(fileKey(submission))?.map(asSubmitted);
      return its ? { ...submission, pictures: its } : submission;
    }),
    left: pictures.filter((picture) => picture.agency === undefined || !known.has(fileKey(picture))),
  };
}

function fileKey({ agency, file, savedAt }: Pick<MasterPicture, 'agency' | 'file' | 'savedAt'>): string {
  return JSON.stringify([agency, file, savedAt]);
}

function asSubmitted({ measure, sheet, cell, description, frame, key, picture }: MasterPicture): SubmittedPicture {
  const { bytes, ...facts } = picture;
  return {
    ...(measure === undefined ? {} : { measure }),
    sheet,
    cell,
    description,
    ...(frame === undefined ? {} : { frame }),
    picture: { ...facts, key },
    bytes,
  };
}

/** What becomes of the pictures of an earlier master whose files were not read. */
interface Kept {
  readonly kept: readonly MasterPicture[];
  /** A problem for each that a file which is used now has no more. */
  readonly problems: readonly Problem[];
}

/**
 * Keeps the pictures of an earlier master that no file which is used now stands for: those of agencies and issues of which
 * nothing was read, and those that the office added.
 */
export function keptPictures(left: readonly MasterPicture[], agencies: readonly AgencyCoverage[]): Kept {
  const used = new Map(agencies.map(({ agency, submissions }) => [agency, submissions]));
  const kept: MasterPicture[] = [];
  const problems: Problem[] = [];
  for (const picture of left) {
    const { agency, measure, file, sheet, cell, description: text, key } = picture;
    const submissions = (agency === undefined ? undefined : used.get(agency)) ?? [];
    const by = submissions.find(({ issues }) => measure === undefined || issues.includes(issueOfMeasure(measure)));
    if (agency === undefined || by === undefined) kept.push(picture);
    else if (!submissions.some(({ pictures = [] }) => pictures.some((each) => each.picture.key === key))) {
      problems.push({ code: 'picture-superseded', agency, file, sheet, cell, text, usedFile: by.file });
    }
  }
  return { kept, problems };
}
