import type { MeasureKey } from '../../programme/programme.ts';
import { checksum } from '../../text/checksum.ts';
import type { ReportParagraph } from '../report.ts';
import { changedWords, mergeWords } from './merge-words.ts';
import type { Sourced } from './pair-paragraphs.ts';
import { stateOf, type ParagraphState } from './states.ts';

/** A paragraph of the merged report. */
export interface MergedParagraph extends Sourced {
  /** Absent for a paragraph as it was generated. */
  readonly state?: ParagraphState;
  /** The paragraph of the edited report that it continues. */
  readonly from?: ReportParagraph;
}

/**
 * How a paragraph differs from the last time.
 * - `added`: it is new.
 * - `changed`: its source changed, and nobody edited it.
 * - `merged`: its source changed, and so did an edit, in other words.
 * - `met`: its source and an edit changed the same words.
 * - `gone`: its source was withdrawn, and nobody edited it.
 * - `withdrawn`: its source was withdrawn, but somebody edited it.
 * - `back`: somebody deleted it, and its source has changed since.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];
const CHANGE_KINDS = ['added', 'changed', 'merged', 'met', 'gone', 'withdrawn', 'back'] as const;

/** A difference that somebody can accept or refuse. A text that does not exist is absent. */
export interface ParagraphChange {
  /** Depends on nothing but the measure and the three texts; unique within the measure. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly measure: MeasureKey;
  /** The text in the edited report. */
  readonly ours?: string;
  /** The text generated the last time. */
  readonly base?: string;
  /** The text generated now. */
  readonly theirs?: string;
  /** The text in the merged report. */
  readonly result?: string;
}

/** The side that somebody chose for a difference: the edited report (`ours`), which refuses it, or today's answers. */
export type Side = 'ours' | 'theirs';

/** The chosen sides by the ids of differences; the others are merged in the usual way. */
export type ChosenSides = ReadonlyMap<string, Side>;

/** The chosen sides by name: for all differences (`all`), for those of a kind, or for the one with an id. */
export type NamedSides = ReadonlyMap<string, Side>;

/** The chosen side of each difference: a choice for its id takes precedence over one for its kind, and that over one for all. */
export function sidesByName(changes: readonly ParagraphChange[], named: NamedSides): ChosenSides {
  return new Map(
    changes.flatMap(({ id, kind }) => {
      const side = named.get(id) ?? named.get(kind) ?? named.get('all');
      return side === undefined ? [] : [[id, side] as const];
    }),
  );
}

/** The names that are neither a kind nor the id of a present difference. */
export function unknownNames(changes: readonly ParagraphChange[], named: NamedSides): readonly string[] {
  const known = new Set<string>(['all', ...CHANGE_KINDS, ...changes.map(({ id }) => id)]);
  return [...named.keys()].filter((name) => !known.has(name));
}

/**
 * Why somebody has to review a paragraph.
 * - `merged`: its source changed, and the change was merged with an edit.
 * - `met`: its source and an edit changed the same words; the edit was kept.
 * - `withdrawn`: its source was withdrawn; the edited text was kept.
 * - `gone`: its source was withdrawn; the text was removed.
 * - `deleted`: somebody deleted it, and it was not restored.
 * - `back`: somebody deleted it, but it was restored because its source changed.
 * - `refused`: somebody chose the report's text over that of the answers.
 * - `accepted`: somebody chose the answers' text over an edited one.
 */
export type ReviewKind = 'merged' | 'met' | 'withdrawn' | 'gone' | 'deleted' | 'back' | 'refused' | 'accepted';

/** A paragraph that somebody has to review. A text that does not exist is absent. */
export interface ReviewItem {
  readonly kind: ReviewKind;
  readonly measure: MeasureKey;
  /** The text in the merged report or, if it is not there, in the edited one. */
  readonly ours?: string;
  /** The text generated the last time. */
  readonly base?: string;
  /** The text generated now. */
  readonly theirs?: string;
  /** The words that the source removed and added. */
  readonly changed?: { readonly gone: readonly string[]; readonly come: readonly string[] };
}

/** The result of merging one paragraph. */
export interface Outcome {
  readonly paragraph?: MergedParagraph;
  readonly review?: Omit<ReviewItem, 'measure'>;
  readonly change?: ParagraphChange;
  /** Whether somebody refused the difference. */
  readonly isRefused?: boolean;
}

/** The versions of a paragraph: in the edited report, generated the last time, and generated now. One that does not exist is absent. */
interface Versions {
  readonly own?: ReportParagraph;
  readonly was?: Sourced;
  readonly now?: Sourced;
}

