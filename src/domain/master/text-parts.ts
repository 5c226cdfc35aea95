import { formatToken, parseToken } from '../form/identity.ts';
import { checksum } from '../text/checksum.ts';

/** The part of a text that a row holds, if the text was too long for one row. */
export interface TextPart {
  /** Identifies the text: the same in all of its rows, and different for texts with another beginning or length. */
  readonly of: string;
  /** Rises from row to row of a text. */
  readonly index: number;
  /** White space before the part and, in the last part, after it. It is in no row, where it would take up space. */
  readonly before: string;
  readonly after: string;
}

/** Limit of runs of equal white space at a cut, so that the mark of a row fits a cell. */
const MAX_RUNS = 1_400;

/** Limit of white space at a cut; a cell holds less. */
const MAX_BLANKS = 99_999;

/**
 * The pieces of a text with their marks.
 * @param pieces the text, cut, without the white space at the cuts
 */
export function partsOfText(
  text: string,
  pieces: readonly string[],
): readonly { readonly text: string; readonly part: TextPart }[] {
  // The checksum of a whole long text would take as long as cutting it; its beginning distinguishes it from its neighbours.
  const of = checksum(`${text.length} ${pieces[0] ?? ''}`);
  let end = 0;
  return pieces.map((piece, index) => {
    const start = text.indexOf(piece, end);
    const before = text.slice(end, start);
    end = start + piece.length;
    const after = index === pieces.length - 1 ? text.slice(end) : '';
    return { text: piece, part: { of, index, before, after } };
  });
}

/** Formats the mark of a row for its hidden cell. */
export function formatPart({ of, index, before, after }: TextPart): string {
  const blanks = after === '' ? [before] : [before, after];
  return formatToken({ kind: 'part', data: [of, index, ...blanks.map(formatBlanks)].join('/') });
}

/** Parses the mark in a hidden cell; undefined if the text is not a mark, or no longer a valid one. */
export function parsePart(text: string): TextPart | undefined {
  const token = parseToken(text);
  const data = token?.kind === 'part' ? token.data : undefined;
  const [, of, index, one = '', other = ''] = /^([0-9a-z]+)\/(\d{1,7})\/([^/]*)(?:\/([^/]*))?$/.exec(data ?? '') ?? [];
  const [before, after] = [parseBlanks(one), parseBlanks(other)];
  if (of === undefined || before === undefined || after === undefined) return undefined;
  return { of, index: Number(index), before, after };
}

/** White space as hexadecimal character codes with repeat counts: `20.ax2` is a space and two line feeds. */
function formatBlanks(blanks: string): string {
  const runs = Array.from(blanks.slice(0, MAX_BLANKS).matchAll(/(\s)\1*/g), ([run]) => {
    const code = run.charCodeAt(0).toString(16);
    return run.length === 1 ? code : `${code}x${run.length}`;
  });
  return runs.slice(0, MAX_RUNS).join('.');
}

function parseBlanks(text: string): string | undefined {
  if (text === '') return '';
  let blanks = '';
  for (const run of text.split('.')) {
    const [, code, times = '1'] = /^([0-9a-f]{1,4})(?:x(\d{1,5}))?$/.exec(run) ?? [];
    const blank = String.fromCharCode(Number.parseInt(code ?? '', 16));
    if (blank.trim() !== '' || code === undefined) return undefined;
    blanks += blank.repeat(Number(times));
    if (blanks.length > MAX_BLANKS) return undefined;
  }
  return blanks;
}
