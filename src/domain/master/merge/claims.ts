import type { MasterParagraph, Source, Variant } from '../../submissions/consolidation.ts';
import { gramProfilesOf, likeness, toldCharacters } from '../../text/likeness.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import type { ReportParagraph } from '../report.ts';
import { stateOf } from './states.ts';

/** A text of a generated measure, with the paragraph that it was put into. */
export interface Placed extends Variant {
  readonly paragraph: MasterParagraph;
}

/** Which generated texts stand in which paragraph of an edited report. */
export class Claims {
  readonly #of = new Map<ReportParagraph, readonly Placed[]>();
  readonly #owners = new Map<Placed, ReportParagraph>();

  of(row: ReportParagraph): readonly Placed[] {
    return this.#of.get(row) ?? [];
  }

  has(one: Placed): boolean {
    return this.#owners.has(one);
  }

  /** Puts a text into a row, and takes it out of the one in which it was. */
  add(row: ReportParagraph, one: Placed): void {
    const before = this.#owners.get(one);
    if (before) {
      const others = this.of(before).filter((each) => each !== one);
      this.#of.set(before, others);
    }
    this.#of.set(row, [...this.of(row), one]);
    this.#owners.set(one, row);
  }
}

/** Whether a row may stand for answers: not if an earlier merge found that it stands for none. */
function isOpen({ state }: ReportParagraph): boolean {
  return !['added', 'withdrawn'].includes(stateOf(state) ?? '');
}

/** Claims of rows that stand as they were generated. */
export function claimWhole(claims: Claims, placed: readonly Placed[], rows: readonly ReportParagraph[]): void {
  for (const [paragraph, own] of groupBy(placed, (one) => one.paragraph)) {
    const printed = withNaming(paragraph);
    const row = rows.find((each) => each.text === printed && claims.of(each).length === 0);
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
      .filter((row) => isOpen(row) && claims.of(row).length === 0)
      .map((row) => [row, countOf(row.sources.map(({ agency }) => agency))]),
  );
  const free = placed.filter((one) => !claims.has(one));
  const pairs = [...left].flatMap(([row, agencies]) =>
    free.filter(({ sources }) => sources.some(({ agency }) => agencies.has(agency))).map((one) => ({ row, one })),
  );
  const profiles = new Map(
    pairs.flatMap(({ row, one }) => [row, one]).map((each) => [each, gramProfilesOf([toldCharacters(each.text)])[0]]),
  );
  const scored = pairs.map(({ row, one }) => {
    const cells = new Set(row.sources.map(cellOf));
    const [mine, its] = [profiles.get(row), profiles.get(one)];
    const isInside = sameTextKey(row.text).includes(sameTextKey(one.text));
    const alike = isInside || !mine || !its ? Number(isInside) : likeness(mine, its, 0);
    return { row, one, score: alike + (one.sources.some((source) => cells.has(cellOf(source))) ? 1 : 0) };
  });
  for (const { row, one } of scored.sort((a, b) => b.score - a.score)) {
    const agencies = left.get(row);
    const named = one.sources.filter(({ agency }) => (agencies?.get(agency) ?? 0) > 0);
    if (claims.has(one) || named.length === 0) continue;
    claims.add(row, one);
    for (const { agency } of named) agencies?.set(agency, (agencies.get(agency) ?? 0) - 1);
  }
}

function countOf<Item>(items: readonly Item[]): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
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
  for (const row of rows.filter(isOpen)) {
    const words = sameTextKey(row.text);
    const before = new Set(claims.of(row).map(({ paragraph }) => sameTextKey(withNaming(paragraph))));
    if (before.has(words)) continue;
    for (const one of placed) {
      const key = sameTextKey(one.text);
      const isFree = !claims.has(one) || (row.sources.length === 0 && one.paragraph.variants !== undefined);
      const isNew = ![...before].some((text) => text.includes(key));
      if (isFree && isNew && key.length >= LEAST_CHARACTERS && words.includes(key)) claims.add(row, one);
    }
  }
}
