import { fitCell, type CellRoom } from '../plan/layout.ts';

/**
 * The text that was divided over rows. Between two pieces is a blank, but nothing where a piece is one long word, as Thai may be
 * written, and was cut where its row was full. Only a blank behind a word that fills its row to the very end is not told from a cut.
 * @param rooms the rooms that the pieces may have been made for
 */
export function joinPieces(pieces: readonly string[], rooms: readonly CellRoom[]): string {
  return pieces
    .map((piece, index) => {
      const next = pieces[index + 1];
      return next === undefined || isCutWord(piece, next, rooms) ? piece : `${piece} `;
    })
    .join('');
}

function isCutWord(piece: string, next: string, rooms: readonly CellRoom[]): boolean {
  return !/\s/.test(piece) && rooms.some((room) => fitCell(piece + next, room)[0] === piece);
}
