import { formatToken, parseToken } from '../form/identity.ts';
import { checksum } from '../text/checksum.ts';

/** Which part of a text stands in a row, where the text was too long for one row. */
export interface TextPart {
  /** The same in all rows of a text, and another one in those of texts that begin otherwise or are not as long. */
  readonly of: string;
  /** Rises from row to row of a text. */
  readonly index: number;
  /** White space of the text before the part, and behind the last one: it is in no row, where it would take room. */
  readonly before: string;
  readonly after: string;
}

/** The most times that one kind of white space may follow another at a cut, so that the mark of a row fits a cell. */
const MOST_RUNS = 1_400;

/** The most white space at a cut; a cell holds less. */
const MOST_BLANKS = 99_999;

/** The pieces of a text, each with the part that it is; only white space was left out where the text was cut. */
export function partsOfText(
  text: string,
  pieces: readonly string[],
): readonly { readonly text: string; readonly part: TextPart }[] {
  // All of a long text would take as long as cutting it; its beginning tells it from its neighbours.
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

/** The mark of a row, as written in a hidden cell. */
export function formatPart({ of, index, before, after }: TextPart): string {
  const blanks = after === '' ? [before] : [before, after];
  return formatToken({ kind: 'part', data: [of, index, ...blanks.map(formatBlanks)].join('/') });
}

/** Parses the text of a hidden cell as a mark; undefined if it is none, as where somebody changed it. */
export function parsePart(text: string): TextPart | undefined {
  const token = parseToken(text);
  const data = token?.kind === 'part' ? token.data : undefined;
  const [, of, index, one = '', other = ''] = /^([0-9a-z]+)\/(\d{1,7})\/([^/]*)(?:\/([^/]*))?$/.exec(data ?? '') ?? [];
  const [before, after] = [parseBlanks(one), parseBlanks(other)];
  if (of === undefined || before === undefined || after === undefined) return undefined;
  return { of, index: Number(index), before, after };
}

/** White space as the codes of its characters, each with the times that it is repeated: `20.ax2` is a blank and two line feeds. */
function formatBlanks(blanks: string): string {
  const runs = Array.from(blanks.slice(0, MOST_BLANKS).matchAll(/(\s)\1*/g), ([run]) => {
    const code = run.charCodeAt(0).toString(16);
    return run.length === 1 ? code : `${code}x${run.length}`;
  });
  return runs.slice(0, MOST_RUNS).join('.');
}

function parseBlanks(text: string): string | undefined {
  if (text === '') return '';
  let blanks = '';
  for (const run of text.split('.')) {
    const [, code, times = '1'] = /^([0-9a-f]{1,4})(?:x(\d{1,5}))?$/.exec(run) ?? [];
    const blank = String.fromCharCode(Number.parseInt(code ?? '', 16));
    if (blank.trim() !== '' || code === undefined) return undefined;
    blanks += blank.repeat(Number(times));
    if (blanks.length > MOST_BLANKS) return undefined;
  }
  return blanks;
}
