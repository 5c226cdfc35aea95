import type { TextRun } from '../../../domain/spreadsheet/content.ts';

/** A cell as stored, before indexes are looked up. */
export interface StoredCell {
  /** `row * COLUMNS + column`. */
  readonly cellIndex: number;
  /** Why it has no valid position, in technical terms; `cellIndex` is meaningless then. */
  readonly misplaced?: string | undefined;
  /** Type by ST_CellType: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string;
  readonly style: number;
  /** The value as written; undefined if there is none. */
  readonly value: string | undefined;
  /** Text of an inline string. */
  readonly inline: string;
  /** Runs of a rich inline string. */
  readonly runs?: readonly TextRun[] | undefined;
  readonly formula: string | undefined;
  /** Index of its value metadata (`vm`), counted from 1; undefined for nearly every cell. */
  readonly metadata?: number | undefined;
}
