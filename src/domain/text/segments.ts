type Granularity = 'grapheme' | 'word';

/** Making a segmenter reads the dictionary of Thai, which takes milliseconds of every start where it is not needed. */
const segmenters = new Map<Granularity, Intl.Segmenter>();

/** The graphemes of a text, which a reader takes for one letter each (UAX #29). */
export function graphemeSegments(text: string): Intl.Segments {
  return segmenterOf('grapheme').segment(text);
}

/** The words of a text and what is between them, as the dictionary of Thai divides them (UAX #29). */
export function wordSegments(text: string): Intl.Segments {
  return segmenterOf('word').segment(text);
}

/** Where a word begins whatever stands around it: a letter or digit behind a blank or line feed, which join nothing (UAX #29). */
const BEGINNING = /(?<=[ \n])(?=[0-9A-Za-zก-ฮเ-ไ๐-๙])/;

/**
 * The words of a text and what is between them, blanks included, as {@link wordSegments} has them: joined, they give the text back. Taken
 * apart stretch by stretch, because finding a word takes the longer, the longer the text around it is.
 */
export function wordsIn(text: string): readonly string[] {
  return text.split(BEGINNING).flatMap((stretch) => Array.from(wordSegments(stretch), ({ segment }) => segment));
}

function segmenterOf(granularity: Granularity): Intl.Segmenter {
  const known = segmenters.get(granularity);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter('th', { granularity });
  segmenters.set(granularity, made);
  return made;
}
