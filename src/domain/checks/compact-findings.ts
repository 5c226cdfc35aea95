import type { Finding } from './finding.ts';

/**
 * Makes equal findings that take little memory: V8 keeps a whole text for a part of it, and describes each object anew that was put
 * together from several with `...`. Equal texts become one.
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
    // There is no plainer way to copy a text in JavaScript.
    const copy = this.#texts.get(text) ?? (JSON.parse(JSON.stringify(text)) as string);
    this.#texts.set(copy, copy);
    return copy;
  }
}
