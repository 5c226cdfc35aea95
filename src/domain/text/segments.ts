type Granularity = 'grapheme' | 'word';

/** Created on first use, because a segmenter loads the Thai dictionary, which takes milliseconds. */
const segmenters = new Map<Granularity, Intl.Segmenter>();

/** The graphemes of a text, each of which a reader perceives as one character (UAX #29). */
export function graphemeSegments(text: string): Intl.Segments {
  return segmenterOf('grapheme').segment(text);
}

/** The words of a text and the segments between them, by the Thai dictionary (UAX #29). */
export function wordSegments(text: string): Intl.Segments {
  return segmenterOf('word').segment(text);
}

/** A space or line feed before a letter or digit, where a word boundary is certain in any context (UAX #29). */
const LAST_BLANK = /[ \n](?=[0-9A-Za-zก-ฮเ-ไ๐-๙])/g;

/**
 * The words of a text and the segments between them, as {@link wordSegments} has them; joined, they are the text. The text is segmented in
 * stretches between certain word boundaries, because finding a word takes longer in a longer text.
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
