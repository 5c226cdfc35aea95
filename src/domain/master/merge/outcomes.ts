import type { MeasureKey } from '../../programme/programme.ts';
import { checksum } from '../../text/checksum.ts';
import type { ReportParagraph } from '../report.ts';
import { changedWords, mergeWords } from './merge-words.ts';
import type { Sourced } from './pair-paragraphs.ts';
import { stateOf, type ParagraphState } from './states.ts';

/** A paragraph of the merged report. */
export interface MergedParagraph extends Sourced {
  /** Absent where it is as it was generated. */
  readonly state?: ParagraphState;
  /** The paragraph of the edited report that it goes on from. */
  readonly from?: ReportParagraph;
}

/**
 * How today's answers differ from those of the last time: a paragraph is new (`added`); its source changed and nobody edited
 * it (`changed`), or the edit goes together with that (`merged`) or meets it (`met`); its source is gone and nobody edited it
 * (`gone`) or somebody did (`withdrawn`); somebody deleted it and its source changed (`back`).
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];
const CHANGE_KINDS = ['added', 'changed', 'merged', 'met', 'gone', 'withdrawn', 'back'] as const;

/** A difference that somebody can accept or refuse; each text is absent where there is none. */
export interface ParagraphChange {
  /** The same whenever the three texts are the same; different for each difference of a measure. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly measure: MeasureKey;
  /** As it stands in the edited report. */
  readonly ours?: string;
  /** As it was generated the last time. */
  readonly base?: string;
  /** As it is generated now. */
  readonly theirs?: string;
  /** As it will stand. */
  readonly result?: string;
}

/** Whose text somebody chose for a difference: that of the edited report, which refuses it, or that of today's answers. */
export type Side = 'ours' | 'theirs';

/** What somebody chose, by the ids of the differences; for the others the merge has its usual way. */
export type ChosenSides = ReadonlyMap<string, Side>;

/** What somebody chose for all differences (`all`), for those of a kind, or for the one of an id. */
export type NamedSides = ReadonlyMap<string, Side>;

/** What that is for each difference: its id comes before its kind, and that before all. */
export function sidesByName(changes: readonly ParagraphChange[], named: NamedSides): ChosenSides {
  return new Map(
    changes.flatMap(({ id, kind }) => {
      const side = named.get(id) ?? named.get(kind) ?? named.get('all');
      return side === undefined ? [] : [[id, side] as const];
    }),
  );
}

/** The names that are no kind and that no difference has, such as the id of one that is no longer there. */
export function unknownNames(changes: readonly ParagraphChange[], named: NamedSides): readonly string[] {
  const known = new Set<string>(['all', ...CHANGE_KINDS, ...changes.map(({ id }) => id)]);
  return [...named.keys()].filter((name) => !known.has(name));
}

/**
 * Why somebody has to look at a paragraph: its source changed and the edit was merged with that (`merged`) or met it
 * (`met`); its source is gone, and the edited text stays (`withdrawn`) or the generated one went (`gone`); it was deleted and
 * stays away (`deleted`), or is back because its source changed (`back`); somebody kept the text of the report and not that of
 * the answers (`refused`), or took that of the answers in place of an edited one (`accepted`).
 */
export type ReviewKind = 'merged' | 'met' | 'withdrawn' | 'gone' | 'deleted' | 'back' | 'refused' | 'accepted';

/** A paragraph that somebody has to look at; each text is absent where there is none. */
export interface ReviewItem {
  readonly kind: ReviewKind;
  readonly measure: MeasureKey;
  /** As it stands in the merged report, or stood in the edited one. */
  readonly ours?: string;
  /** As it was generated the last time. */
  readonly base?: string;
  /** As it is generated now. */
  readonly theirs?: string;
  /** Numbers, dates, names and all other words in which the source changed. */
  readonly changed?: { readonly gone: readonly string[]; readonly come: readonly string[] };
}

/** What becomes of a paragraph that was generated the last time, or is new. */
export interface Outcome {
  readonly paragraph?: MergedParagraph;
  readonly review?: Omit<ReviewItem, 'measure'>;
  readonly change?: ParagraphChange;
  /** Whether somebody refused the difference. */
  readonly isRefused?: boolean;
}

/** The three texts of a paragraph; each is absent where there is none. */
interface Versions {
  readonly own?: ReportParagraph;
  readonly was?: Sourced;
  readonly now?: Sourced;
}

/** What becomes of a paragraph in one of its versions or more. */
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
  /** The edit and what its source changed, together. */
  readonly merged?: string;
}

/** Undefined where nothing differs for the report. */
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

/** The source says the same, or what stands there already; or the paragraph is gone on all sides. */
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

/** What stands in the report stays, and what the agencies say is in the review list. */
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

/** @param isAccepted whether somebody chose the text of the answers, which an edit otherwise withstands */
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

/** The words in which a source changed; nothing where it is on one side only. */
function changedIn(was: Sourced | undefined, now: Sourced | undefined): Pick<ReviewItem, 'changed'> {
  return was && now ? { changed: changedWords(was.text, now.text) } : {};
}
