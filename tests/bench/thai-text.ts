import results from '../../docs/examples/bma-2565/results.json';

/** Words of the real report, which divides them by spaces as Thai does: phrases, not single words. */
const PHRASES: readonly string[] = results.flatMap(({ text }) => text.split(/\s+/)).filter((phrase) => phrase !== '');

/** Makes texts of given lengths; the same seed makes the same texts. */
export class ThaiText {
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A whole number from 0 to `below`, the latter left out. */
  number(below: number): number {
    // A linear congruential generator (Numerical Recipes): plain, fast, and the same everywhere.
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#seed / 2 ** 32) * below);
  }

  /** A text of about so many characters. */
  text(characters: number): string {
    const phrases: string[] = [];
    for (let length = 0; length < characters;) {
      const phrase = PHRASES[this.number(PHRASES.length)] ?? '';
      phrases.push(phrase);
      length += phrase.length + 1;
    }
    return phrases.join(' ').slice(0, characters).trimEnd();
  }
}
