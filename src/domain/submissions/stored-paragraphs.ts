import type { MasterMeasure, MasterParagraph, Source } from './consolidation.ts';
import type { EntryStore } from './entry-store.ts';

/** A paragraph of which the text and the sources are read from a store whenever they are asked for. */
export class StoredParagraph implements MasterParagraph {
  readonly naming: string;
  readonly entries: EntryStore;
  /** The agencies' paragraphs that it stands for, in roster order, by their numbers in the store; the text is that of the first. */
  readonly numbers: ArrayLike<number>;

  constructor(naming: string, entries: EntryStore, numbers: ArrayLike<number>) {
    this.naming = naming;
    this.entries = entries;
    this.numbers = numbers;
  }

  get text(): string {
    return this.entries.textOf(this.numbers[0] ?? NaN);
  }

  get sources(): readonly Source[] {
    return Array.from(this.numbers, (number) => this.entries.sourceOf(number));
  }
}

/** A measure, of which the paragraphs that are in a store are made whenever they are asked for. */
export function masterMeasure(measure: MasterMeasure): MasterMeasure {
  const stored = measure.paragraphs.find((paragraph) => paragraph instanceof StoredParagraph);
  if (stored === undefined) return measure;
  const list = new ParagraphList(stored.entries, measure.paragraphs);
  return {
    ...measure,
    get paragraphs() {
      return list.paragraphs();
    },
  };
}

/** Paragraphs, those in a store as numbers. */
class ParagraphList {
  readonly #entries: EntryStore;
  /** Of a paragraph in the store what is put before its text, and others as they are. */
  readonly #items: readonly (string | MasterParagraph)[];
  /** The agencies' paragraphs of all, one after the other, and where those of each end. */
  readonly #numbers: Uint32Array;
  readonly #ends: Uint32Array;

  constructor(entries: EntryStore, paragraphs: readonly MasterParagraph[]) {
    const numbers = paragraphs.map((each) => (each instanceof StoredParagraph ? Array.from(each.numbers) : []));
    let end = 0;
    this.#entries = entries;
    this.#items = paragraphs.map((paragraph) => (paragraph instanceof StoredParagraph ? paragraph.naming : paragraph));
    this.#numbers = Uint32Array.from(numbers.flat());
    this.#ends = Uint32Array.from(numbers, ({ length }) => (end += length));
  }

  paragraphs(): readonly MasterParagraph[] {
    return this.#items.map((item, index) =>
      typeof item === 'string' ? new StoredParagraph(item, this.#entries, this.#numbersOf(index)) : item,
    );
  }

  #numbersOf(index: number): Uint32Array {
    return this.#numbers.subarray(this.#ends[index - 1] ?? 0, this.#ends[index]);
  }
}
