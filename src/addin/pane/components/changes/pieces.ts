import type { Edit, Span } from '../../../../domain/text/edits.ts';
import { graphemeSegments } from '../../../../domain/text/segments.ts';

/** A piece of a text that stays or is replaced. */
export type Piece =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** Number of graphemes shown on each side of a change. */
const CONTEXT = 24;

/** Characters that are drawn on the one before them. */
const ON_ANOTHER = /^[\p{M}ำ]/u;

/**
 * A text and its edits as pieces from left to right; long unchanged pieces are shortened.
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

/** Extends a change so that no combining mark is shown without its letter, but not into neighbouring changes. */
function wholeLetters(text: string, { start, end, text: after }: Edit, from: number, to: number): Span {
  let [first, last] = [start, end];
  const standsOnAnother = (): boolean =>
    ON_ANOTHER.test(text.slice(first, first + 2)) || (first === start && ON_ANOTHER.test(after));
  while (first > from && standsOnAnother()) first -= 1;
  while (last < to && ON_ANOTHER.test(text.slice(last, last + 2))) last += 1;
  return { start: first, end: last };
}

function same(text: string, isFirst: boolean, isLast: boolean): Piece {
  // A text with few code units has few graphemes.
  if (text.length <= CONTEXT) return { kind: 'same', text };
  const letters = Array.from(graphemeSegments(text), ({ segment }) => segment);
  const head = isFirst ? [] : letters.slice(0, CONTEXT);
  const tail = isLast ? [] : letters.slice(-CONTEXT);
  const shown = head.length + tail.length;
  return { kind: 'same', text: letters.length <= shown ? text : `${head.join('')}…${tail.join('')}` };
}

/** Invisible characters. */
const WITHOUT_INK = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Co}]/gu;

/** A changed piece with its invisible characters as signs: `␣`, `↵`, or their code points, such as `U+200B`. */
export function visible(text: string): string {
  return text.replace(WITHOUT_INK, (character) => {
    if (character === ' ') return '␣';
    if (character === '\n') return '↵';
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
