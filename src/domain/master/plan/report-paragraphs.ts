import type { MeasureKey, Programme } from '../../programme/programme.ts';
import type { Roster } from '../../programme/roster.ts';
import type { Consolidation, MasterParagraph, Source } from '../../submissions/consolidation.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { GROUPED_WORD } from '../merge/states.ts';
import { partsOfText, type TextPart } from '../text-parts.ts';
import { fitCell } from './layout.ts';

/** The room for a result in its column, the indent left out: the longest paragraph of the real report, about 850 characters, needs one row. */
export const RESULT_ROOM = { width: 66, style: 'data' } as const;

/** Every room that a result has had in a layout of the master, the present one first. Rows without marks are joined by them. */
export const RESULT_ROOMS = [RESULT_ROOM, { width: 84, style: 'data' }] as const;

/** A paragraph as it is printed. */
export interface PrintedParagraph {
  readonly text: string;
  readonly sources: readonly Source[];
  /** Word of the column of states. */
  readonly state?: string;
  /** What people wrote beside it, by column. */
  readonly beside?: readonly { readonly column: number; readonly text: string }[];
}

/** The paragraphs of each measure. */
export type PrintedParagraphs = ReadonlyMap<MeasureKey, readonly PrintedParagraph[]>;

/** What the sheets of the issues say. */
export interface PrintedReport {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly results: PrintedParagraphs;
  /** Whether there is a column of states. */
  readonly hasStates: boolean;
}

/**
 * The report of a consolidation: the paragraphs of each result, then who has not finished it.
 * @param merged the paragraphs of a report that was merged with an edited one
 */
export function printedReport(
  { programme, roster, measures }: Consolidation,
  merged: PrintedParagraphs | undefined,
): PrintedReport {
  return {
    programme,
    roster,
    results:
      merged ??
      new Map(
        measures.map(({ measure, paragraphs, unfinished }) => [
          measure,
          [...paragraphs, ...unfinished].map((paragraph) => new GeneratedParagraph(paragraph)),
        ]),
      ),
    hasStates: merged !== undefined || measures.some(({ paragraphs }) => paragraphs.some(isGroup)),
  };
}

/** A paragraph of the consolidation. Its text is made whenever it is asked for: with the names in front it would be a second copy of all answers. */
class GeneratedParagraph implements PrintedParagraph {
  readonly state?: string;
  readonly #paragraph: MasterParagraph;

  constructor(paragraph: MasterParagraph) {
    this.#paragraph = paragraph;
    if (isGroup(paragraph)) this.state = GROUPED_WORD;
  }

  get text(): string {
    return withNaming(this.#paragraph);
  }

  get sources(): readonly Source[] {
    return this.#paragraph.sources;
  }
}

function isGroup({ variants }: MasterParagraph): boolean {
  return variants !== undefined;
}

/** What stands of a paragraph in a row. */
export interface PrintedPiece {
  readonly text: string;
  /** Absent where the row holds the whole paragraph. */
  readonly part?: TextPart;
}

/** The pieces of long paragraphs, which two passes need; what fits a cell takes less time than room here. */
const PIECES = new WeakMap<PrintedParagraph, readonly PrintedPiece[]>();

/** A paragraph in pieces that each fit a row. */
export function piecesOf(paragraph: PrintedParagraph): readonly PrintedPiece[] {
  const known = PIECES.get(paragraph);
  if (known !== undefined) return known;
  const { text } = paragraph;
  const texts = fitCell(text, RESULT_ROOM);
  if (texts.length === 1 && texts[0] === text) return [{ text }];
  const pieces = partsOfText(text, texts);
  PIECES.set(paragraph, pieces);
  return pieces;
}
