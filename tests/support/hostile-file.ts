import type { Damage, Limit } from '../../src/domain/spreadsheet/file-fault.ts';
import type { ProblemCode } from '../../src/domain/diagnostics/problem.ts';

/** What reading a hostile file must come to: a problem of the file or of its first sheet with answers, or `read` where it must be read like any other. */
type Expected =
  | 'read'
  | Exclude<ProblemCode, 'file-damaged' | 'file-too-large' | 'sheet-unreadable' | 'sheet-too-large'>
  | `${'file-damaged' | 'sheet-unreadable'}: ${Damage}`
  | `${'file' | 'sheet'}-too-large: ${Limit}`;

/** A file that was made to do harm, or that looks as if it were; it is made when asked for, for some take a while. */
export type HostileFile = readonly [title: string, expected: Expected, make: () => Uint8Array];
