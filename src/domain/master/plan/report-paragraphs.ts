import type { MeasureKey, Programme } from '../../programme/programme.ts';
import type { Roster } from '../../programme/roster.ts';
import type { Consolidation, MasterMeasure, MasterParagraph, Source } from '../../submissions/consolidation.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import type { Span } from '../../text/edits.ts';
import { GROUPED_WORD } from '../merge/states.ts';
import { partsOfText, type TextPart } from '../text-parts.ts';
import { fitCell } from './layout.ts';

/** The column of results without its indent. The longest paragraph of the real report, about 850 characters, fits one row. */
export const RESULT_ROOM = { width: 66, style: 'data' } as const;

/** The column of results in every layout of the master, the present one first; rows without marks are joined by them. */
export const RESULT_ROOMS = [RESULT_ROOM, { width: 84, style: 'data' }] as const;

/** A paragraph as it is printed. */
export interface PrintedParagraph {
  readonly text: string;
  readonly sources: readonly Source[];
  /** Text in the column of states. */
  readonly state?: string;
  /** What people wrote next to it; `row` counts the rows of the paragraph from 0. */
  readonly annotations?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** The measure that it was generated from, and its place there. */
  readonly madeOf?: { readonly measure: MasterMeasure; readonly place: number };
}

/** The paragraphs of each measure. */
export type PrintedParagraphs = ReadonlyMap<MeasureKey, readonly PrintedParagraph[]>;

/** The content of the issue sheets. */
export interface PrintedReport {
  readonly programme: Programme;
  readonly roster: Roster;
  /** The paragraphs of a measure. */
  readonly resultOf: (measure: MeasureKey) => Iterable<PrintedParagraph>;
  /** Whether there is a column of states. */
  readonly hasStates: boolean;
}

/**
 * The report of a consolidation: for each measure the paragraphs of its results, then those about agencies that have not finished.
 * @param merged the paragraphs of a report that was merged with an edited one, to be used instead
 */
export function printedReport(
  { programme, roster, measures }: Consolidation,
  merged: PrintedParagraphs | undefined,
): PrintedReport {
  return {
    programme,
    roster,
    resultOf: merged ? (measure) => merged.get(measure) ?? [] : generated(measures),
    hasStates: merged !== undefined || measures.some(({ paragraphs }) => paragraphs.some(isGroup)),
  };
}

/** The paragraphs of the consolidation, generated on iteration: with the agencies' names they would be a second copy of all answers. */
function generated(measures: readonly MasterMeasure[]): PrintedReport['resultOf'] {
  const byKey = new Map(measures.map((each) => [each.measure, each]));
  return function* (key) {
    const measure = byKey.get(key);
    if (measure === undefined) return;
    let place = 0;
    for (const list of [measure.paragraphs, measure.unfinished]) {
      for (const paragraph of list) {
        const { sources } = paragraph;
        const state = isGroup(paragraph) ? { state: GROUPED_WORD } : {};
        yield { text: withNaming(paragraph), sources, madeOf: { measure, place: place++ }, ...state };
      }
    }
  };
}

function isGroup({ variants }: MasterParagraph): boolean {
  return variants !== undefined;
}

/** The part of a paragraph in one row. */
export interface PrintedPiece {
  readonly text: string;
  /** Absent where the row holds the whole paragraph. */
  readonly part?: TextPart;
}

/**
 * Where long paragraphs are cut, because two passes need it, by what they were generated from and their places there. Paragraphs that fit a
 * cell are not stored: testing them again takes less than the memory would.
 */
const CUTS = new WeakMap<object, Map<number, readonly Span[]>>();

/** Splits a paragraph into pieces that fit a row. */
export function piecesOf(paragraph: PrintedParagraph): readonly PrintedPiece[] {
  const { text, madeOf: { measure: whole, place } = { measure: paragraph, place: 0 } } = paragraph;
  const known = CUTS.get(whole);
  const cuts = known?.get(place);
  if (cuts !== undefined) {
    return partsOfText(
      text,
      cuts.map(({ start, end }) => text.slice(start, end)),
    );
  }
  const texts = fitCell(text, RESULT_ROOM);
  if (texts.length === 1 && texts[0] === text) return [{ text }];
  const parts = partsOfText(text, texts);
  CUTS.set(whole, (known ?? new Map<number, readonly Span[]>()).set(place, spansOf(parts)));
  return parts;
}

function spansOf(parts: ReturnType<typeof partsOfText>): readonly Span[] {
  let end = 0;
  return parts.map(({ text, part: { before } }) => {
    const start = end + before.length;
    end = start + text.length;
    return { start, end };
  });
}
