import { checksum } from '../text/checksum.ts';
import { compareKey } from '../text/compare.ts';
import { foldDigits } from '../text/digits.ts';
import { FOLLOW_UP_COLUMNS, type FollowUpHeading } from './follow-up-headings.ts';

/** What a row that the program wrote says of itself in its hidden column. */
export interface RowKey {
  /** Code of its agency. */
  readonly agency: string;
  /** Which of the agency's rows it is, counted from 0: a long text goes on in the next. */
  readonly piece: number;
  /** Keys of the texts that the program wrote into it, by their columns. */
  readonly written: ReadonlyMap<FollowUpHeading, string>;
}

/** What a text of the program is recognized by, however its digits and spaces were changed since. */
export function textKey(text: string): string {
  return checksum(compareKey(text));
}

/** The text of a row's key, by the texts that the program writes into the row. */
export function rowKey(agency: string, piece: number, texts: ReadonlyMap<FollowUpHeading, string>): string {
  const written = Array.from(texts, ([id, text]) => `${FOLLOW_UP_COLUMNS.indexOf(id).toString(36)}${textKey(text)}`);
  return `${agency} ${piece} ${written.join('.')}`;
}

/** Undefined where a text is no key. */
export function parseRowKey(text: string): RowKey | undefined {
  const [, agency, piece, written = ''] =
    /^(\S+) (\d{1,4}) ([\da-z]{8}(?:\.[\da-z]{8})*)$/.exec(foldDigits(text).trim()) ?? [];
  if (agency === undefined) return undefined;
  const keys = written.split('.').flatMap((each): readonly (readonly [FollowUpHeading, string])[] => {
    const id = FOLLOW_UP_COLUMNS[parseInt(each.charAt(0), 36)];
    return id === undefined ? [] : [[id, each.slice(1)]];
  });
  return { agency, piece: Number(piece), written: new Map(keys) };
}
