import { issuesOf, measuresOf, type Programme } from '../../programme/programme.ts';
import { WordFinder } from './tokens.ts';

const WORDS = new WeakMap<Programme, ReadonlySet<string>>();

/** The words of a programme's issues and measures, which are spelt rightly. */
export function wordsOfProgramme(programme: Programme): ReadonlySet<string> {
  const known = WORDS.get(programme);
  if (known) return known;
  const texts = [
    ...issuesOf(programme).map(({ issue }) => issue.title),
    ...measuresOf(programme).map(({ measure }) => measure.text),
  ];
  const finder = new WordFinder();
  const words = new Set(texts.flatMap((text) => finder.wordsOf(text, [], 0).tokens.map(({ key }) => key)));
  WORDS.set(programme, words);
  return words;
}
