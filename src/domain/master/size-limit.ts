import { measuresOf, type Programme } from '../programme/programme.ts';
import type { Roster } from '../programme/roster.ts';
import { MAX_CELL_TEXT } from '../spreadsheet/limits.ts';

/** Bytes of a Thai character in UTF-8. */
const BYTES_OF_CHARACTER = 3;

/** An answer stands on its printed sheet and in the flat table. */
const TIMES_WRITTEN = 2;

/** Bytes that the master of a programme may hold: an answer of every agency to every measure, each of as much text as a cell takes. */
export function sizeLimitOfMaster(programme: Programme, { agencies }: Roster): number {
  return measuresOf(programme).length * agencies.length * MAX_CELL_TEXT * BYTES_OF_CHARACTER * TIMES_WRITTEN;
}
