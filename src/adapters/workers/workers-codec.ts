import type { CleanPicture } from '../../domain/image/picture.ts';
import type { CellPatch, RefusedPatch, WorkbookContent } from '../../domain/spreadsheet/content.ts';
import type { PicturePlan, PictureSwap } from '../../domain/spreadsheet/plan.ts';
import { UnreadableWorkbook, type WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import { inBufferOfItsOwn } from './own-buffer.ts';
import { Pool, WorkerFault, type PoolOptions } from './pool.ts';
import type { WorkerPort } from './protocol.ts';
import { GivenAway, serve } from './serve.ts';

/** What is done with the file of a workbook, and takes longer the larger it is. */
export type FileCodec = Pick<WorkbookCodec, 'decode' | 'patchSome' | 'patchPictures' | 'pictures'>;

type CodecTask = { readonly bytes: Uint8Array } & (
  | { readonly kind: 'decode'; readonly sizeLimit: number | undefined }
  | { readonly kind: 'patchSome'; readonly patches: readonly CellPatch[]; readonly savedAt: string | undefined }
  | { readonly kind: 'patchPictures'; readonly swaps: readonly PictureSwap[]; readonly savedAt: string | undefined }
  | { readonly kind: 'pictures'; readonly keys: ReadonlySet<string> }
);

/** A changed file; without bytes where nothing changed. What was refused is told by its index, for what is sent is a copy. */
interface Patched<Refused> {
  readonly bytes?: Uint8Array;
  readonly refused: readonly Refused[];
}

interface RefusedIndex {
  readonly index: number;
  readonly reason: RefusedPatch['reason'];
}

/** What a task gives, or the error that it throws: errors of a class cannot be sent. */
type CodecAnswer =
  | { readonly value: unknown }
  | { readonly unreadable: Pick<UnreadableWorkbook, 'why' | 'detail' | 'sheet' | 'properties'> }
  | { readonly range: string };

/** Options of a codec with workers. */
export interface WorkersCodecOptions extends Pick<PoolOptions<null>, 'spawn' | 'timeLimit'> {
  /** Takes small files, and every file if no worker can start or one fails. */
  readonly otherwise: FileCodec;
  /** Bytes up to which a file is small: starting a worker takes longer than what is done with it. */
  readonly small: number;
}

/**
 * Creates a codec that gives a large file to a worker of its own, so that the page answers meanwhile. The file is copied for it: if
 * the worker fails, nothing is lost.
 */
export function createWorkersCodec({ otherwise, small, ...options }: WorkersCodecOptions): FileCodec {
  const isSmall = ({ length }: Uint8Array): boolean => length <= small;
  const aside = async <Value>(
    task: CodecTask,
    without: () => Promise<Value>,
    back: (given: unknown) => Value,
  ): Promise<Value> => {
    const pool = new Pool<null, CodecTask, CodecAnswer>({ ...options, size: 1, setup: null });
    try {
      const { copy, buffers } = copyOf(task);
      return back(valueOf(await pool.run(copy, buffers)));
    } catch (error) {
      if (!(error instanceof WorkerFault)) throw error;
      return await without();
    } finally {
      pool.close();
    }
  };
  return {
    decode(bytes, sizeLimit) {
      const here = (): ReturnType<FileCodec['decode']> => otherwise.decode(bytes, sizeLimit);
      return isSmall(bytes)
        ? here()
        : aside({ kind: 'decode', bytes, sizeLimit }, here, (content) => content as WorkbookContent);
    },
    pictures(bytes, keys) {
      const here = (): ReturnType<FileCodec['pictures']> => otherwise.pictures(bytes, keys);
      if (isSmall(bytes)) return here();
      return aside({ kind: 'pictures', bytes, keys }, here, (found) => found as ReadonlyMap<string, CleanPicture>);
    },
    patchSome(bytes, patches, savedAt) {
      const here = (): ReturnType<FileCodec['patchSome']> => otherwise.patchSome(bytes, patches, savedAt);
      if (isSmall(bytes)) return here();
      return aside({ kind: 'patchSome', bytes, patches, savedAt }, here, (patched) => {
        const { bytes: now = bytes, refused } = patched as Patched<RefusedIndex>;
        return { bytes: now, refused: refused.flatMap(({ index, reason }) => within(patches, index, reason)) };
      });
    },
    patchPictures(bytes, swaps, savedAt) {
      const here = (): ReturnType<FileCodec['patchPictures']> => otherwise.patchPictures(bytes, swaps, savedAt);
      const size = swaps.reduce((sum, { after }) => sum + (after?.picture.bytes.length ?? 0), bytes.length);
      if (size <= small) return here();
      return aside({ kind: 'patchPictures', bytes, swaps, savedAt }, here, (patched) => {
        const { bytes: now = bytes, refused } = patched as Patched<number>;
        return { bytes: now, refused: swaps.filter((_, index) => refused.includes(index)) };
      });
    },
  };
}

function within(patches: readonly CellPatch[], index: number, reason: RefusedPatch['reason']): readonly RefusedPatch[] {
  const patch = patches[index];
  return patch === undefined ? [] : [{ patch, reason }];
}

/** @throws what the worker's codec threw */
function valueOf(answer: CodecAnswer): unknown {
  if ('value' in answer) return answer.value;
  if ('range' in answer) throw new RangeError(answer.range);
  const { why, detail, sheet, properties } = answer.unreadable;
  throw new UnreadableWorkbook(why, detail, {
    ...(sheet === undefined ? {} : { sheet }),
    ...(properties && { properties }),
  });
}

/** A copy of a task whose buffers can be given away. */
function copyOf(task: CodecTask): { readonly copy: CodecTask; readonly buffers: readonly ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const copied = (given: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(given);
    buffers.push(bytes.buffer);
    return bytes;
  };
  const withCopy = (plan: PicturePlan): PicturePlan => ({
    ...plan,
    picture: { ...plan.picture, bytes: copied(plan.picture.bytes) },
  });
  const bytes = copied(task.bytes);
  if (task.kind !== 'patchPictures') return { copy: { ...task, bytes }, buffers };
  const swaps = task.swaps.map(({ sheet, before, after }) => ({
    sheet,
    ...(before && { before: withCopy(before) }),
    ...(after && { after: withCopy(after) }),
  }));
  return { copy: { ...task, bytes, swaps }, buffers };
}

/** Runs a codec in a worker, which gives its bytes away. */
export function serveCodec(port: WorkerPort, codec: FileCodec): void {
  serve(port, async (task) => {
    try {
      return await done(codec, task as CodecTask);
    } catch (error) {
      if (error instanceof RangeError) return { range: error.message };
      if (!(error instanceof UnreadableWorkbook)) throw error;
      const { why, detail, sheet, properties } = error;
      return { unreadable: { why, detail, sheet, properties } };
    }
  });
}

async function done(codec: FileCodec, task: CodecTask): Promise<unknown> {
  const { bytes } = task;
  switch (task.kind) {
    case 'decode':
      return { value: await codec.decode(bytes, task.sizeLimit) };
    case 'pictures': {
      const found = [...(await codec.pictures(bytes, task.keys))].map(
        ([key, picture]) => [key, { ...picture, bytes: inBufferOfItsOwn(picture.bytes) }] as const,
      );
      return new GivenAway(
        { value: new Map(found) },
        found.map(([, picture]) => picture.bytes.buffer),
      );
    }
    case 'patchSome': {
      const { patches } = task;
      const patched = await codec.patchSome(bytes, patches, task.savedAt);
      const refused = patched.refused.map(({ patch, reason }) => ({ index: patches.indexOf(patch), reason }));
      return givenBack(bytes, patched.bytes, refused);
    }
    case 'patchPictures': {
      const { swaps } = task;
      const patched = await codec.patchPictures(bytes, swaps, task.savedAt);
      return givenBack(
        bytes,
        patched.bytes,
        patched.refused.map((swap) => swaps.indexOf(swap)),
      );
    }
  }
}

function givenBack(before: Uint8Array, now: Uint8Array, refused: Patched<RefusedIndex | number>['refused']): unknown {
  if (now === before) return { value: { refused } };
  const bytes = inBufferOfItsOwn(now);
  return new GivenAway({ value: { bytes, refused } }, [bytes.buffer]);
}
