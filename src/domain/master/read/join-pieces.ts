import { fitCell, type CellRoom } from '../plan/layout.ts';

/**
 * Joins the pieces of a text that was split over rows. They are joined by a space, except within a long word, as Thai may be written, that
 * was cut where its row was full. A space after a word that fills its row exactly cannot be distinguished from such a cut.
 * @param rooms the columns that the pieces may have been made for
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
