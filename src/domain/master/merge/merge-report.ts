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

/** A report that was edited, with the answers of today. */
export interface MergedReport extends PlacedAnnotations {
  /** Today's answers, put together and kept apart as the office did it in the edited report. */
  readonly answers: Consolidation;
  readonly measures: ReadonlyMap<MeasureKey, readonly MergedParagraph[]>;
  /** What somebody has to look at. */
  readonly review: readonly ReviewItem[];
  /** What differs from the last time, and can be accepted or refused. */
  readonly changes: readonly ParagraphChange[];
}

/**
 * Least portion of the paragraphs generated the last time that the edited report must have, with their text or their
 * agencies. Where it has fewer, it was made in another way than the base, and a merge would take everything for edited.
 */
const LEAST_KNOWN = 0.5;

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
 * Merges an edited report with the answers of today; undefined where it does not go with the base.
 * @param base what the report was generated from
 * @param theirs the answers of today
 * @param sides what somebody accepted or refused
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
 * What the office put together and took apart in an edited report, with what is generated in that arrangement.
 * @param base what the report was generated from
 */
export function arrangedReport(base: Consolidation, { measures }: Pick<MasterReport, 'measures'>): ArrangedReport {
  const arranged = detectArrangement(base, unsplitAll(measures, printedParagraphs(base)));
  return { ...arranged, ours: unsplitAll(arranged.ours, printedParagraphs(arranged.base)) };
}

/** Whether anything of the edited report is in the merged one or in its lists; not so where a report without results was open. */
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

/** Paragraphs that were split over rows without marks with their own white space where the rows met, if nobody edited them. */
function unsplit(ours: readonly ReportParagraph[], base: readonly Sourced[]): readonly ReportParagraph[] {
  const texts = new Set(base.map(({ text }) => text));
  // Nearly every paragraph stands there as it was generated, and that is quickly told.
  if (ours.every(({ text }) => texts.has(text))) return ours;
  // Only white space was lost: to lay out each text for each edited paragraph would take hours.
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
  return found.length >= generated * LEAST_KNOWN;
}

function keyOfAgencies(paragraph: Sourced): string {
  return JSON.stringify([...agenciesOf(paragraph)].sort());
}
