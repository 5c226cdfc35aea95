import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { Delay } from '../run-excel.ts';

/** Bytes of a slice: the most that Excel gives at once (Office.GetFileOptions.sliceSize). */
const SLICE = 4_194_304;

/**
 * The open workbook as an .xlsx file, with what is not saved yet; undefined where Excel gives none.
 * @throws {HostFault} where Excel fails, or does not answer in time
 */
export async function wholeFile(options: {
  readonly delay: Delay;
  readonly timeLimit: number;
}): Promise<Uint8Array | undefined> {
  if (!Office.context.requirements.isSetSupported('CompressedFile', '1.1')) return undefined;
  const asked = async <Value>(ask: (done: (result: Office.AsyncResult<Value>) => void) => void): Promise<Value> => {
    const answer = new Promise<Value>((resolve, reject) => {
      ask(({ status, value, error }) => {
        if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
        else reject(new HostFault('failed', `${error.code} ${error.message}`));
      });
    });
    const tooLate = options.delay(options.timeLimit).then(() => {
      throw new HostFault('timed-out', `${options.timeLimit} ms`);
    });
    tooLate.catch(() => undefined);
    return Promise.race([answer, tooLate]);
  };
  const file = await asked<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    // One slice at a time: Excel for Mac refuses more.
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await asked<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.set(slice.data as ArrayLike<number>, index * SLICE);
    }
    return bytes;
  } finally {
    // Excel keeps no more than two copies, and refuses a third (remarks of closeAsync).
    file.closeAsync();
  }
}
