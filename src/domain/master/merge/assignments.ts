import type { MasterParagraph, Source, Variant } from '../../submissions/consolidation.ts';
import { gramProfilesOf, jaccardSimilarity, significantCharacters, type GramProfile } from '../../text/similarity.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import { nextByKey } from '../../text/next-by-key.ts';
import type { ReportParagraph } from '../report.ts';
import { ByAgency, contested, countOf } from './by-agency.ts';
import { canStandForAnswers } from './states.ts';

/** An agency's text, with the generated paragraph that stands for it. */
export interface GeneratedText extends Variant {
  readonly paragraph: MasterParagraph;
}

/** Which texts each paragraph of an edited report stands for. A text is assigned to one paragraph at most. */
export class Assignments {
  readonly #texts = new Map<ReportParagraph, Set<GeneratedText>>();
  readonly #paragraphs = new Map<GeneratedText, ReportParagraph>();

  textsOf(row: ReportParagraph): readonly GeneratedText[] {
    return [...(this.#texts.get(row) ?? [])];
  }

  hasTexts(row: ReportParagraph): boolean {
    return (this.#texts.get(row)?.size ?? 0) > 0;
  }

  isAssigned(text: GeneratedText): boolean {
    return this.#paragraphs.has(text);
  }

  /** Assigns a text to a paragraph in place of the one that it was assigned to before. */
  assign(row: ReportParagraph, text: GeneratedText): void {
    const before = this.#paragraphs.get(text);
    if (before) this.#texts.get(before)?.delete(text);
    const texts = this.#texts.get(row) ?? new Set();
    this.#texts.set(row, texts.add(text));
    this.#paragraphs.set(text, row);
  }
}

/** Assigns the texts of each generated paragraph to the row that has it unedited. This is the first step: nothing is assigned yet. */
export function assignUnedited(
  assignments: Assignments,
  texts: readonly GeneratedText[],
  rows: readonly ReportParagraph[],
): void {
  const nextRow = nextByKey(rows, ({ text }) => text);
  for (const [paragraph, own] of groupBy(texts, (text) => text.paragraph)) {
    const row = nextRow(withNaming(paragraph));
    if (row) for (const text of own) assignments.assign(row, text);
  }
}

/**
 * Assigns texts by the hidden sources of the rows: of each agency, as many as the row has sources. Where an agency has several
 * texts, those from the source's cell and most similar to the row's text come first.
 */
export function assignBySources(
  assignments: Assignments,
  texts: readonly GeneratedText[],
  rows: readonly ReportParagraph[],
): void {
  const left = new Map(
    rows
      .filter((row) => canStandForAnswers(row) && !assignments.hasTexts(row))
      .map((row) => [row, countOf(row.sources.map(({ agency }) => agency))]),
  );
  const free = new ByAgency(texts.filter((text) => !assignments.isAssigned(text)));
  const profiles = new Map<ReportParagraph | GeneratedText, TextProfile>();
  const profileOf = (each: ReportParagraph | GeneratedText): TextProfile => {
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
    return { ...pair, score: similarity(profileOf(pair.one), profileOf(pair.other)) + Number(isOfCell) };
  });
  for (const { one: row, other: text } of scored.sort((a, b) => b.score - a.score)) {
    const agencies = left.get(row);
    const named = text.sources.filter(({ agency }) => (agencies?.get(agency) ?? 0) > 0);
    if (assignments.isAssigned(text) || named.length === 0) continue;
    assignments.assign(row, text);
    for (const { agency } of named) agencies?.set(agency, (agencies.get(agency) ?? 0) - 1);
  }
}

/** What texts are compared by. */
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

/** The similarity of an agency's text to the text of a row, from 0 to 1. */
function similarity(row: TextProfile, text: TextProfile): number {
  if (row.key.includes(text.key)) return 1;
  return row.grams && text.grams ? jaccardSimilarity(row.grams, text.grams, 0) : 0;
}

/** Without file and sheet, whose lists in the hidden columns may have been cut off. */
function cellOf({ agency, cell: { row, column } }: Source): string {
  return `${agency} ${row} ${column}`;
}

/** Shorter texts, white space left out, are not looked for within a paragraph: they may stand there by chance. */
const MIN_LENGTH = 12;

/**
 * Assigns the texts that somebody typed or copied into a row: the row contains an agency's whole text, which the paragraphs generated
 * there do not. Such a text has no row of its own, or somebody moved it out of a group into a row without hidden sources.
 */
export function assignByContent(
  assignments: Assignments,
  texts: readonly GeneratedText[],
  rows: readonly ReportParagraph[],
): void {
  const index = new TextIndex(texts);
  for (const row of rows.filter(canStandForAnswers)) {
    const content = sameTextKey(row.text);
    const paragraphs = new Set(assignments.textsOf(row).map(({ paragraph }) => paragraph));
    const generated = new Set(Array.from(paragraphs, (paragraph) => sameTextKey(withNaming(paragraph))));
    if (generated.has(content)) continue;
    for (const { text, key } of index.textsIn(content)) {
      const isFree =
        !assignments.isAssigned(text) || (row.sources.length === 0 && text.paragraph.variants !== undefined);
      const isNew = ![...generated].some((each) => each.includes(key));
      if (isFree && isNew) assignments.assign(row, text);
    }
  }
}

/** A text, its content without white space, and its index among the others. */
interface KeyedText {
  readonly text: GeneratedText;
  readonly key: string;
  readonly index: number;
}

/** Texts by their first characters, because searching thousands of paragraphs for thousands of texts would take hours. */
class TextIndex {
  readonly #byBeginning: ReadonlyMap<string, readonly KeyedText[]>;

  constructor(texts: readonly GeneratedText[]) {
    const keyed = texts.map((text, index) => ({ text, index, key: sameTextKey(text.text) }));
    this.#byBeginning = groupBy(
      keyed.filter(({ key }) => key.length >= MIN_LENGTH),
      ({ key }) => key.slice(0, MIN_LENGTH),
    );
  }

  /** The texts that a content, without white space, contains as a whole; in the order of the texts. */
  textsIn(content: string): readonly KeyedText[] {
    const found = new Set<KeyedText>();
    for (let at = 0; at + MIN_LENGTH <= content.length; at += 1) {
      for (const text of this.#byBeginning.get(content.slice(at, at + MIN_LENGTH)) ?? []) {
        if (content.startsWith(text.key, at)) found.add(text);
      }
    }
    return [...found].sort((one, other) => one.index - other.index);
  }
}
