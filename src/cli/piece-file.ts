import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Gives the bytes of a piece, which nobody changes.
 * @param room where they may be put if they are not in memory
 */
export type ReadPiece = (room?: Uint8Array) => Uint8Array;

/** A store of pieces for the .xlsx codec, and for texts. */
interface PieceFile {
  readonly keep: (piece: Uint8Array) => ReadPiece;
  readonly close: () => void;
}

/** Bytes that are kept in memory before a file is opened: more than the report of 77 agencies with full answers has. */
const IN_MEMORY = 4 * 2 ** 20;

/** Free bytes without which no file is opened: what is written next may need room on the same disk. */
const LEAST_FREE = 2 ** 30;

/**
 * Opens a store that keeps in a temporary file what is beyond its room in memory. Where the file cannot be written, or the disk is
 * nearly full, everything stays in memory.
 * @param room bytes
 * @param leastFree bytes
 */
export function openPieceFile(room = IN_MEMORY, leastFree = LEAST_FREE): PieceFile {
  let left = room;
  let file: number | undefined;
  let end = 0;
  const putIntoFile = (piece: Uint8Array): ReadPiece => {
    const opened = (file ??= openTemporaryFile(leastFree));
    const [start, { length }] = [end, piece];
    for (let done = 0; done < length;) done += writeSync(opened, piece, done, length - done, start + done);
    end += length;
    return (room) =>
      readBytes(opened, start, room && room.length >= length ? room.subarray(0, length) : new Uint8Array(length));
  };
  return {
    keep(piece) {
      left -= piece.length;
      if (left >= 0) return () => piece;
      try {
        return putIntoFile(piece);
      } catch {
        left = Infinity;
        return () => piece;
      }
    },
    close() {
      if (file !== undefined) closeSync(file);
    },
  };
}

/** Opens a file that only this user can read. Its name is deleted at once, so that the file is gone when the process ends, however it ends. */
function openTemporaryFile(leastFree: number): number {
  const folder = tmpdir();
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastFree) throw new Error('the disk is nearly full');
  const name = path.join(folder, `ita-${randomUUID()}.tmp`);
  const file = openSync(name, 'wx+', 0o600);
  try {
    rmSync(name);
  } catch (error) {
    // Not every system lets an open file be deleted.
    closeSync(file);
    rmSync(name, { force: true });
    throw error;
  }
  return file;
}

/** Fills the bytes with what is in the file from `start` on. */
function readBytes(file: number, start: number, bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  for (let done = 0; done < length;) {
    const read = readSync(file, bytes, done, length - done, start + done);
    if (read === 0) throw new Error('the temporary file is shorter than what was written');
    done += read;
  }
  return bytes;
}
