/** A name in a text, exact or approximate. */
export interface NameMatch<Value> {
  readonly value: Value;
  /** Length in UTF-16 code units of the text. */
  readonly length: number;
}

/** A name and where it begins. */
interface PlacedMatch<Value> extends NameMatch<Value> {
  readonly start: number;
}

interface Node<Value> {
  readonly children: Map<number, Node<Value>>;
  value?: Value;
  /** How many characters of the name ending here may differ; -1 if none ends here. */
  slips: number;
  /** The maximum of all names that continue from here. */
  mostSlips: number;
}

/**
 * A trie of names, which finds a name at a position of a text, exact or approximate, in a time that does not depend on
 * the number of names: there may be thousands of agencies.
 */
export class NameTrie<Value> {
  readonly #root: Node<Value> = { children: new Map(), slips: -1, mostSlips: -1 };
  /** Rows for a search, one for each character of the longest name. */
  readonly #rows: Uint8Array[] = [];
  #starts: RegExp | undefined;

  /** Adds a name, with ASCII digits, of which up to `slips` characters may differ. An existing name is not replaced. */
  add(name: string, value: Value, slips = 0): void {
    this.#starts = undefined;
    this.#rows.length = 0;
    let node = this.#root;
    node.mostSlips = Math.max(node.mostSlips, slips);
    for (let at = 0; at < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      const next: Node<Value> = node.children.get(unit) ?? { children: new Map(), slips: -1, mostSlips: -1 };
      node.children.set(unit, next);
      next.mostSlips = Math.max(next.mostSlips, slips);
      node = next;
    }
    if (node.slips >= 0) return;
    node.value = value;
    node.slips = slips;
  }

