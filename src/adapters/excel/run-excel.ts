import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { toHostFault } from './faults.ts';

/** Waits so many milliseconds; a test decides itself when they are over. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Waits for as long as it says. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** One conversation with Excel; whatever goes wrong is a {@link HostFault}. With `undo`, all it changes is one step to undo. */
export type RunExcel = <Value>(
  work: (context: Excel.RequestContext) => Promise<Value>,
  options?: { readonly undo: 'one-step' },
) => Promise<Value>;

/**
 * Excel.run with a limit of time: `context.sync` may never come back (office-js#4805, #6678). Only from ExcelApi 1.20 on can
 * several changes be one step to undo.
 */
export function createRunner(options: { readonly delay: Delay; readonly timeLimit: number }): RunExcel {
  return async (work, changes) => {
    const answer = runInExcel(work, changes !== undefined && supports('1.20'));
    // What comes after the time is over is nobody's business.
    answer.catch(() => undefined);
    const tooLate = options.delay(options.timeLimit).then(() => {
      throw new HostFault('timed-out', `${options.timeLimit} ms`);
    });
    tooLate.catch(() => undefined);
    return Promise.race([answer, tooLate]);
  };
}

async function runInExcel<Value>(
  work: (context: Excel.RequestContext) => Promise<Value>,
  mergeUndoGroup: boolean,
): Promise<Value> {
  try {
    return mergeUndoGroup ? await Excel.run({ mergeUndoGroup: true }, work) : await Excel.run(work);
  } catch (error) {
    throw toHostFault(error);
  }
}

/** Whether this Excel has a version of the requirement set ExcelApi. */
function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
