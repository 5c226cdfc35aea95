import type { Problem, WhyNoPicture } from '../diagnostics/problem.ts';
import type { Superseded } from './choose-submission.ts';
import type { Submission, SubmittedPicture } from './submission.ts';

/** Where a picture stands, and its text. */
type PlacedPicture = Pick<SubmittedPicture, 'sheet' | 'cell' | 'description'>;

/** The problem of a picture that is not in the report; its file and agency are added by whoever knows them. */
export function notCarried({ sheet, cell, description }: PlacedPicture, why: WhyNoPicture): Problem {
  return { code: 'picture-not-carried', sheet, cell, name: '', text: description, why };
}

/** A problem for each picture of a superseded submission that no used one of the agency has. */
export function supersededPictures({ part, by }: Superseded, used: readonly Submission[]): readonly Problem[] {
  const { agency, file, pictures = [] } = part;
  const kept = new Set(used.flatMap((submission) => submission.pictures?.map(({ picture }) => picture.key) ?? []));
  return pictures
    .filter(({ picture }) => !kept.has(picture.key))
    .map(({ sheet, cell, description }) => ({
      code: 'picture-superseded',
      sheet,
      cell,
      text: description,
      usedFile: by.file,
      agency,
      file,
    }));
}

/** A problem for each picture of an agency that the roster does not have. */
export function refusedPictures({ agency, file, pictures = [] }: Submission): readonly Problem[] {
  return pictures.map(({ sheet, cell, description: text }) => ({
    code: 'object-not-carried',
    kind: 'picture',
    name: '',
    text,
    agency,
    file,
    sheet,
    cell,
  }));
}
