import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { toHostFault } from './faults.ts';

/** Waits so many milliseconds; a test decides itself when they are over. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Waits for as long as it says. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** One conversation with Excel; whatever goes wrong is a {@link HostFault}. */
export type RunExcel = <Value>(work: (context: Excel.RequestContext) => Promise<Value>) => Promise<Value>;

/** `Excel.run` with a limit of time: `context.sync` may never come back (office-js#4805, #6678). */
export function createRunner(options: { readonly delay: Delay; readonly timeLimit: number }): RunExcel {
  return async (work) => {
    const answer = runInExcel(work);
    // An answer that comes after the time is over concerns nobody.
    answer.catch(() => undefined);
    const tooLate = options.delay(options.timeLimit).then(() => {
      throw new HostFault('timed-out', `${options.timeLimit} ms`);
    });
    tooLate.catch(() => undefined);
    return Promise.race([answer, tooLate]);
  };
}

async function runInExcel<Value>(work: (context: Excel.RequestContext) => Promise<Value>): Promise<Value> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw toHostFault(error);
  }
}
