/** Numbers at first; there is always room for as many as there are. */
const FIRST = 1024;

/** A list of whole numbers from 0 to 2^32 − 1 that grows, in 4 bytes each and room for more. */
export class NumberList {
  #numbers = new Uint32Array(FIRST);
  #length = 0;

  /** How many numbers there are. */
  get length(): number {
    return this.#length;
  }

  /** Appends a number. */
  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const numbers = new Uint32Array(2 * this.#length);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
    }
    this.#numbers[this.#length++] = number;
  }

  /**
   * The number at an index.
   * @throws {RangeError} beyond the list
   */
  at(index: number): number {
    const number = index < this.#length ? this.#numbers[index] : undefined;
    if (number === undefined) throw new RangeError(`no number at ${index}`);
    return number;
  }

  /** The last index with a number that is at most `most`, in a list in which no number is less than the one before. */
  lastIndexUpTo(most: number): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= most) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
