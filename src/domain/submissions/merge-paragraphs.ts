import { listMarkerOf } from '../text/list-items.ts';
import type { Measure } from '../programme/programme.ts';
import { countAgencies, nameAgencies } from '../programme/name-agencies.ts';
import { namesItself } from '../programme/responsibility.ts';
import { indexOf } from '../programme/roster-index.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import { sameTextKey } from '../text/compare.ts';
import { groupBy } from '../text/group-by.ts';
import type { MasterParagraph, Source, Variant } from './consolidation.ts';
import { partsOf, type Part } from './group/arrangement.ts';
import { mergeSimilar, type MergedStatement } from './group/merge-similar.ts';
import type { Statement } from './group/statement.ts';
import type { SourcedText, Submission } from './submission.ts';
import type { SubmittedEntry } from './entries-by-measure.ts';
import { StoredText } from './entry-store.ts';
import { StoredParagraph } from './stored-paragraphs.ts';

/** That similar answers are grouped, and which words are known to be spelt rightly. */
export interface Grouping {
  readonly isWord: (word: string) => boolean;
}

/** A statement while it is collected. */
class SharedText implements Statement {
  readonly text: string;
  readonly sources: Source[] = [];
  readonly speakers = new Set<AgencyCode>();
  /** Who wrote it, where that is in a store. */
  readonly #stored: StoredText[] = [];

  constructor(text: string) {
    this.text = text;
  }

  add(submission: Submission, said: SourcedText): void {
    this.sources.push(sourceOf(submission, said));
    this.speakers.add(submission.agency);
    if (said instanceof StoredText) this.#stored.push(said);
  }

  /** The statement as a paragraph, of which the text and the sources stay where they are in a store. */
  paragraph(naming: string): MasterParagraph {
    const { text, sources } = this;
    const [first] = this.#stored;
    if (first === undefined || this.#stored.length < sources.length) return { text, naming, sources };
    return new StoredParagraph(
      naming,
      first.entries,
      Uint32Array.from(this.#stored, ({ number }) => number),
    );
  }
}

function sourceOf({ agency, file, savedAt }: Submission, { sheet, cell }: SourcedText): Source {
  return { agency, file, sheet, cell, ...(savedAt === undefined ? {} : { savedAt }) };
}

/**
 * Merges the results of a measure: each distinct text once (ignoring white space) with all its sources, and where `grouping` is
 * given, texts that say the same in other words once. Texts of all
 * responsible agencies come first, then those that name a class or most of one, then others; each of these by their
 * first agency in roster order, so that an agency's paragraphs stand together, in its own order. Entries must be in
 * roster order.
 * @param arranged what the office put together and took apart
 */
export function mergeParagraphs(
  roster: Roster,
  measure: Measure,
  entries: readonly SubmittedEntry[],
  grouping?: Grouping,
  arranged: readonly Part[] = [],
): readonly MasterParagraph[] {
  const shared = [...sharedTexts(entries).values()];
  const parts = partsOf(shared, arranged);
  const merged: readonly MergedStatement[] = grouping
    ? mergeSimilar(roster, shared, grouping.isWord, parts)
    : shared.map((statement) => ({ statement, part: parts.get(statement) }));
  const paragraphs = merged
    .map(({ statement, group, part }) => {
      const { speakers } = statement;
      const isByAll = measure.responsible.agencies.every((code) => speakers.has(code));
      const names = nameAgencies(roster, speakers);
      const everybody = isByAll ? labelOfEverybody(roster) : undefined;
      const words = everybody ?? (group?.namesAll ? countAgencies(roster, speakers) : names.words);
      const needsNone =
        measure.responsible.agencies.length === 1 || namesItself(roster, group?.common ?? statement.text, speakers);
      const rank = isByAll ? 0 : names.isOfClass ? 1 : 2;
      const naming = needsNone ? '' : words;
      const paragraph: MasterParagraph =
        statement instanceof SharedText
          ? statement.paragraph(naming)
          : { text: statement.text, naming, sources: statement.sources, ...(group && { variants: group.variants }) };
      return { rank, part, paragraph };
    })
    .sort((one, other) => one.rank - other.rank);
  return withJoined(roster, paragraphs);
}

/** The paragraphs, those of a part that the office joined as one in the place of the first: each on a line, as it would be printed. */
function withJoined(
  roster: Roster,
  paragraphs: readonly { readonly paragraph: MasterParagraph; readonly part: Part | undefined }[],
): readonly MasterParagraph[] {
  const { ranks } = indexOf(roster);
  const rankOf = ({ agency }: Source): number => ranks.get(agency) ?? 0;
  const isJoined = ({ part }: { readonly part: Part | undefined }): boolean => part?.isJoined === true;
  const joined = groupBy(paragraphs.filter(isJoined), ({ part }) => part);
  return paragraphs.flatMap((each) => {
    const all = isJoined(each) ? (joined.get(each.part) ?? []).map(({ paragraph }) => paragraph) : [];
    if (all.length < 2) return each.paragraph;
    if (all[0] !== each.paragraph) return [];
    return {
      text: all.map(withNaming).join('\n'),
      naming: '',
      sources: all.flatMap(({ sources }) => sources).sort((one, other) => rankOf(one) - rankOf(other)),
      variants: all.flatMap(variantsOf),
    };
  });
}

/** The texts that a paragraph stands for. */
export function variantsOf({ text, sources, variants }: MasterParagraph): readonly Variant[] {
  return variants ?? [{ text, sources, differences: [] }];
}

/**
 * The paragraph as printed: its names, if any, with a colon, then the text as written. The marker of a list stays in
 * front of the names: `- สำนักเทศกิจ มีการประชุม`.
 */
export function withNaming({ naming, text }: Pick<MasterParagraph, 'naming' | 'text'>): string {
  if (naming === '') return text;
  const marker = listMarkerOf(text);
  if (marker === '') return `${naming} : ${text}`;
  return `${marker.trimEnd()} ${naming} ${text.slice(marker.length)}`;
}

function sharedTexts(entries: readonly SubmittedEntry[]): ReadonlyMap<string, SharedText> {
  const keys = keysOf(entries.flatMap(({ entry }) => entry.paragraphs.map(({ text }) => text)));
  const shared = new Map<string, SharedText>();
  for (const { submission, entry } of entries) {
    for (const said of entry.paragraphs) {
      const { text } = said;
      const key = keys.get(text) ?? text;
      const known = shared.get(key) ?? new SharedText(text);
      known.add(submission, said);
      shared.set(key, known);
    }
  }
  return shared;
}

/** A key for each text, the same where {@link sameTextKey} is. Most texts begin like no other: those are keys themselves. */
function keysOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const alike of groupBy(new Set(texts), beginningOf).values()) {
    for (const text of alike) keys.set(text, alike.length < 2 ? text : sameTextKey(text));
  }
  return keys;
}

/** How many characters of its key a text is known by at first. */
const BEGINNING = 60;

function beginningOf(text: string): string {
  const beginning = sameTextKey(text.slice(0, 2 * BEGINNING));
  return (beginning.length < BEGINNING ? sameTextKey(text) : beginning).slice(0, BEGINNING);
}

/**
 * The label for everybody, which in a measure means all responsible agencies, even if they are not the whole roster.
 */
function labelOfEverybody(roster: Roster): string | undefined {
  return indexOf(roster).labelled.find(({ agencies }) => agencies.length === roster.agencies.length)?.name;
}
