/** Waits until something is so, however slow the machine is; fails after some seconds in which it never was. */
export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 5_000 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(condition()).toBe(true);
}
