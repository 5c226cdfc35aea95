import { withYears, type Catalogue } from '../../domain/programme/catalogue.ts';
import { parseYearData, rawYearData, type RawYearData, type YearData } from '../../domain/programme/year-data.ts';

/** Keeps the data of years between sessions, in the form of data files. */
export interface YearStore {
  load(): readonly RawYearData[];
  /** @returns whether they were stored; if not, they last as long as the page */
  save(years: readonly RawYearData[]): boolean;
}

/** The years that were imported on this computer, beside the built-in ones. */
export class KeptYears {
  readonly catalogue: Catalogue;
  readonly #store: YearStore | undefined;
  #years: readonly YearData[];
  /** Data that another version of the program stored and this one cannot use. They stay in the store. */
  readonly #unread: readonly RawYearData[];

  constructor(builtIn: Catalogue, store: YearStore | undefined) {
    this.#store = store;
    const stored = (store?.load() ?? []).map((raw) => ({ raw, data: parseYearData(raw).value }));
    this.#years = stored.flatMap(({ data }) => data ?? []);
    this.#unread = stored.flatMap(({ raw, data }) => (data === undefined ? [raw] : []));
    this.catalogue = withYears(builtIn, () => this.#years);
  }

  /** In the order in which they were imported. */
  get all(): readonly YearData[] {
    return this.#years;
  }

  /** Keeps a year's data, replacing those with the same id. @returns whether they outlast the page */
  keep(data: YearData): boolean {
    return this.#set([...this.#without(data.programme.id), data]);
  }

  /** Forgets the data with an id. */
  remove(id: string): void {
    this.#set(this.#without(id));
  }

  #without(id: string): readonly YearData[] {
    return this.#years.filter(({ programme }) => programme.id !== id);
  }

  #set(years: readonly YearData[]): boolean {
    this.#years = years;
    return this.#store?.save([...this.#unread, ...years.map(rawYearData)]) ?? false;
  }
}
