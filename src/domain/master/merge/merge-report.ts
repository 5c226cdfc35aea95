import type { MeasureKey } from '../../programme/programme.ts';
import { arrange } from '../../submissions/consolidate.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import { RESULT_ROOMS } from '../plan/report-paragraphs.ts';
import { fitCell } from '../plan/layout.ts';
import { joinPieces } from '../read/join-pieces.ts';
import type { MasterReport, ReportMeasure, ReportParagraph } from '../report.ts';
import { detectArrangement, type ArrangedReport } from './detect-arrangement.ts';
import { agenciesOf } from './by-agency.ts';
import { mergeMeasure } from './merge-measure.ts';
import type { ChosenSides, MergedParagraph, ParagraphChange, ReviewItem } from './outcomes.ts';
import type { Sourced } from './pair-paragraphs.ts';
import { placeAnnotations, type PlacedAnnotations } from './place-annotations.ts';

/** An edited report merged with today's answers. */
export interface MergedReport extends PlacedAnnotations {
  /** Today's answers, grouped as the office arranged them in the edited report. */
  readonly answers: Consolidation;
  readonly measures: ReadonlyMap<MeasureKey, readonly MergedParagraph[]>;
  /** The paragraphs that somebody has to review. */
  readonly review: readonly ReviewItem[];
  /** The differences from the last time, which can be accepted or refused. */
  readonly changes: readonly ParagraphChange[];
}

/**
 * The share of the base's paragraphs that the edited report must have, by text or by agencies. With less, the report was not generated
 * from that base, and a merge would take everything for edited.
 */
const MIN_SHARE = 0.5;

/**
 * The paragraphs of a consolidation as they are printed, by measure.
 * @internal
 */
export function printedParagraphs({ measures }: Consolidation): ReadonlyMap<MeasureKey, readonly Sourced[]> {
  return new Map(
    measures.map(({ measure, paragraphs, unfinished }) => [
      measure,
      [...paragraphs, ...unfinished].map((paragraph) => ({
        text: withNaming(paragraph),
        sources: paragraph.sources,
        ...(paragraph.variants ? { isGroup: true } : {}),
      })),
    ]),
  );
}

/**
 * Merges an edited report with today's answers.
 * @param base what the report was generated from
 * @param theirs today's answers
 * @param sides the differences that somebody accepted or refused
 * @returns undefined if the report was not generated from the base
 */
export function mergeReport(
  base: Consolidation,
  report: MasterReport,
  theirs: Consolidation,
  sides?: ChosenSides,
): MergedReport | undefined {
  const { ours, arrangement, base: arranged } = arrangedReport(base, report);
  const answers = arrange(theirs, arrangement);
  const [before, now] = [printedParagraphs(arranged), printedParagraphs(answers)];
  if (!isKnown(before, ours)) return undefined;
  const merged = ours.map((each) =>
    mergeMeasure(before.get(each.measure) ?? [], each, now.get(each.measure) ?? [], sides),
  );
  return {
    answers,
    measures: new Map(merged.map(({ measure, paragraphs }) => [measure, paragraphs])),
    review: merged.flatMap(({ review }) => review),
    changes: merged.flatMap(({ changes }) => changes),
    ...placeAnnotations(
      report,
      merged.flatMap(({ paragraphs }) => paragraphs),
    ),
  };
}

/**
 * How the office arranged an edited report, with the base regenerated in that arrangement.
 * @param base what the report was generated from
 */
export function arrangedReport(base: Consolidation, { measures }: Pick<MasterReport, 'measures'>): ArrangedReport {
  const arranged = detectArrangement(base, unsplitAll(measures, printedParagraphs(base)));
  return { ...arranged, ours: unsplitAll(arranged.ours, printedParagraphs(arranged.base)) };
}

/** Whether anything of the edited report is in the merged one or in its lists; not if the edited report had no results. */
export function continuesReport({ measures, review, unplaced }: MergedReport): boolean {
  const isKept = [...measures.values()].flat().some(({ from }) => from !== undefined);
  return isKept || review.length + unplaced.length > 0;
}

function unsplitAll(
  measures: readonly ReportMeasure[],
  base: ReadonlyMap<MeasureKey, readonly Sourced[]>,
): readonly ReportMeasure[] {
  return measures.map(({ measure, paragraphs }) => ({
    measure,
    paragraphs: unsplit(paragraphs, base.get(measure) ?? []),
  }));
}

/** Restores the white space at the cuts of unedited paragraphs that were split over rows without marks. */
function unsplit(ours: readonly ReportParagraph[], base: readonly Sourced[]): readonly ReportParagraph[] {
  const texts = new Set(base.map(({ text }) => text));
  // Nearly every paragraph is unedited, which is quick to see.
  if (ours.every(({ text }) => texts.has(text))) return ours;
  // Only texts that are equal but for white space are candidates: laying out every text for every edited paragraph would take hours.
  const byKey = groupBy(base, ({ text }) => sameTextKey(text));
  return ours.map((own) => {
    const isSplit = ({ text }: Sourced): boolean =>
      RESULT_ROOMS.some((room) => joinPieces(fitCell(text, room), RESULT_ROOMS) === own.text);
    const same = texts.has(own.text) ? undefined : byKey.get(sameTextKey(own.text))?.find(isSplit);
    return same ? { ...own, text: same.text } : own;
  });
}

function isKnown(base: ReadonlyMap<MeasureKey, readonly Sourced[]>, ours: readonly ReportMeasure[]): boolean {
  const generated = [...base.values()].flat().length;
  const found = ours.flatMap(({ measure, paragraphs }) => {
    const known = new Set(paragraphs.flatMap((own) => [own.text, keyOfAgencies(own)]));
    return (base.get(measure) ?? []).filter((was) => known.has(was.text) || known.has(keyOfAgencies(was)));
  });
  return found.length >= generated * MIN_SHARE;
}

function keyOfAgencies(paragraph: Sourced): string {
  return JSON.stringify([...agenciesOf(paragraph)].sort());
}
