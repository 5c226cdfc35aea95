import type { MeasureKey } from '../../programme/programme.ts';
import { arrange } from '../../submissions/consolidate.ts';
import type { Consolidation, MasterParagraph, Variant } from '../../submissions/consolidation.ts';
import type { Arrangement, Part } from '../../submissions/group/arrangement.ts';
import { variantsOf, withNaming } from '../../submissions/merge-paragraphs.ts';
import { sameTextKey } from '../../text/compare.ts';
import type { PrintedParagraph } from '../plan/report-paragraphs.ts';
import type { MasterReport, ReportParagraph } from '../report.ts';
import { arrangedReport } from './merge-report.ts';
import { mergeWords } from './merge-words.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import { canStandForAnswers, GROUPED_WORD, STATE_WORDS } from './states.ts';

/** A paragraph of an edited report, and the generated one that it stands for. */
export interface PairedParagraph {
  readonly own: ReportParagraph;
  /** Absent for a paragraph of the office, one whose answers were withdrawn, and a statement of who has not finished. */
  readonly generated?: MasterParagraph;
}

/** An edited report with its paragraphs paired, so that it can be regrouped. */
export interface PairedReport {
  /** The consolidation that generates the report, in the office's arrangement. */
  readonly base: Consolidation;
  readonly arrangement: Arrangement;
  readonly measures: ReadonlyMap<MeasureKey, readonly PairedParagraph[]>;
}

/** A paragraph and those that replace it. */
export interface Replacement {
  readonly own: ReportParagraph;
  readonly by: readonly PrintedParagraph[];
}

/**
 * Pairs the paragraphs of an edited report with the generated ones.
 * @param base what the report was generated from
 */
export function pairReport(base: Consolidation, report: Pick<MasterReport, 'measures'>): PairedReport {
  const arranged = arrangedReport(base, report);
  const generated = new Map(arranged.base.measures.map((each) => [each.measure, each]));
  return {
    base: arranged.base,
    arrangement: arranged.arrangement,
    measures: new Map(
      arranged.ours.map(({ measure, paragraphs: ours }) => {
        const { paragraphs = [], unfinished = [] } = generated.get(measure) ?? {};
        const all = [...paragraphs, ...unfinished].map((each) => ({
          text: withNaming(each),
          sources: each.sources,
          generated: each,
        }));
        const pairs = pairParagraphs(ours, all, canStandForAnswers);
        const standing = ours.map((own): PairedParagraph => {
          const found = pairs.get(own)?.generated;
          return { own, ...(found && paragraphs.includes(found) ? { generated: found } : {}) };
        });
        return [measure, standing];
      }),
    ),
  };
}

/**
 * Takes some of the texts out of the group that a paragraph stands for, each into a paragraph of its own. An edited wording is kept for
 * the remaining texts; if none remain, it becomes a paragraph of the office.
 * @returns an empty list if there is nothing to take out
 */
export function takeOut(
  report: PairedReport,
  measure: MeasureKey,
  { own, generated }: PairedParagraph,
  taken: readonly Variant[],
): readonly Replacement[] {
  const all = generated ? variantsOf(generated) : [];
  if (generated === undefined || taken.length === 0 || all.length < 2) return [];
  const remaining = all.filter((each) => !taken.includes(each));
  const rest =
    remaining.length === 0
      ? []
      : [partOf(remaining, { ...flagsOf(report, measure, remaining), isAlone: remaining.length === 1 })];
  const singles = taken.map((each) => partOf([each], { isAlone: true, isJoined: false }));
  const others = partsOf(report, measure).filter(({ said }) => !hasAny(said, all));
  const paragraphs = generatedOf(report, measure, [...others, ...rest, ...singles], all);
  const isOfRest = (paragraph: MasterParagraph): boolean =>
    hasAny(
      rest.flatMap(({ said }) => said),
      variantsOf(paragraph),
    );
  const [first, ...apart] = paragraphs.filter(isOfRest);
  const alone = paragraphs.filter((paragraph) => !isOfRest(paragraph));
  return [{ own, by: [...afterTakingOut(own, generated, first), ...[...apart, ...alone].map(asGenerated)] }];
}

