import type { RowPlan, WorkbookPlan } from '../../domain/spreadsheet/plan.ts';
import type { EncodeOptions, WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import { inBufferOfItsOwn } from './own-buffer.ts';
import { Pool, WorkerFault, type PoolOptions } from './pool.ts';
import type { WorkerPort } from './protocol.ts';
import { GivenAway, serve } from './serve.ts';

/** Some of the next rows of a sheet, by the index of the sheet. */
interface Piece {
  readonly sheet: number;
  readonly rows: readonly RowPlan[];
}

/** Rows to keep, or the end of the plan: what there was is encoded. */
type EncodeTask =
  | { readonly kind: 'rows'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'end'; readonly options?: EncodeOptions };

/** The setup of a worker, which encodes one plan and is ended: the plan without rows, which follow in pieces. */
interface EncodeSetup {
  readonly plan: WorkbookPlan;
}

/** Options of an encoder with workers. */
export interface WorkersEncoderOptions extends Pick<PoolOptions<EncodeSetup>, 'spawn' | 'timeLimit'> {
  /** Encodes a small plan, and every plan if no worker can start or one fails. */
  readonly otherwise: WorkbookCodec['encode'];
  /** Characters of text up to which a plan is small: starting a worker takes longer than encoding it. */
  readonly small: number;
}

/** Milliseconds for making rows, after which they are sent and the page may answer. */
const SLICE = 20;

/** Characters of text in rows that are sent together: to copy them for the worker may take longer than to make them. */
const LARGEST = 1_000_000;

/**
 * Creates an encoder that gives a large plan to a worker of its own, slice by slice, so that the page answers meanwhile. The bytes are
 * those that are encoded without a worker.
 */
export function createWorkersEncoder({ otherwise, small, ...options }: WorkersEncoderOptions): WorkbookCodec['encode'] {
  return async (plan, encodeOptions) => {
    const slices = slicesOf(plan);
    const first: (readonly Piece[])[] = [];
    for (let size = 0; size <= small;) {
      const { value, done } = slices.next();
      if (done) return otherwise(plan, encodeOptions);
      first.push(value.pieces);
      size += value.size;
      await breathe();
    }
    const pool = new Pool<EncodeSetup, EncodeTask, Uint8Array>({ ...options, size: 1, setup: setupFor(plan) });
    try {
      // The answer to one slice is waited for before the next is made: no more than one is on the way.
      for (const pieces of first) await pool.run({ kind: 'rows', pieces });
      for (const { pieces } of slices) await pool.run({ kind: 'rows', pieces });
      return await pool.run({ kind: 'end', ...(encodeOptions && { options: encodeOptions }) });
    } catch (error) {
      if (!(error instanceof WorkerFault)) throw error;
      return await otherwise(plan, encodeOptions);
    } finally {
      pool.close();
    }
  };
}

function setupFor(plan: WorkbookPlan): EncodeSetup {
  // Rows that are made one by one cannot be sent as they are.
  return { plan: { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, rows: [] })) } };
}

/** Runs an encoder in a worker, which gives its bytes away. */
export function serveEncoder(
  port: WorkerPort,
  encode: (plan: WorkbookPlan, options?: EncodeOptions) => Promise<Uint8Array>,
): void {
  const rows = new Map<number, RowPlan[]>();
  serve(port, async (given, setup) => {
    const task = given as EncodeTask;
    if (task.kind === 'rows') {
      for (const { sheet, rows: next } of task.pieces) {
        const before = rows.get(sheet);
        if (before === undefined) rows.set(sheet, [...next]);
        else for (const row of next) before.push(row);
      }
      return undefined;
    }
    const { plan } = setup as EncodeSetup;
    const sheets = plan.sheets.map((sheet, index) => ({ ...sheet, rows: rows.get(index) ?? [] }));
    const bytes = inBufferOfItsOwn(await encode({ ...plan, sheets }, task.options));
    return new GivenAway(bytes, [bytes.buffer]);
  });
}

/** Rows to send together, and how many characters of text they have. */
interface Slice {
  readonly pieces: readonly Piece[];
  readonly size: number;
}

/** The rows of all sheets in their order, in slices that take about {@link SLICE} to make or have {@link LARGEST}. */
function* slicesOf({ sheets }: WorkbookPlan): Generator<Slice, void, undefined> {
  let end = performance.now() + SLICE;
  let pieces: Piece[] = [];
  let size = 0;
  for (const [sheet, { rows }] of sheets.entries()) {
    let made: RowPlan[] = [];
    pieces.push({ sheet, rows: made });
    for (const row of rows) {
      made.push(row);
      size += sizeOf(row);
      if (performance.now() < end && size < LARGEST) continue;
      yield { pieces, size };
      made = [];
      pieces = [{ sheet, rows: made }];
      size = 0;
      end = performance.now() + SLICE;
    }
  }
  yield { pieces, size };
}

function sizeOf({ cells }: RowPlan): number {
  let size = 0;
  for (const { value } of cells) size += typeof value === 'string' ? value.length : 1;
  return size;
}

/** Lets the page do what waits. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
