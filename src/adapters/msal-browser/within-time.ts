import { SignInFault } from '../../usecases/ports/sign-in.ts';

/**
 * The result of work that may never end; MSAL waits for ever for an Excel that does not answer.
 * @param limit milliseconds
 * @throws {SignInFault} `timed-out`
 */
export async function withinTime<Value>(work: Promise<Value>, limit: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SignInFault('timed-out', `${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
