import type { MeasureKey } from '../../programme/programme.ts';
import { arrange } from '../../submissions/consolidate.ts';
import type { Consolidation, MasterMeasure, MasterParagraph, Source } from '../../submissions/consolidation.ts';
import type { Arrangement, Part } from '../../submissions/group/arrangement.ts';
import { variantsOf, withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import type { ReportMeasure, ReportParagraph } from '../report.ts';
import { Claims, claimBySources, claimByWords, claimWhole, type Placed } from './claims.ts';

/** How an edited report differs from the generated one in what stands in one paragraph. */
export interface ArrangedReport {
  /** The measures of the report; paragraphs have the sources of what somebody moved into them, and no others. */
  readonly ours: readonly ReportMeasure[];
  /** What the office put together and took apart; empty where it did neither. */
  readonly arrangement: Arrangement;
  /** What the report was generated from, in that arrangement. */
  readonly base: Consolidation;
}

/**
 * Finds what the office put together and took apart in an edited report: a group of which a member stands in a paragraph of its
 * own, and paragraphs that became one. The hidden sources of the rows tell it, and where these are missing the agencies' own words.
 * @param base what the report was generated from
 */
export function arrangementOfReport(base: Consolidation, ours: readonly ReportMeasure[]): ArrangedReport {
  const measures = new Map(base.measures.map((each) => [each.measure, each]));
  const worked = ours.map((own) => {
    const measure = measures.get(own.measure);
    return { own, ...(measure && workIn(measure, own.paragraphs)) };
  });
  const apart: Arrangement = new Map(
    worked.flatMap(({ own, parts = [] }) => (parts.length > 0 ? [[own.measure, parts]] : [])),
  );
  return {
    ours: worked.map(({ own, paragraphs }) => (paragraphs ? { ...own, paragraphs } : own)),
    ...withJoins(base, apart),
  };
}

/** Finds the parts that only the office's word joins: what is generated of them is more than one paragraph. */
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

/** In which paragraph each text is, by its key: all who wrote it are in one. */
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

/** What the office did in a measure, without parts where every paragraph stands for one that was generated; undefined for nothing. */
function workIn(
  { paragraphs: results, unfinished }: MasterMeasure,
  rows: readonly ReportParagraph[],
): { readonly parts: readonly Part[]; readonly paragraphs: readonly ReportParagraph[] } | undefined {
  const generated = [...results, ...unfinished];
  const printed = generated.map(withNaming);
  if (rows.length === printed.length && rows.every(({ text }, at) => text === printed[at])) return undefined;
  const placed = generated.flatMap((paragraph) =>
    variantsOf(paragraph).map((said): Placed => ({ ...said, paragraph })),
  );
  const claims = new Claims();
  claimWhole(claims, placed, rows);
  claimBySources(claims, placed, rows);
  const ofResults = new Set(results);
  const isResult = ({ paragraph }: Placed): boolean => ofResults.has(paragraph);
  claimByWords(claims, placed.filter(isResult), rows);
  const left = groupBy(
    placed.filter((one) => !claims.has(one)),
    ({ paragraph }) => paragraph,
  );
  const apart = [...rows.map((row) => claims.of(row)).filter(({ length }) => length > 0), ...left.values()];
  return {
    parts: apart.every(isWhole)
      ? []
      : apart.map((own) => partOf(own.filter(isResult))).filter(({ said }) => said.length > 0),
    paragraphs: rows.map((row) => ({ ...row, sources: sourcesOf(row, claims.of(row)) })),
  };
}

/** Whether texts are all of one generated paragraph. */
function isWhole(own: readonly Placed[]): boolean {
  const [first] = own;
  return (
    first !== undefined &&
    own.every(({ paragraph }) => paragraph === first.paragraph) &&
    own.length === variantsOf(first.paragraph).length
  );
}

function sourcesOf(row: ReportParagraph, own: readonly Placed[]): readonly Source[] {
  return own.length === 0 ? row.sources : own.flatMap(({ sources }) => sources);
}

function partOf(own: readonly Placed[]): Part {
  const [first, ...others] = own;
  return {
    said: own.flatMap(({ text, sources }) => sources.map(({ agency }) => ({ agency, text }))),
    isAlone: others.length === 0 && first?.paragraph.variants !== undefined,
    isJoined: false,
  };
}
