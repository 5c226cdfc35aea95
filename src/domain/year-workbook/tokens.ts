import { parseMeasureKey, type MeasureKey } from '../programme/programme.ts';
import { foldDigits } from '../text/digits.ts';
import { SHEET_IDS, type SheetId } from './sheets.ts';

/** What a hidden cell says about its sheet, row or column, wherever people have moved it. */
export type YearToken =
  | { readonly kind: 'sheet'; readonly sheet: SheetId }
  /** Column of a table, or field of the sheet of the year. */
  | { readonly kind: 'field'; readonly field: string }
  /** A row of a measure, with the checksum of its text when it was written: of two copies, that with the same text is the original. */
  | { readonly kind: 'row'; readonly key: MeasureKey; readonly text: string }
  /** The data that the workbook was written from: its id, its version and the checksum of what version stands for. */
  | { readonly kind: 'data'; readonly id: string; readonly version: string; readonly content: string }
  /** Keys that were ever given. */
  | { readonly kind: 'keys'; readonly keys: readonly MeasureKey[] };

const PREFIX = 'ita-year:';

/** The text of a token, as written in a hidden cell. */
export function formatYearToken(token: YearToken): string {
  return `${PREFIX}${token.kind}=${valueOf(token)}`;
}

/** Parses the text of a cell as a token; undefined if it is none. Digits may have been converted to Thai ones. */
export function parseYearToken(text: string): YearToken | undefined {
  const [, kind, value = ''] = /^\s*ita-year:([a-z]+)=(\S*)\s*$/.exec(foldDigits(text)) ?? [];
  const parts = value.split('/');
  switch (kind) {
    case 'sheet': {
      const sheet = SHEET_IDS.find((id) => id === value);
      return sheet && { kind, sheet };
    }
    case 'field':
      return { kind, field: value };
    case 'row': {
      const key = parseMeasureKey(parts[0] ?? '');
      return key && { kind, key, text: parts[1] ?? '' };
    }
    case 'data': {
      const [id = '', version = '', content = ''] = parts;
      return { kind, id, version, content };
    }
    case 'keys':
      return { kind, keys: value.split(',').flatMap((key) => parseMeasureKey(key) ?? []) };
    case undefined:
    default:
      return undefined;
  }
}

function valueOf(token: YearToken): string {
  switch (token.kind) {
    case 'sheet':
      return token.sheet;
    case 'field':
      return token.field;
    case 'row':
      return `${token.key}/${token.text}`;
    case 'data':
      return `${token.id}/${token.version}/${token.content}`;
    case 'keys':
      return token.keys.join(',');
  }
}
