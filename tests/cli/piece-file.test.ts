import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';
import { openPieceFile } from '../../src/cli/piece-file.ts';
import { itKeepsTheWorkbookCodecContract } from '../contracts/workbook-codec.contract.ts';

describe('the store of pieces in a temporary file', () => {
  const before = process.env.TMPDIR;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'ita-'));
    process.env.TMPDIR = folder;
  });

  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives back every piece, in any order and again, however much it may keep in memory', () => {
    const piecesAndRoom = fc.tuple(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 30 }), fc.nat(2000));
    fc.assert(
      fc.property(piecesAndRoom, ([pieces, room]) => {
        const { keep, close } = openPieceFile(room, 0);
        const kept = pieces.map((piece) => keep(piece.slice()));
        expect(kept.toReversed().map((give) => give())).toEqual(pieces.toReversed());
        expect(kept.map((give) => give())).toEqual(pieces);
        close();
      }),
    );
  });

  it('takes what is beyond its room out of memory, and its file has no name that could be left behind', () => {
    const { keep, close } = openPieceFile(4, 0);
    const [inMemory, inFile] = [new Uint8Array([1, 2, 3, 4]), new Uint8Array([5])];
    expect(keep(inMemory)()).toBe(inMemory);
    const give = keep(inFile);
    expect(give()).not.toBe(inFile);
    expect(give()).toEqual(inFile);
    expect(readdirSync(folder)).toEqual([]);
    close();
    expect(give).toThrow(/EBADF/);
  });

  it('keeps everything in memory where the disk is nearly full, on which the report may have to find room', () => {
    const { keep, close } = openPieceFile(0, Number.MAX_VALUE);
    const piece = new Uint8Array([1]);
    expect(keep(piece)()).toBe(piece);
    close();
  });

  it('keeps everything in memory where there is no place for a file', () => {
    process.env.TMPDIR = path.join(folder, 'none');
    const { keep, close } = openPieceFile(0, 0);
    const pieces = [new Uint8Array([1]), new Uint8Array([2])];
    expect(pieces.map(keep).map((give) => give())).toEqual(pieces);
    close();
  });
});

describe('the codec with such a store', () => {
  itKeepsTheWorkbookCodecContract(() =>
    createXlsxCodec({ ...nativeFunctions, openPieces: () => openPieceFile(100, 0) }),
  );
});
