import { strFromU8, unzipSync } from 'fflate';
import type { WorkerHandle } from '../../../src/adapters/workers/protocol.ts';
import { createWorkersEncoder, serveEncoder } from '../../../src/adapters/workers/workers-encoder.ts';
import { encodeWorkbook } from '../../../src/adapters/xlsx/write/encode.ts';
import type { RowPlan, WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { EVERYTHING, sheetPlan, workbookPlan } from '../xlsx/write/encode-plans.ts';

type Encode = typeof encodeWorkbook;

/** Both ends of a worker in this thread; messages are copied and buffers transferred, as between threads. */
function channel(encode: Encode): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  serveEncoder(
    {
      post: (message, transfer = []) => port2.postMessage(message, [...transfer]),
      onMessage: (listener) => (port2.onmessage = ({ data }) => listener(data)),
    },
    encode,
  );
  return {
    post: (message, transfer) => port1.postMessage(message, [...transfer]),
    onMessage: (listener) => (port1.onmessage = ({ data }) => listener(data)),
    onEnd: () => undefined,
    end: () => port1.close(),
  };
}

/** An encoder that counts the workers it starts and what it encodes without one. */
function encoder(spawn: () => WorkerHandle, timeLimit = 60_000) {
  const counted = { workers: 0, otherwise: 0 };
  const encode = createWorkersEncoder({
    spawn: () => ((counted.workers += 1), spawn()),
    timeLimit,
    small: 1_000,
    otherwise: (plan, options) => ((counted.otherwise += 1), encodeWorkbook(plan, options)),
  });
  return { encode, counted };
}

function* rowsOf(text: string, count: number): Generator<RowPlan> {
  for (let row = 0; row < count; row += 1) yield { cells: [{ column: 0, style: 'text', value: `${text} ${row}` }] };
}

const remade = (text: string, count: number): Iterable<RowPlan> => ({ [Symbol.iterator]: () => rowsOf(text, count) });

/** Every kind of part, and two sheets whose rows are made one by one. */
const LARGE: WorkbookPlan = {
  ...EVERYTHING,
  sheets: [
    sheetPlan({ name: 'ก', rows: remade('จัดอบรมเจ้าหน้าที่ <ทุกคน> & "ผู้บริหาร"', 3_000) }),
    ...EVERYTHING.sheets,
    sheetPlan({ name: 'ข', rows: remade('ประกาศเจตนารมณ์', 20_000) }),
  ],
};

describe('an encoder with workers', () => {
  it('has one worker encode a large plan, to the bytes that are encoded without one', async () => {
    const { encode, counted } = encoder(() => channel(encodeWorkbook));
    expect(await encode(LARGE)).toEqual(await encodeWorkbook(LARGE));
    expect(counted).toEqual({ workers: 1, otherwise: 0 });
  });

  it('sends the worker no more than about a million characters at a time', async () => {
    const sent: number[] = [];
    const { encode } = encoder(() => {
      const worker = channel(encodeWorkbook);
      return {
        ...worker,
        post: (message, transfer) => {
          sent.push(JSON.stringify(message).length);
          worker.post(message, transfer);
        },
      };
    });
    const plan = workbookPlan([sheetPlan({ rows: remade('ก'.repeat(30_000), 200) })]);
    expect(await encode(plan)).toEqual(await encodeWorkbook(plan));
    expect(sent.length).toBeGreaterThan(6);
    expect(Math.max(...sent)).toBeLessThan(1_100_000);
  });

  it('passes the options on', async () => {
    const { encode } = encoder(() => channel(encodeWorkbook));
    const options = { opensPane: false };
    expect(await encode(LARGE, options)).toEqual(await encodeWorkbook(LARGE, options));
  });

  it('starts no worker for a small plan', async () => {
    const { encode, counted } = encoder(() => channel(encodeWorkbook));
    const small = workbookPlan([sheetPlan({ rows: remade('ก', 10) })]);
    expect(await encode(small)).toEqual(await encodeWorkbook(small));
    expect(counted).toEqual({ workers: 0, otherwise: 1 });
  });

  it('keeps two plans apart that are encoded at the same time', async () => {
    const { encode, counted } = encoder(() => channel(encodeWorkbook));
    const plans = ['ก', 'ข'].map((text) => workbookPlan([sheetPlan({ rows: remade(text, 2_000) })]));
    const [one, other] = await Promise.all(plans.map((plan) => encode(plan)));
    const textsOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!);
    expect(textsOf(one!)).not.toContain('ข');
    expect(textsOf(other!)).not.toContain('ก');
    expect(counted).toEqual({ workers: 2, otherwise: 0 });
  });

  it.each<[string, () => WorkerHandle, number]>([
    [
      'can start',
      () => {
        throw new Error('the policy forbids it');
      },
      60_000,
    ],
    ['gets through', () => channel(() => Promise.reject(new Error('x is undefined'))), 60_000],
    ['ends in time', () => channel(() => new Promise(() => undefined)), 30],
  ])('encodes without a worker where none %s', async (_, spawn, timeLimit) => {
    const { encode, counted } = encoder(spawn, timeLimit);
    expect(await encode(LARGE)).toEqual(await encodeWorkbook(LARGE));
    expect(counted).toEqual({ workers: 1, otherwise: 1 });
  });

  it('says what is wrong with a plan that Excel would refuse', async () => {
    const { encode } = encoder(() => channel(encodeWorkbook));
    const twice = { ...LARGE, sheets: [...LARGE.sheets, ...LARGE.sheets] };
    await expect(encode(twice)).rejects.toThrow(RangeError);
  });
});
