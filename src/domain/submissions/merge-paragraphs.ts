import type { Measure } from '../programme/programme.ts';
import { nameAgencies, namesItself } from '../programme/responsibility.ts';
import { indexOf } from '../programme/roster-index.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import { sameTextKey } from '../text/compare.ts';
import type { MasterParagraph, Source } from './consolidation.ts';
import type { Entry, Submission } from './submission.ts';

/** An entry and its submission. */
export interface SubmittedEntry {
  readonly submission: Submission;
  readonly entry: Entry;
}

/** A text and everybody who wrote it. */
interface SharedText {
  readonly text: string;
  readonly sources: Source[];
  readonly speakers: Set<AgencyCode>;
}

/**
 * Merges the results of a measure: each distinct text once (ignoring white space) with all its sources. Texts of all
 * responsible agencies come first, then those of a whole class, then others by their first agency; an agency's
 * paragraphs keep their order. Entries must be in roster order.
 */
export function mergeParagraphs(
  roster: Roster,
  measure: Measure,
  entries: readonly SubmittedEntry[],
): readonly MasterParagraph[] {
  const shared = [...sharedTexts(entries).values()];
  return shared
    .map((text) => ({ text, rank: rankOf(roster, measure, text.speakers) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ text: { text, sources, speakers } }) => ({
      text,
      naming: namingOf(roster, measure, text, speakers),
      sources,
    }));
}

/**
 * The paragraph as printed: its names, if any, with a colon (or only a space before a bullet), then the text as
 * written.
 */
export function withNaming({ naming, text }: MasterParagraph): string {
  if (naming === '') return text;
  return /^\s*[-–—•●▪·*]/.test(text) ? `${naming} ${text}` : `${naming} : ${text}`;
}

function sharedTexts(entries: readonly SubmittedEntry[]): ReadonlyMap<string, SharedText> {
  const shared = new Map<string, SharedText>();
  for (const { submission, entry } of entries) {
    const { agency, file, savedAt } = submission;
    for (const { text, sheet, cell } of entry.paragraphs) {
      const key = sameTextKey(text);
      const known = shared.get(key) ?? { text, sources: [], speakers: new Set() };
      known.sources.push({ agency, file, sheet, cell, ...(savedAt === undefined ? {} : { savedAt }) });
      known.speakers.add(agency);
      shared.set(key, known);
    }
  }
  return shared;
}

function rankOf(roster: Roster, measure: Measure, speakers: ReadonlySet<AgencyCode>): number {
  if (isByAll(measure, speakers)) return 0;
  const isWhole = ({ agencies }: { readonly agencies: readonly AgencyCode[] }): boolean =>
    agencies.length > 1 && agencies.every((code) => speakers.has(code));
  return indexOf(roster).labelled.some(isWhole) ? 1 : 2;
}

function isByAll({ responsible }: Measure, speakers: ReadonlySet<AgencyCode>): boolean {
  return responsible.agencies.every((code) => speakers.has(code));
}

/** The names to put before a text; empty for a measure of one agency, and if the text names all its authors. */
function namingOf(roster: Roster, measure: Measure, text: string, speakers: ReadonlySet<AgencyCode>): string {
  if (measure.responsible.agencies.length === 1 || namesItself(roster, text, speakers)) return '';
  return (isByAll(measure, speakers) ? labelOfEverybody(roster) : undefined) ?? nameAgencies(roster, speakers);
}

/**
 * The label for everybody, which in a measure means all responsible agencies, even if they are not the whole roster.
 */
function labelOfEverybody(roster: Roster): string | undefined {
  return indexOf(roster).labelled.find(({ agencies }) => agencies.length === roster.agencies.length)?.name;
}
