import type { MeasureKey } from '../../programme/programme.ts';
import { arrange } from '../../submissions/consolidate.ts';
import type { Consolidation, MasterMeasure, MasterParagraph, Source } from '../../submissions/consolidation.ts';
import type { Arrangement, Part } from '../../submissions/group/arrangement.ts';
import { variantsOf, withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import type { ReportMeasure, ReportParagraph } from '../report.ts';
import { assignByContent, assignBySources, Assignments, assignUnedited, type GeneratedText } from './assignments.ts';

/** An edited report, and how the office regrouped the answers in it. */
export interface ArrangedReport {
  /** The edited report; the sources of each paragraph are those of the texts that are now in it. */
  readonly ours: readonly ReportMeasure[];
  /** What the office joined and split; empty if it did neither. */
  readonly arrangement: Arrangement;
  /** What the report was generated from, regenerated in that arrangement. */
  readonly base: Consolidation;
}

/**
 * Detects how the office regrouped the answers in an edited report: members that were taken out of a group, and paragraphs that became
 * one. It goes by the hidden sources of the rows or, where these are missing, by the agencies' own words.
 * @param base what the report was generated from
 */
export function detectArrangement(base: Consolidation, ours: readonly ReportMeasure[]): ArrangedReport {
  const measures = new Map(base.measures.map((each) => [each.measure, each]));
  const found = ours.map((own) => {
    const measure = measures.get(own.measure);
    return { own, ...(measure && rearrangementOf(measure, own.paragraphs)) };
  });
  const apart: Arrangement = new Map(
    found.flatMap(({ own, parts = [] }) => (parts.length > 0 ? [[own.measure, parts]] : [])),
  );
  return {
    ours: found.map(({ own, paragraphs }) => (paragraphs ? { ...own, paragraphs } : own)),
    ...withJoins(base, apart),
  };
}

/** Marks the parts that only the office's decision holds together: without it they would be more than one paragraph. */
function withJoins(base: Consolidation, apart: Arrangement): Pick<ArrangedReport, 'arrangement' | 'base'> {
  const generated = arrange(base, apart);
  const measures = new Map(generated.measures.map((each) => [each.measure, each]));
  const arrangement = new Map(
    Array.from(apart, ([key, parts]): [MeasureKey, readonly Part[]] => {
      const places = placesOfTexts(measures.get(key)?.paragraphs ?? []);
      return [key, parts.map((part) => ({ ...part, isJoined: placesOf(part, places).size > 1 }))];
    }),
  );
  const joined = new Map([...arrangement].filter(([, parts]) => parts.some(({ isJoined }) => isJoined)));
  return { arrangement, base: arrange(generated, joined) };
}

/** The index of the paragraph that has each text, by the text's key. Equal texts are always in one paragraph. */
function placesOfTexts(paragraphs: readonly MasterParagraph[]): ReadonlyMap<string, number> {
  return new Map(
    paragraphs.flatMap((paragraph, place) =>
      variantsOf(paragraph).map(({ text }) => [sameTextKey(text), place] as const),
    ),
  );
}

function placesOf({ said }: Part, places: ReadonlyMap<string, number>): ReadonlySet<number> {
  const texts = new Set(said.map(({ text }) => text));
  return new Set([...texts].flatMap((text) => places.get(sameTextKey(text)) ?? []));
}

/**
 * How the office changed the paragraphs of a measure; undefined if it did not. There are no parts if every paragraph still stands for
 * exactly one generated paragraph, however it was reworded.
 */
function rearrangementOf(
  { paragraphs: results, unfinished }: MasterMeasure,
  rows: readonly ReportParagraph[],
): { readonly parts: readonly Part[]; readonly paragraphs: readonly ReportParagraph[] } | undefined {
  const generated = [...results, ...unfinished];
  const printed = generated.map(withNaming);
  if (rows.length === printed.length && rows.every(({ text }, at) => text === printed[at])) return undefined;
  const texts = generated.flatMap((paragraph) =>
    variantsOf(paragraph).map((variant): GeneratedText => ({ ...variant, paragraph })),
  );
  const ofResults = new Set(results);
  const isResult = ({ paragraph }: GeneratedText): boolean => ofResults.has(paragraph);
  const assignments = new Assignments();
  assignUnedited(assignments, texts, rows);
  assignBySources(assignments, texts, rows);
  assignByContent(assignments, texts.filter(isResult), rows);
  const unassigned = groupBy(
    texts.filter((text) => !assignments.isAssigned(text)),
    ({ paragraph }) => paragraph,
  );
  const assigned = rows.map((row) => assignments.textsOf(row)).filter(({ length }) => length > 0);
  const groups = [...assigned, ...unassigned.values()];
  return {
    parts: groups.every(isWhole)
      ? []
      : groups.map((group) => partOf(group.filter(isResult))).filter(({ said }) => said.length > 0),
    paragraphs: rows.map((row) => ({ ...row, sources: sourcesOf(row, assignments.textsOf(row)) })),
  };
}

/** Whether texts are exactly those of one generated paragraph. */
function isWhole(own: readonly GeneratedText[]): boolean {
  const [first] = own;
  return (
    first !== undefined &&
    own.every(({ paragraph }) => paragraph === first.paragraph) &&
    own.length === variantsOf(first.paragraph).length
  );
}

function sourcesOf(row: ReportParagraph, own: readonly GeneratedText[]): readonly Source[] {
  return own.length === 0 ? row.sources : own.flatMap(({ sources }) => sources);
}

function partOf(own: readonly GeneratedText[]): Part {
  const [first, ...others] = own;
  return {
    said: own.flatMap(({ text, sources }) => sources.map(({ agency }) => ({ agency, text }))),
    isAlone: others.length === 0 && first?.paragraph.variants !== undefined,
    isJoined: false,
  };
}
