/** Units of 32 bits of a digest that are compared: by 128 bits nobody finds two texts. */
const UNITS = 4;

/** Units of a slot: those of a digest, and behind them its number, counted from 1; 0 where the slot is free. */
const SLOT = UNITS + 1;

/** Slots at first, and how many more there are when two thirds are taken. */
const FIRST = 1024;
const GROWTH = 1.5;

/** Numbers by cryptographic digests, in a third of the memory that a `Map` takes. */
export class DigestTable {
  #slots = new Uint32Array(FIRST * SLOT);
  #size = 0;

  /** How many digests there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of a digest; where it has none, `number` becomes its number. */
  numberOf(digest: string, number: number): number {
    const units = unitsOf(digest);
    const at = this.#slotOf(units);
    const known = this.#slots[at + UNITS] ?? 0;
    if (known !== 0) return known - 1;
    this.#slots.set(units, at);
    this.#slots[at + UNITS] = number + 1;
    this.#size += 1;
    if (this.#size * SLOT > (this.#slots.length * 2) / 3) this.#grow();
    return number;
  }

  /** Where a digest is, or the free slot for it: the first one from its place on. */
  #slotOf(units: ArrayLike<number>): number {
    const slots = this.#slots;
    const [first = 0, second, third, fourth] = [units[0], units[1], units[2], units[3]];
    let at = (first % (slots.length / SLOT)) * SLOT;
    while (
      slots[at + UNITS] !== 0 &&
      (slots[at] !== first || slots[at + 1] !== second || slots[at + 2] !== third || slots[at + 3] !== fourth)
    ) {
      at = (at + SLOT) % slots.length;
    }
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(Math.ceil((before.length / SLOT) * GROWTH) * SLOT);
    for (let at = 0; at < before.length; at += SLOT) {
      if (before[at + UNITS] === 0) continue;
      const slot = before.subarray(at, at + SLOT);
      this.#slots.set(slot, this.#slotOf(slot));
    }
  }
}

/** The first units of a digest, of which each character is a byte. */
function unitsOf(digest: string): Uint32Array {
  const units = new Uint32Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) {
    const at = 4 * unit;
    units[unit] =
      digest.charCodeAt(at) |
      (digest.charCodeAt(at + 1) << 8) |
      (digest.charCodeAt(at + 2) << 16) |
      (digest.charCodeAt(at + 3) << 24);
  }
  return units;
}
