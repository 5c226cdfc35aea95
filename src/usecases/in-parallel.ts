/**
 * Works on the items in their order, at most `width` of them at a time, and gives each outcome as soon as it is there.
 * The next item is not begun before there is room for it, nor while nobody asks for an outcome.
 * @throws the first error of `work`; what else is under way is left to end by itself.
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
    // Its error is met in the race; should another one end that, this one has nobody to tell.
    task.catch(() => undefined);
    running.add(task);
    if (running.size >= width) yield await nextDone();
  }
  while (running.size > 0) yield await nextDone();
}
