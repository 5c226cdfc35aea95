import type { WorkerHandle } from '../../../src/adapters/workers/protocol.ts';
import { createWorkersCodec, serveCodec, type FileCodec } from '../../../src/adapters/workers/workers-codec.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { cleanPicture } from '../../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../../src/domain/image/picture.ts';
import type { PictureSwap } from '../../../src/domain/spreadsheet/plan.ts';
import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import { ANY_SIZE, type UnreadableWorkbook, type WorkbookCodec } from '../../../src/usecases/ports/workbook-codec.ts';
import { itKeepsTheWorkbookCodecContract } from '../../contracts/workbook-codec.contract.ts';
import { noise, png } from '../../support/pictures.ts';
import { districtPlan } from '../../support/plans-2565.ts';

const here = createXlsxCodec();
const savedAt = '2022-05-01T00:00:00.000Z';
const [, { name: sheet } = { name: '' }] = districtPlan.sheets;
let blank: Uint8Array;

beforeAll(async () => {
  blank = await here.encode(districtPlan);
});

/** Both ends of a worker in this thread; messages are copied and buffers transferred, as between threads. */
function channel(codec: FileCodec): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  serveCodec(
    {
      post: (message, transfer = []) => port2.postMessage(message, [...transfer]),
      onMessage: (listener) => (port2.onmessage = ({ data }) => listener(data)),
    },
    codec,
  );
  return {
    post: (message, transfer) => port1.postMessage(message, [...transfer]),
    onMessage: (listener) => (port1.onmessage = ({ data }) => listener(data)),
    onEnd: () => undefined,
    end: () => port1.close(),
  };
}

interface Tried {
  readonly codec: WorkbookCodec;
  /** How many workers were started and ended. */
  readonly workers: { started: number; ended: number };
}

function codecWith({ spawn = () => channel(here), small = 0, timeLimit = 60_000 } = {}): Tried {
  const workers = { started: 0, ended: 0 };
  const counted = (): WorkerHandle => {
    workers.started += 1;
    const worker = spawn();
    const end = (): void => {
      workers.ended += 1;
      worker.end();
    };
    return { ...worker, end };
  };
  return {
    codec: { ...here, ...createWorkersCodec({ spawn: counted, timeLimit, small, otherwise: here }) },
    workers,
  };
}

function swapOf(name: string, bytes: Uint8Array, row = 5): PictureSwap {
  const picture = cleanPicture(bytes, crc32) as CleanPicture;
  return { sheet, after: { name, description: name, at: { row, column: 4 }, width: 60, height: 40, picture } };
}

/** What a promise comes to: a value, or the error with all that is known of it. */
async function outcome(made: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await made };
  } catch (error) {
    const { why, detail, sheet: where, properties } = error as UnreadableWorkbook;
    return { of: (error as Error).constructor.name, message: (error as Error).message, why, detail, where, properties };
  }
}

describe('a codec with workers', () => {
  itKeepsTheWorkbookCodecContract(() => codecWith().codec);

  it('gives what the codec gives, and leaves no worker behind', async () => {
    const { codec, workers } = codecWith();
    const swaps = [swapOf('ก', png()), swapOf('ข', noise(40, 30), 6)];
    const patches = [{ sheet, row: 5, column: 5, text: 'อบรมแล้ว ๒ รุ่น' }];
    const given = blank.slice();
    const { bytes } = await codec.patchPictures(given, swaps, savedAt);
    expect(bytes).toEqual((await here.patchPictures(blank, swaps, savedAt)).bytes);
    expect(await codec.patchSome(bytes, patches, savedAt)).toEqual(await here.patchSome(bytes, patches, savedAt));
    const content = await codec.decode(bytes, ANY_SIZE);
    expect(content).toEqual(await here.decode(bytes, ANY_SIZE));
    const images = content.sheets.flatMap(({ objects = [] }) => objects.flatMap(({ image }) => image?.picture ?? []));
    const keys = new Set(images.flatMap((picture) => ('key' in picture ? [picture.key] : [])));
    expect(keys.size).toBe(2);
    expect(await codec.pictures(bytes, keys)).toEqual(await here.pictures(bytes, keys));
    expect(given).toEqual(blank);
    expect(swaps).toEqual([swapOf('ก', png()), swapOf('ข', noise(40, 30), 6)]);
    expect(workers).toEqual({ started: 4, ended: 4 });
  });

  it('names what was refused by what was asked, and gives the same file back where nothing changed', async () => {
    const { codec } = codecWith();
    const { after } = swapOf('ก', png());
    const gone: PictureSwap = { sheet, before: after! };
    const some = await codec.patchPictures(blank, [gone, swapOf('ข', png())], savedAt);
    expect(some.refused).toEqual([gone]);
    expect(some.refused[0]).toBe(gone);
    const none = await codec.patchPictures(blank, [gone], savedAt);
    expect(none.bytes).toBe(blank);
    expect((await codec.patchSome(blank, [], savedAt)).bytes).toBe(blank);
  });

  it('throws what the codec throws', async () => {
    const { codec } = codecWith();
    const tries = (one: WorkbookCodec): readonly Promise<unknown>[] => [
      one.decode(new TextEncoder().encode('no workbook')),
      one.decode(blank.slice(0, 3_000)),
      one.patchSome(blank, [{ sheet: 'ไม่มี', row: 1, column: 1, text: '' }]),
      one.patchPictures(blank, [{ ...swapOf('ก', png()), sheet: 'ไม่มี' }]),
    ];
    const thrown = await Promise.all(tries(codec).map(outcome));
    expect(thrown).toEqual(await Promise.all(tries(here).map(outcome)));
    expect(thrown).toMatchObject([
      { of: 'UnreadableWorkbook', why: { reason: 'not-workbook' } },
      { of: 'UnreadableWorkbook', why: { reason: 'damaged' } },
      { of: 'RangeError' },
      { of: 'RangeError' },
    ]);
  });

  it('starts no worker for a small file, but for large pictures that come into one', async () => {
    const picture = noise(200, 200);
    const { codec, workers } = codecWith({ small: blank.length + 50_000 });
    expect(await codec.decode(blank)).toEqual(await here.decode(blank));
    await codec.patchPictures(blank, [swapOf('ก', png())]);
    expect(workers.started).toBe(0);
    await codec.patchPictures(blank, [swapOf('ก', picture)]);
    expect(workers.started).toBe(1);
  });

  const never = new Promise<never>(() => undefined);
  const broken = (fail: () => Promise<never>): FileCodec => ({
    decode: fail,
    patchSome: fail,
    patchPictures: fail,
    pictures: fail,
  });
  it.each<[string, () => WorkerHandle, number]>([
    [
      'can start',
      () => {
        throw new Error('the policy forbids it');
      },
      60_000,
    ],
    ['gets through', () => channel(broken(() => Promise.reject(new Error('x is undefined')))), 60_000],
    ['ends in time', () => channel(broken(() => never)), 30],
  ])('does without a worker what none %s', async (_, spawn, timeLimit) => {
    const { codec } = codecWith({ spawn, timeLimit });
    const swaps = [swapOf('ก', png())];
    expect(await codec.patchPictures(blank, swaps, savedAt)).toEqual(await here.patchPictures(blank, swaps, savedAt));
    expect(await codec.decode(blank)).toEqual(await here.decode(blank));
  });
});
