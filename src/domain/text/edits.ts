/** A range of a text in UTF-16 code units, its end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range of a text and its replacement; an empty range is an insertion. */
export interface Edit extends Span {
  readonly text: string;
}

/** Applies edits, which must not overlap. Insertions at one position stay in order, before a replacement there. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** The edits that replace every match of a global pattern, without those that would change nothing. */
export function replacements(
  text: string,
  pattern: RegExp,
  replace: (match: string, at: number) => string,
): readonly Edit[] {
  return replaceMatches(text.matchAll(pattern), replace);
}

/** The edits that replace these matches of one text, which do not overlap, without those that would change nothing. */
export function replaceMatches(
  matches: Iterable<RegExpExecArray>,
  replace: (match: string, at: number) => string,
): readonly Edit[] {
  return Array.from(matches).flatMap(({ 0: match, index }) => {
    const text = replace(match, index);
    return text === match ? [] : [{ start: index, end: index + match.length, text }];
  });
}

/**
 * Composes two rounds of edits: `second` applies to `middle`, the result of `first`. Both are sorted and do not
 * overlap, and so is the result; edits that overlap in `middle` become one.
 */
export function composeEdits(middle: string, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const before = outputsOf(first);
  const composed: Edit[] = [];
  let shift = 0;
  for (let a = 0, b = 0; a < before.length || b < second.length;) {
    const shiftBefore = shift;
    const start = Math.min(before[a]?.start ?? Infinity, second[b]?.start ?? Infinity);
    const inner: Edit[] = [];
    let end = -1;
    for (;;) {
      const [one, other] = [before[a], second[b]];
      const joins = (edit: Output | Edit | undefined): edit is Output | Edit =>
        edit !== undefined && (end < 0 ? edit.start === start : edit.start < end);
      if (joins(one) && (!joins(other) || one.start <= other.start)) {
        end = Math.max(end, one.end);
        shift += one.shift;
        a += 1;
      } else if (joins(other)) {
        end = Math.max(end, other.end);
        inner.push({ ...other, start: other.start - start, end: other.end - start });
        b += 1;
      } else break;
    }
    composed.push({ start: start - shiftBefore, end: end - shift, text: applyEdits(middle.slice(start, end), inner) });
  }
  return composed;
}

/** The range that an edit produced in the edited text, and by how much it shifted what follows. */
interface Output {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
  readonly edit: Edit;
}

function outputsOf(edits: readonly Edit[]): readonly Output[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    const grown = edit.text.length - (edit.end - edit.start);
    shift += grown;
    return { start, end: start + edit.text.length, shift: grown, edit };
  });
}

/** The edit that contains a range of the original text; the edits are sorted and do not overlap. */
export function editAround(edits: readonly Edit[], { start, end }: Span): Edit | undefined {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  return edit !== undefined && end <= edit.end ? edit : undefined;
}

/** The range that each edit produced in the edited text; the edits are sorted. */
export function offsetsAfter(edits: readonly Edit[]): ReadonlyMap<Edit, Span> {
  return new Map(outputsOf(edits).map(({ edit, start, end }) => [edit, { start, end }]));
}

/** Maps ranges of the edited text to the original text; a replaced range counts as a whole. The edits are sorted. */
export function offsetsBefore(edits: readonly Edit[]): (start: number, end: number) => Span {
  if (edits.length === 0) return (start, end) => ({ start, end });
  const outputs = outputsOf(edits);
  return (start, end) => ({ start: before(outputs, start, 'start'), end: before(outputs, end, 'end') });
}

function before(outputs: readonly Output[], location: number, side: 'start' | 'end'): number {
  let [low, high] = [0, outputs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const output = outputs[middle];
    // A deletion at the edge of a range is not part of it.
    if (output && (side === 'start' ? output.start <= location : output.start < location)) low = middle + 1;
    else high = middle;
  }
  const last = outputs[low - 1];
  if (last === undefined) return location;
  if (location < last.end) return last.edit[side];
  return last.edit.end + location - last.end;
}
