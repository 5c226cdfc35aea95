import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { toHostFault } from './faults.ts';

/** Waits for a number of milliseconds; a test may decide when they are over. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Waits for a number of milliseconds. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Runs one batch in Excel; every failure is a {@link HostFault}. */
export type RunExcel = <Value>(work: (context: Excel.RequestContext) => Promise<Value>) => Promise<Value>;

/** `Excel.run` with a time limit, because `context.sync` may never settle (office-js#4805, #6678). */
export function createRunner(options: { readonly delay: Delay; readonly timeLimit: number }): RunExcel {
  return async (work) => {
    const answer = runInExcel(work);
    // An answer after the time limit has no consumer.
    answer.catch(() => undefined);
    const tooLate = options.delay(options.timeLimit).then(() => {
      throw new HostFault('timed-out', `${options.timeLimit} ms`);
    });
    tooLate.catch(() => undefined);
    return Promise.race([answer, tooLate]);
  };
}

/** Milliseconds after which a request is sent again that was refused because a person is editing a cell. */
const EDITING = 1_000;

/**
 * Runs batches as `run` does, and sends one again that was refused because a person is editing a cell: Excel has done
 * nothing of it (error 5004). For a change of several requests, which would otherwise end half done.
 */
export function waitingForEdits(run: RunExcel, delay: Delay): RunExcel {
  return async (work) => {
    for (;;) {
      try {
        return await run(work);
      } catch (error) {
        if (!(error instanceof HostFault && error.reason === 'cell-in-edit')) throw error;
        await delay(EDITING);
      }
    }
  };
}

async function runInExcel<Value>(work: (context: Excel.RequestContext) => Promise<Value>): Promise<Value> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw toHostFault(error);
  }
}
