import type { Edit, Span } from '../../../../domain/text/edits.ts';

/** A stretch of a text that stays, or one that gives way to another. */
export type Piece =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** Graphemes that are shown on each side of what changes. */
const CONTEXT = 24;

const graphemes = new Intl.Segmenter('th');

/** Characters that are drawn on the one before them. */
const ON_ANOTHER = /^[\p{M}ำ]/u;

/**
 * A text and its edits as pieces from left to right; long stretches that stay are shortened.
 * @param edits in order, not overlapping
 */
export function piecesOf(text: string, edits: readonly Edit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const [index, edit] of edits.entries()) {
    const { start, end } = wholeLetters(text, edit, done, edits[index + 1]?.start ?? text.length);
    if (start > done) pieces.push(same(text.slice(done, start), done === 0, false));
    const after = text.slice(start, edit.start) + edit.text + text.slice(edit.end, end);
    pieces.push({ kind: 'changed', before: text.slice(start, end), after });
    done = end;
  }
  if (done < text.length) pieces.push(same(text.slice(done), done === 0, true));
  return pieces;
}

/** A mark that changes is shown with its letter; alone it would stand on nothing. No stretch takes in a neighbour's. */
function wholeLetters(text: string, { start, end, text: after }: Edit, from: number, to: number): Span {
  let [first, last] = [start, end];
  const standsOnAnother = (): boolean =>
    ON_ANOTHER.test(text.slice(first, first + 2)) || (first === start && ON_ANOTHER.test(after));
  while (first > from && standsOnAnother()) first -= 1;
  while (last < to && ON_ANOTHER.test(text.slice(last, last + 2))) last += 1;
  return { start: first, end: last };
}

function same(text: string, isFirst: boolean, isLast: boolean): Piece {
  // What is certainly short enough needs no counting.
  if (text.length <= CONTEXT) return { kind: 'same', text };
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const head = isFirst ? [] : letters.slice(0, CONTEXT);
  const tail = isLast ? [] : letters.slice(-CONTEXT);
  const shown = head.length + tail.length;
  return { kind: 'same', text: letters.length <= shown ? text : `${head.join('')}…${tail.join('')}` };
}

/** Characters that take no ink, by which nobody could see what changes. */
const WITHOUT_INK = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Co}]/gu;

/** A stretch that changes, with every character that cannot be seen as a sign: `␣`, `↵`, or its number, such as `U+200B`. */
export function visible(text: string): string {
  return text.replace(WITHOUT_INK, (character) => {
    if (character === ' ') return '␣';
    if (character === '\n') return '↵';
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