  /** The longest name at a position. White space in the text is passed over, and Thai digits count as ASCII digits. */
  longestAt(text: string, at: number): NameMatch<Value> | undefined {
    let found: NameMatch<Value> | undefined;
    let node = this.#root;
    for (let end = at; end < text.length; end += 1) {
      const next = node.children.get(foldedUnit(text.charCodeAt(end)));
      if (next === undefined) {
        if (node !== this.#root && /\s/.test(text.charAt(end))) continue;
        return found;
      }
      node = next;
      if (node.value !== undefined) found = { value: node.value, length: end + 1 - at };
    }
    return found;
  }

  /** The first name that begins at a position or behind it, the longest there, as {@link longestAt} finds it. */
  next(text: string, from: number): PlacedMatch<Value> | undefined {
    const starts = (this.#starts ??= new RegExp(startsOf(this.#root, START), 'g'));
    starts.lastIndex = from;
    for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
      const match = this.longestAt(text, start.index);
      if (match !== undefined) return { ...match, start: start.index };
      starts.lastIndex = start.index + 1;
    }
    return undefined;
  }

  /** The names in a text from start to end, the longest at each position, without overlaps, as {@link longestAt} finds them. */
  allIn(text: string): readonly NameMatch<Value>[] {
    const found: NameMatch<Value>[] = [];
    for (let match = this.next(text, 0); match !== undefined; match = this.next(text, match.start + match.length)) {
      found.push(match);
    }
    return found;
  }

  /**
   * The nearest name at a position within its allowed differences (Levenshtein; two neighbours that are swapped are one). The first `same` characters must
   * match: a search without that takes several times as long.
   */
  nearestAt(text: string, at: number, same = 0): NameMatch<Value> | undefined {
    let node: Node<Value> | undefined = this.#root;
    for (let depth = 0; depth < same; depth += 1) node = node?.children.get(text.charCodeAt(at + depth));
    if (node === undefined || node.mostSlips < 1) return undefined;
    const search = new Search<Value>(text, at, this.#root.mostSlips, this.#rows, same);
    search.visit(node, same);
    return search.best;
  }
}

const [ASCII_ZERO, THAI_ZERO] = [0x30, 0x0e50];

function foldedUnit(unit: number): number {
  return unit >= THAI_ZERO && unit <= THAI_ZERO + 9 ? unit - THAI_ZERO + ASCII_ZERO : unit;
}

/** How many characters of a name are searched for before the name itself: after so many, few other words are left. */
const START = 12;

/** Pattern source of what the names below a node go on with, at most so many characters and where there is white space between them. */
function startsOf<Value>(node: Node<Value>, depth: number): string {
  if (node.value !== undefined || depth === 0) return '';
  const starts = Array.from(node.children, ([unit, child]) => {
    const more = startsOf(child, depth - 1);
    const isDigit = unit >= ASCII_ZERO && unit <= ASCII_ZERO + 9;
    const start = isDigit ? `[${escaped(unit)}${escaped(unit - ASCII_ZERO + THAI_ZERO)}]` : escaped(unit);
    return more === '' ? start : `${start}\\s*${more}`;
  });
  // Of no names at all, none is found.
  return starts.length === 0 ? '(?!)' : starts.length === 1 ? (starts[0] ?? '') : `(?:${starts.join('|')})`;
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Greater than any number of differences. */
const FAR = 200;

/**
 * A search for the nearest name. Row `depth`, column `offset` of the table is the distance between the first `depth`
 * characters of a name and `depth + offset - limit` characters of the text; only as many columns as allowed differences
 * are computed.
 */
class Search<Value> {
  best: (NameMatch<Value> & { readonly distance: number; readonly depth: number }) | undefined;
  readonly #text: string;
  readonly #at: number;
  readonly #limit: number;
  readonly #rows: Uint8Array[];

  constructor(text: string, at: number, limit: number, rows: Uint8Array[], depth: number) {
    this.#text = text;
    this.#at = at;
    this.#limit = limit;
    this.#rows = rows;
    const first = (rows[depth] ??= new Uint8Array(2 * limit + 1));
    for (let offset = 0; offset < first.length; offset += 1) {
      first[offset] = depth + offset < limit ? FAR : Math.abs(offset - limit);
    }
  }

  /** Searches the names that continue from a node, whose own character is `last`. */
  visit(node: Node<Value>, depth: number, last?: number): void {
    if (node.value !== undefined) this.#take(node.value, node.slips, depth);
    for (const [unit, child] of node.children) {
      if (this.#fillRow(depth + 1, unit, last) <= child.mostSlips) this.visit(child, depth + 1, unit);
    }
  }

  /** Keeps the best match; of equal ones the longest name, and the length that is nearer to the name's. */
  #take(value: Value, slips: number, depth: number): void {
    const row = this.#rows[depth];
    for (let aside = 0; aside <= this.#limit; aside += 1) {
      for (const offset of [this.#limit + aside, this.#limit - aside]) {
        const distance = row?.[offset] ?? FAR;
        const length = depth + offset - this.#limit;
        if (distance > slips || this.#at + length > this.#text.length) continue;
        const isLonger = distance === this.best?.distance && depth > this.best.depth;
        if (isLonger || distance < (this.best?.distance ?? FAR)) this.best = { value, length, distance, depth };
      }
    }
  }

  /** Computes the row for names that continue with `unit` after `last`; returns its minimum. */
  #fillRow(depth: number, unit: number, last: number | undefined): number {
    const width = 2 * this.#limit + 1;
    const above = this.#rows[depth - 1] ?? new Uint8Array(width);
    const beforeLast = last === undefined ? undefined : this.#rows[depth - 2];
    const row = (this.#rows[depth] ??= new Uint8Array(width));
    const from = this.#at + depth - 1 - this.#limit;
    let least = FAR;
    let left = FAR;
    for (let offset = 0; offset < width; offset += 1) {
      const location = from + offset;
      const changed =
        location < this.#at ? FAR : (above[offset] ?? FAR) + (this.#text.charCodeAt(location) === unit ? 0 : 1);
      const isSwapped =
        location > this.#at && this.#text.charCodeAt(location) === last && this.#text.charCodeAt(location - 1) === unit;
      const swapped = isSwapped ? (beforeLast?.[offset] ?? FAR) + 1 : FAR;
      left = Math.min(changed, swapped, (above[offset + 1] ?? FAR) + 1, left + 1, FAR);
      row[offset] = left;
      if (left < least) least = left;
    }
    return least;
  }
}
