/** A place in a tree of names: what may follow, and whether a name ends here. */
interface Node {
  readonly next: Map<number, Node>;
  isEnd: boolean;
}

/** Finds names in texts, in a time that does not grow with their number: there may be thousands of agencies. */
export class NameFinder {
  readonly #root: Node = { next: new Map(), isEnd: false };

  /** The names that are to be found; none is empty. */
  constructor(names: Iterable<string>) {
    for (const name of names) this.#add(name);
  }

  /** The longest name that stands in the text at this place, counted in UTF-16 units; undefined where none does. */
  nameAt(text: string, start: number): string | undefined {
    let node: Node | undefined = this.#root;
    let end: number | undefined;
    for (let at = start; node; at += 1) {
      if (node.isEnd) end = at;
      node = node.next.get(text.charCodeAt(at));
    }
    return end === undefined ? undefined : text.slice(start, end);
  }

  /** The names in the text from its beginning to its end, the longest at each place; none shares a character with another. */
  namesIn(text: string): readonly string[] {
    const names: string[] = [];
    for (let at = 0; at < text.length;) {
      const name = this.nameAt(text, at);
      if (name !== undefined) names.push(name);
      at += name?.length ?? 1;
    }
    return names;
  }

  #add(name: string): void {
    let node = this.#root;
    for (let at = 0; at < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      const next = node.next.get(unit) ?? { next: new Map<number, Node>(), isEnd: false };
      node.next.set(unit, next);
      node = next;
    }
    node.isEnd = true;
  }
}
