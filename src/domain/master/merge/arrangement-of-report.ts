import type { MeasureKey } from '../../programme/programme.ts';
import type { AgencyCode } from '../../programme/roster.ts';
import { arrange } from '../../submissions/consolidate.ts';
import type { Consolidation, MasterMeasure, MasterParagraph, Source } from '../../submissions/consolidation.ts';
import type { Arrangement, Part } from '../../submissions/group/arrangement.ts';
import { variantsOf, withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import type { ReportMeasure, ReportParagraph } from '../report.ts';
import { Claims, claimBySources, claimByWords, claimWhole, type Placed } from './claims.ts';

/** How an edited report differs from the generated one in what stands in one paragraph. */
export interface ArrangedReport {
  /** The measures of the report; paragraphs have the sources of what somebody moved into them, and no others. */
  readonly ours: readonly ReportMeasure[];
  /** What the office put together and took apart; empty where it did neither. */
  readonly arrangement: Arrangement;
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
    arrangement: withJoins(base, apart),
  };
}

/** The parts that only the office's word joins: what is generated of them is more than one paragraph. */
function withJoins(base: Consolidation, apart: Arrangement): Arrangement {
  if (apart.size === 0) return apart;
  const generated = new Map(arrange(base, apart).measures.map(({ measure, paragraphs }) => [measure, paragraphs]));
  return new Map(
    Array.from(apart, ([key, parts]): [MeasureKey, readonly Part[]] => [
      key,
      parts.map((part) => ({ ...part, isJoined: paragraphsOf(part, generated.get(key) ?? []) > 1 })),
    ]),
  );
}

function paragraphsOf({ said }: Part, paragraphs: readonly MasterParagraph[]): number {
  const own = new Set(said.map(({ agency, text }) => saidKey(agency, text)));
  return paragraphs.filter((paragraph) =>
    variantsOf(paragraph).some(({ text, sources }) => sources.some(({ agency }) => own.has(saidKey(agency, text)))),
  ).length;
}

function saidKey(agency: AgencyCode, text: string): string {
  return `${agency} ${sameTextKey(text)}`;
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
  const isResult = ({ paragraph }: Placed): boolean => results.includes(paragraph);
  claimByWords(claims, placed.filter(isResult), rows);
  const left = generated.map((paragraph) => placed.filter((one) => one.paragraph === paragraph && !claims.has(one)));
  const apart = [...rows.map((row) => claims.of(row)), ...left].filter(({ length }) => length > 0);
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
