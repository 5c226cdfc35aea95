/** Waits until all that can be done without a file, a clock or another thread is done. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
