/** Keeps a piece, which nobody changes afterwards; the function that it returns gives the same bytes. */
export type Keep = (piece: Uint8Array) => () => Uint8Array;

/** Where the pieces of a file are while it is made: its beginning tells the sizes of what comes after it. */
export interface PieceStore {
  readonly keep: Keep;
  /** Forgets all pieces. */
  readonly close: () => void;
}

/** Keeps a piece as it is. */
export const keepInMemory: Keep = (piece) => () => piece;

/** A store in memory. */
export function openInMemory(): PieceStore {
  return { keep: keepInMemory, close: () => undefined };
}
