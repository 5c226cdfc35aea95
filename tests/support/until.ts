/** Milliseconds after which what never was so is a failure, however slow the machine is. */
const TIME_LIMIT = 60_000;

/** Waits until something is so. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + TIME_LIMIT;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never so within ${TIME_LIMIT} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
