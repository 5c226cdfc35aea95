import type { Finding } from './finding.ts';

/**
 * Copies findings so that they take little memory: equal texts are shared, a part of a text does not keep the whole text alive in V8, and
 * objects that were built with spreads get a common shape.
 */
export class FindingCompactor {
  readonly #texts = new Map<string, string>();

  /** An equal finding. */
  compact(finding: Finding): Finding {
    const { facts, fix } = finding;
    return this.#copy({ ...finding, facts: this.#copy(facts), ...(fix === undefined ? {} : { fix: this.#copy(fix) }) });
  }

  /** A copy of an object with copies of its texts. */
  #copy<Facts extends object>(facts: Facts): Facts {
    const entries = Object.entries(facts).map(([name, fact]: [string, unknown]) => [
      name,
      typeof fact === 'string' ? this.#text(fact) : fact,
    ]);
    return Object.fromEntries(entries) as Facts;
  }

  #text(text: string): string {
    // JavaScript has no simpler way to copy a string.
    const copy = this.#texts.get(text) ?? (JSON.parse(JSON.stringify(text)) as string);
    this.#texts.set(copy, copy);
    return copy;
  }
}