/** Merges the versions of a paragraph; there is at least one. */
export function outcomeOf(versions: Versions, measure: MeasureKey, sides: ChosenSides): Outcome {
  const difference = differenceOf(versions);
  if (difference === undefined) return unchanged(versions);
  const { kind } = difference;
  const { own, was, now } = versions;
  const texts = {
    ...(own && { ours: own.text }),
    ...(was && { base: was.text }),
    ...(now && { theirs: now.text }),
  };
  const id = `${measure}-${checksum(JSON.stringify([own?.text ?? null, was?.text ?? null, now?.text ?? null]))}`;
  const side = sides.get(id);
  const outcome = side === 'ours' ? refused(versions) : usual(difference, versions, side === 'theirs');
  const result = outcome.paragraph && { result: outcome.paragraph.text };
  return { ...outcome, change: { id, kind, measure, ...texts, ...result }, isRefused: side === 'ours' };
}

/** How the versions of a paragraph differ. */
interface Difference {
  readonly kind: ChangeKind;
  /** The text with both the edit and the change of its source. */
  readonly merged?: string;
}

/** Undefined if there is nothing to accept or refuse. */
function differenceOf({ own, was, now }: Versions): Difference | undefined {
  if (was === undefined) return now && { kind: 'added' };
  const isEdited = own !== undefined && own.text !== was.text;
  if (now === undefined) return own && { kind: isEdited ? 'withdrawn' : 'gone' };
  if (was.text === now.text || own?.text === now.text) return undefined;
  if (own === undefined) return { kind: 'back' };
  if (!isEdited) return { kind: 'changed' };
  const merged = mergeWords(was.text, own.text, now.text);
  return merged === undefined ? { kind: 'met' } : { kind: 'merged', merged };
}

/** The outcome if the source did not change, or to what the report has already, or if no version is left. */
function unchanged({ own, was, now }: Versions): Outcome {
  if (own === undefined) {
    if (was === undefined) return {};
    return now === undefined
      ? { review: { kind: 'gone', base: was.text } }
      : { review: { kind: 'deleted', base: was.text, theirs: now.text } };
  }
  if (was === undefined || now === undefined) return {};
  if (was.text !== now.text) return { paragraph: { ...now, from: own } };
  const state = stateOf(own.state) ?? (own.text === was.text ? undefined : 'edited');
  return { paragraph: { ...now, text: own.text, ...(state && { state }), from: own } };
}

/** The outcome of a refused difference: the report's text is kept, and the answers' text goes into the review list. */
function refused({ own, was, now }: Versions): Outcome {
  const review = {
    kind: 'refused',
    ...(own && { ours: own.text }),
    ...(was && { base: was.text }),
    ...(now && { theirs: now.text }),
    ...changedIn(was, now),
  } as const;
  if (own === undefined) return { review };
  const { sources } = now ?? own;
  return { paragraph: { text: own.text, sources, state: now ? 'edited' : 'withdrawn', from: own }, review };
}

/**
 * The outcome of a difference that was not refused.
 * @param isAccepted whether somebody chose the answers' text, even over an edit
 */
function usual({ kind, merged }: Difference, { own, was, now }: Versions, isAccepted: boolean): Outcome {
  const base = was && { base: was.text };
  const theirs = now && { theirs: now.text };
  const from = own && { from: own };
  switch (kind) {
    case 'added':
    case 'changed':
      return now ? { paragraph: { ...now, ...from } } : {};
    case 'back': {
      if (now === undefined) return {};
      const state = isAccepted ? 'accepted' : 'review';
      return {
        paragraph: { ...now, state },
        review: { kind, ours: now.text, ...base, ...theirs, ...changedIn(was, now) },
      };
    }
    case 'gone':
      return { review: { kind, ...base, ...(own && stateOf(own.state) && { ours: own.text }) } };
    case 'withdrawn': {
      if (own === undefined) return {};
      const { text, sources } = own;
      if (isAccepted) return { review: { kind: 'accepted', ours: text, ...base } };
      return { paragraph: { text, sources, state: kind, from: own }, review: { kind, ours: text, ...base } };
    }
    case 'merged':
    case 'met': {
      if (own === undefined || was === undefined || now === undefined) return {};
      const { sources } = now;
      const changed = changedIn(was, now);
      if (isAccepted) {
        const paragraph = { text: now.text, sources, state: 'accepted', from: own } as const;
        return { paragraph, review: { kind: 'accepted', ours: own.text, ...base, ...theirs, ...changed } };
      }
      const text = merged ?? own.text;
      const paragraph = { text, sources, state: 'review', from: own } as const;
      return { paragraph, review: { kind, ours: text, ...base, ...theirs, ...changed } };
    }
  }
}

/** The words that a source changed; nothing if it exists on one side only. */
function changedIn(was: Sourced | undefined, now: Sourced | undefined): Pick<ReviewItem, 'changed'> {
  return was && now ? { changed: changedWords(was.text, now.text) } : {};
}
