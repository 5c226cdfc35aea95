import type { MasterParagraph, Source, Variant } from '../../submissions/consolidation.ts';
import { gramProfilesOf, jaccardSimilarity, significantCharacters, type GramProfile } from '../../text/similarity.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import { nextByKey } from '../../text/next-by-key.ts';
import type { ReportParagraph } from '../report.ts';
import { ByAgency, contested, countOf } from './by-agency.ts';
import { stateOf } from './states.ts';

/** A text of a generated measure, with the paragraph that it was put into. */
export interface Placed extends Variant {
  readonly paragraph: MasterParagraph;
}

/** Which generated texts stand in which paragraph of an edited report. */
export class Claims {
  readonly #of = new Map<ReportParagraph, Set<Placed>>();
  readonly #owners = new Map<Placed, ReportParagraph>();

  of(row: ReportParagraph): readonly Placed[] {
    return [...(this.#of.get(row) ?? [])];
  }

  hasAny(row: ReportParagraph): boolean {
    return (this.#of.get(row)?.size ?? 0) > 0;
  }

  has(one: Placed): boolean {
    return this.#owners.has(one);
  }

  /** Puts a text into a row, and takes it out of the one in which it was. */
  add(row: ReportParagraph, one: Placed): void {
    const before = this.#owners.get(one);
    if (before) this.#of.get(before)?.delete(one);
    const own = this.#of.get(row) ?? new Set();
    this.#of.set(row, own.add(one));
    this.#owners.set(one, row);
  }
}

/** Whether a row may stand for answers: not if an earlier merge found that it stands for none. */
function isOpen({ state }: ReportParagraph): boolean {
  return !['added', 'withdrawn'].includes(stateOf(state) ?? '');
}

/** Claims of rows that stand as they were generated; nothing is claimed before. */
export function claimWhole(claims: Claims, placed: readonly Placed[], rows: readonly ReportParagraph[]): void {
  const rowOf = nextByKey(rows, ({ text }) => text);
  for (const [paragraph, own] of groupBy(placed, (one) => one.paragraph)) {
    const row = rowOf(withNaming(paragraph));
    if (row) for (const one of own) claims.add(row, one);
  }
}

/**
 * Claims by the hidden sources of rows: as many texts of an agency as the row has sources of it. Where an agency has several
 * texts, those of the same cell and most like what stands in the row come first.
 */
export function claimBySources(claims: Claims, placed: readonly Placed[], rows: readonly ReportParagraph[]): void {
  const left = new Map(
    rows
      .filter((row) => isOpen(row) && !claims.hasAny(row))
      .map((row) => [row, countOf(row.sources.map(({ agency }) => agency))]),
  );
  const free = new ByAgency(placed.filter((one) => !claims.has(one)));
  const profiles = new Map<ReportParagraph | Placed, TextProfile>();
  const profileOf = (each: ReportParagraph | Placed): TextProfile => {
    const profile = profiles.get(each) ?? new TextProfile(each.text);
    profiles.set(each, profile);
    return profile;
  };
  const pairs = [...left].flatMap(([row, agencies]) => free.of(agencies.keys()).map((other) => ({ one: row, other })));
  const isContested = contested(pairs);
  const cells = new Map(Array.from(left.keys(), (row) => [row, new Set(row.sources.map(cellOf))]));
  const scored = pairs.map((pair) => {
    if (!isContested(pair)) return { ...pair, score: 0 };
    const isOfCell = pair.other.sources.some((source) => cells.get(pair.one)?.has(cellOf(source)));
    return { ...pair, score: alikeness(profileOf(pair.one), profileOf(pair.other)) + Number(isOfCell) };
  });
  for (const { one: row, other: one } of scored.sort((a, b) => b.score - a.score)) {
    const agencies = left.get(row);
    const named = one.sources.filter(({ agency }) => (agencies?.get(agency) ?? 0) > 0);
    if (claims.has(one) || named.length === 0) continue;
    claims.add(row, one);
    for (const { agency } of named) agencies?.set(agency, (agencies.get(agency) ?? 0) - 1);
  }
}

/** What a text is compared by, each made once, when it is needed. */
class TextProfile {
  readonly key: string;
  readonly #text: string;
  #grams: GramProfile | undefined;

  constructor(text: string) {
    this.#text = text;
    this.key = sameTextKey(text);
  }

  get grams(): GramProfile | undefined {
    return (this.#grams ??= gramProfilesOf([significantCharacters(this.#text)])[0]);
  }
}

/** How well an agency's text goes with what stands in a row. */
function alikeness(row: TextProfile, one: TextProfile): number {
  if (row.key.includes(one.key)) return 1;
  return row.grams && one.grams ? jaccardSimilarity(row.grams, one.grams, 0) : 0;
}

/** Lists of files and sheets may be cut; a cell tells enough. */
function cellOf({ agency, cell: { row, column } }: Source): string {
  return `${agency} ${row} ${column}`;
}

/** The fewest characters, white space left out, by which a text is found again inside a paragraph. */
const LEAST_CHARACTERS = 12;

/**
 * Claims of rows that somebody wrote: they hold an agency's text as a whole, and what was generated there did not. Such a text
 * has no row of its own, or is taken out of a group into a row without hidden sources.
 */
export function claimByWords(claims: Claims, placed: readonly Placed[], rows: readonly ReportParagraph[]): void {
  const texts = new TextsByBeginning(placed);
  for (const row of rows.filter(isOpen)) {
    const words = sameTextKey(row.text);
    const paragraphs = new Set(claims.of(row).map(({ paragraph }) => paragraph));
    const before = new Set(Array.from(paragraphs, (paragraph) => sameTextKey(withNaming(paragraph))));
    if (before.has(words)) continue;
    for (const { one, key } of texts.in(words)) {
      const isFree = !claims.has(one) || (row.sources.length === 0 && one.paragraph.variants !== undefined);
      const isNew = ![...before].some((text) => text.includes(key));
      if (isFree && isNew) claims.add(row, one);
    }
  }
}

/** A text without white space, and its place among the others. */
interface KeyedText {
  readonly one: Placed;
  readonly key: string;
  readonly place: number;
}

/** Finds the texts that stand in a paragraph by how they begin: to look for each of thousands in each of thousands would take hours. */
class TextsByBeginning {
  readonly #texts: ReadonlyMap<string, readonly KeyedText[]>;

  constructor(placed: readonly Placed[]) {
    const keyed = placed.map((one, place) => ({ one, place, key: sameTextKey(one.text) }));
    this.#texts = groupBy(
      keyed.filter(({ key }) => key.length >= LEAST_CHARACTERS),
      ({ key }) => key.slice(0, LEAST_CHARACTERS),
    );
  }

  /** The texts that stand in some words as a whole, in their order. */
  in(words: string): readonly KeyedText[] {
    const found = new Set<KeyedText>();
    for (let at = 0; at + LEAST_CHARACTERS <= words.length; at += 1) {
      for (const text of this.#texts.get(words.slice(at, at + LEAST_CHARACTERS)) ?? []) {
        if (words.startsWith(text.key, at)) found.add(text);
      }
    }
    return [...found].sort((one, other) => one.place - other.place);
  }
}
