import { wordsIn } from '../../text/segments.ts';

/** Limit of steps (words times words) in a comparison of two texts; texts that need more count as wholly different. */
const MAX_STEPS = 16_000_000;

/** A range of the base's words, its end excluded, that one side replaced. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** Three-way merge of a text by words, like diff3; undefined if both sides changed the same or adjacent words differently. */
export function mergeWords(base: string, ours: string, theirs: string): string | undefined {
  const words = wordsIn(base);
  const one = changesOf(words, wordsIn(ours));
  const other = changesOf(words, wordsIn(theirs));
  const merged: string[] = [];
  let at = 0;
  for (let a = 0, b = 0; a < one.length || b < other.length;) {
    const [mine, its] = [one[a], other[b]];
    if (mine && its && mine.start <= its.end && its.start <= mine.end) {
      const isSame = mine.start === its.start && mine.end === its.end && mine.words.join('') === its.words.join('');
      if (!isSame) return undefined;
      b += 1;
    }
    const isMine = mine !== undefined && (its === undefined || mine.start <= its.start);
    const next = isMine ? mine : its;
    if (next === undefined) break;
    if (isMine) a += 1;
    else b += 1;
    merged.push(...words.slice(at, next.start), ...next.words);
    at = next.end;
  }
  return [...merged, ...words.slice(at)].join('');
}

/** The words that a text lost and gained, without white space. */
export function changedWords(
  before: string,
  after: string,
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const words = wordsIn(before);
  const changes = changesOf(words, wordsIn(after));
  const shown = (texts: readonly string[]): readonly string[] => {
    const text = texts.join('').trim();
    return text === '' ? [] : [text];
  };
  return {
    gone: changes.flatMap(({ start, end }) => shown(words.slice(start, end))),
    come: changes.flatMap((change) => shown(change.words)),
  };
}

/** Words that both versions of a text have (`same`), that were removed (`gone`) or that were added (`come`). */
export interface ComparedWords {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** The word diff of two versions of a text. Without what has `come` it is the earlier version, without what is `gone` the later one. */
export function compareWords(before: string, after: string): readonly ComparedWords[] {
  const words = wordsIn(before);
  const stretches: ComparedWords[] = [];
  const add = (kind: ComparedWords['kind'], texts: readonly string[]): void => {
    if (texts.length > 0) stretches.push({ kind, text: texts.join('') });
  };
  let at = 0;
  for (const { start, end, words: come } of changesOf(words, wordsIn(after))) {
    add('same', words.slice(at, start));
    add('gone', words.slice(start, end));
    add('come', come);
    at = end;
  }
  add('same', words.slice(at));
  return stretches;
}

/** The Sørensen–Dice coefficient of the words of two texts, from 0 to 1; their order does not count. */
export function diceSimilarity(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return one.length + other.length === 0 ? 1 : (2 * common) / (one.length + other.length);
}

/** The changes that turn one list of words into another, in order; at least one equal word separates any two of them. */
function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [one, other] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  const upTo = (nextA: number, nextB: number): void => {
    if (nextA > a || nextB > b) changes.push({ start: head + a, end: head + nextA, words: other.slice(b, nextB) });
    [a, b] = [nextA + 1, nextB + 1];
  };
  for (const [nextA, nextB] of commonWords(one, other)) upTo(nextA, nextB);
  upTo(one.length, other.length);
  return changes;
}

/** The pairs of indexes of a longest common subsequence. */
function commonWords(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const width = other.length + 1;
  if ((one.length + 1) * width > MAX_STEPS) return [];
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] = one[a] === other[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    if (one[a] === other[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
}
