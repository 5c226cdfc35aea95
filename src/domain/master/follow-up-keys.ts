import { checksum } from '../text/checksum.ts';
import { compareKey } from '../text/compare.ts';
import { foldDigits } from '../text/digits.ts';
import { FOLLOW_UP_COLUMNS, type FollowUpHeading } from './follow-up-headings.ts';

/** The key in the hidden column of a row that the program wrote. */
export interface RowKey {
  /** Code of its agency. */
  readonly agency: string;
  /** Index among the agency's rows: a long text continues in the next one. */
  readonly piece: number;
  /** Checksums of the texts that the program wrote into the row, by column. */
  readonly written: ReadonlyMap<FollowUpHeading, string>;
}

/** The checksum of a text of the program; it does not depend on spacing and kind of digits. */
export function textKey(text: string): string {
  return checksum(compareKey(text));
}

/** Formats the key of a row from the texts that the program writes into it. */
export function rowKey(agency: string, piece: number, texts: ReadonlyMap<FollowUpHeading, string>): string {
  const written = Array.from(texts, ([id, text]) => `${FOLLOW_UP_COLUMNS.indexOf(id).toString(36)}${textKey(text)}`);
  return `${agency} ${piece} ${written.join('.')}`;
}

/** Parses the key of a row; undefined if the text is not a key. */
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