/** Joins paragraphs of one measure into the first of them: their present texts, on a line each. */
export function join(
  report: PairedReport,
  measure: MeasureKey,
  paragraphs: readonly PairedParagraph[],
): readonly Replacement[] {
  const [first, ...others] = paragraphs;
  if (first === undefined || others.length === 0) return [];
  const all = paragraphs.flatMap(({ generated }) => (generated ? variantsOf(generated) : []));
  const apart = partsOf(report, measure).filter(({ said }) => !hasAny(said, all));
  const joined = partOf(all, { isAlone: false, isJoined: true });
  const isAsGenerated = paragraphs.every(({ own, generated }) => generated && own.text === withNaming(generated));
  const [one] = isAsGenerated ? generatedOf(report, measure, [...apart, joined], all) : [];
  const text = paragraphs.map(({ own }) => own.text).join('\n');
  const sources = paragraphs.flatMap(({ own }) => own.sources);
  const by: PrintedParagraph = one ? asGenerated(one) : { text, sources, state: STATE_WORDS.edited };
  return [{ own: first.own, by: [by] }, ...others.map(({ own }): Replacement => ({ own, by: [] }))];
}

/** Marks the wording of a paragraph as accepted. */
export function accept({ own }: PairedParagraph): readonly Replacement[] {
  const { text, sources } = own;
  return [{ own, by: [{ text, sources, state: STATE_WORDS.accepted }] }];
}

/** What replaces a paragraph after texts were taken out of it. */
function afterTakingOut(
  { text }: ReportParagraph,
  generated: MasterParagraph,
  rest: MasterParagraph | undefined,
): readonly PrintedParagraph[] {
  const before = withNaming(generated);
  const now = rest && asGenerated(rest);
  if (text === before) return now ? [now] : [];
  if (now === undefined) return [{ text, sources: [], state: STATE_WORDS.added }];
  const merged = mergeWords(before, text, now.text);
  return [{ ...now, text: merged ?? text, state: merged === undefined ? STATE_WORDS.review : STATE_WORDS.edited }];
}

function asGenerated(paragraph: MasterParagraph): PrintedParagraph {
  const { sources, variants } = paragraph;
  return { text: withNaming(paragraph), sources, ...(variants ? { state: GROUPED_WORD } : {}) };
}

/** The paragraphs that are generated from some texts, in a given arrangement of their measure. */
function generatedOf(
  { base }: PairedReport,
  measure: MeasureKey,
  parts: readonly Part[],
  texts: readonly Variant[],
): readonly MasterParagraph[] {
  const { said } = partOf(texts, { isAlone: false, isJoined: false });
  const { measures } = arrange(base, new Map([[measure, parts]]));
  const own = measures.find((each) => each.measure === measure)?.paragraphs ?? [];
  return own.filter((paragraph) => hasAny(said, variantsOf(paragraph)));
}

/** Every paragraph of a measure as a part of its own, so that an arrangement with one part changed changes nothing else. */
function partsOf(report: PairedReport, measure: MeasureKey): readonly Part[] {
  const { paragraphs = [] } = report.base.measures.find((each) => each.measure === measure) ?? {};
  return paragraphs.map((paragraph) => {
    const variants = variantsOf(paragraph);
    return partOf(variants, flagsOf(report, measure, variants));
  });
}

/** What the office decided earlier about the part that has these texts. */
function flagsOf({ arrangement }: PairedReport, measure: MeasureKey, texts: readonly Variant[]): PartFlags {
  const part = arrangement.get(measure)?.find(({ said }) => hasAny(said, texts));
  return { isAlone: part?.isAlone ?? false, isJoined: part?.isJoined ?? false };
}

type PartFlags = Pick<Part, 'isAlone' | 'isJoined'>;

function partOf(texts: readonly Variant[], flags: PartFlags): Part {
  return {
    said: texts.flatMap(({ text, sources }) => sources.map(({ agency }) => ({ agency, text }))),
    ...flags,
  };
}

/** Whether any of the texts is among those of a part. */
function hasAny(said: Part['said'], texts: readonly Variant[]): boolean {
  const own = new Set(said.map(({ agency, text }) => `${agency} ${sameTextKey(text)}`));
  return texts.some(({ text, sources }) => sources.some(({ agency }) => own.has(`${agency} ${sameTextKey(text)}`)));
}
