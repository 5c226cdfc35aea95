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

/** A blank or line feed behind which a word begins whatever stands around it: a letter or digit, which these do not join (UAX #29). */
const LAST_BLANK = /[ \n](?=[0-9A-Za-zก-ฮเ-ไ๐-๙])/g;

/**
 * The words of a text and what is between them, blanks included, as {@link wordSegments} has them: joined, they give the text back. Taken
 * apart stretch by stretch, because finding a word takes the longer, the longer the text around it is.
 */
export function wordsIn(text: string): readonly string[] {
  return Array.from(stretchesOf(text)).flatMap((stretch) =>
    Array.from(wordSegments(stretch), ({ segment }) => segment),
  );
}

function* stretchesOf(text: string): Generator<string, void, undefined> {
  let start = 0;
  for (const { index } of text.matchAll(LAST_BLANK)) {
    yield text.slice(start, index + 1);
    start = index + 1;
  }
  yield text.slice(start);
}

function segmenterOf(granularity: Granularity): Intl.Segmenter {
  const known = segmenters.get(granularity);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter('th', { granularity });
  segmenters.set(granularity, made);
  return made;
}
