/**
 * A problem of a programme or roster file. `path` is its location, such as `parts[0].issues[2].title`; empty for the
 * whole file.
 */
export type DataProblem =
  | { readonly code: 'data-syntax'; readonly line: number; readonly column: number }
  | { readonly code: 'data-missing'; readonly path: string }
  | { readonly code: 'data-unknown-field'; readonly path: string }
  | { readonly code: 'data-type'; readonly path: string; readonly expected: DataType; readonly found: string }
  | { readonly code: 'data-rule'; readonly path: string; readonly rule: DataRule; readonly found: string }
  | { readonly code: 'data-duplicate'; readonly path: string; readonly found: string; readonly first: string }
  | {
      readonly code: 'party-unknown';
      readonly path: string;
      readonly found: string;
      /** The nearest name of the roster, if one is near enough. */
      readonly suggestion?: string;
    };

export type DataType = 'text' | 'number' | 'list' | 'object';

/** Rules that a value of the right type can still break. */
export type DataRule =
  | 'not-empty'
  | 'identifier'
  | 'agency-code'
  | 'buddhist-year'
  | 'iso-date'
  | 'sheet-name'
  | 'one-of-statuses'
  | 'in-order'
  | 'last-year-after-first'
  | 'measure-key'
  | 'agency-kind'
  | 'recipient'
  | 'email'
  | 'same-roster'
  | 'file-name'
  | 'cell-name'
  | 'built-in-format'
  | 'guid'
  | 'sharepoint-host'
  | 'graph-scope';

/** A parsed value, or the problems that prevent it; both if the value is usable in spite of problems. */
export interface Parsed<T> {
  readonly value?: T;
  readonly problems: readonly DataProblem[];
}
