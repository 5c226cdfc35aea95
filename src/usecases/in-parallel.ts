/**
 * Runs `work` on the items in order, at most `width` at a time, and yields each outcome as soon as it is ready.
 * The next item starts only when a slot is free and the caller asks for an outcome.
 * @throws the first error of `work`; other items in progress are left to finish.
 */
export async function* inParallel<Item, Outcome>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome, void, undefined> {
  interface Done {
    readonly outcome: Outcome;
    readonly task: Promise<Done>;
  }
  const running = new Set<Promise<Done>>();
  const nextDone = async (): Promise<Outcome> => {
    const { outcome, task } = await Promise.race(running);
    running.delete(task);
    return outcome;
  };
  for (const item of items) {
    const task: Promise<Done> = work(item).then((outcome) => ({ outcome, task }));
    // The race below reports this error. If another error ends the race first, this one is dropped.
    task.catch(() => undefined);
    running.add(task);
    if (running.size >= width) yield await nextDone();
  }
  while (running.size > 0) yield await nextDone();
}
