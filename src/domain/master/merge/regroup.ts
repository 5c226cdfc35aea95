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
import { GROUPED_WORD, STATE_WORDS, stateOf } from './states.ts';

/** A paragraph of an open report, and what was generated in its place. */
export interface StandingParagraph {
  readonly own: ReportParagraph;
  /** Absent for one of the office's own, one whose answers are gone, and a statement of who has not finished. */
  readonly generated?: MasterParagraph;
}

/** An open report that is ready to be put together in another way. */
export interface StandingReport {
  /** What is generated of its answers as the office arranged them. */
  readonly base: Consolidation;
  readonly arrangement: Arrangement;
  readonly measures: ReadonlyMap<MeasureKey, readonly StandingParagraph[]>;
}

/** A paragraph that gives way to others. */
export interface Replacement {
  readonly own: ReportParagraph;
  readonly by: readonly PrintedParagraph[];
}

/** @param base what the report was generated from */
export function standingReport(base: Consolidation, report: Pick<MasterReport, 'measures'>): StandingReport {
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
        const pairs = pairParagraphs(ours, all, ({ state }) => !['added', 'withdrawn'].includes(stateOf(state) ?? ''));
        const standing = ours.map((own): StandingParagraph => {
          const found = pairs.get(own)?.generated;
          return { own, ...(found && paragraphs.includes(found) ? { generated: found } : {}) };
        });
        return [measure, standing];
      }),
    ),
  };
}

/**
 * Takes some of the texts that a paragraph stands for out of it, each into a paragraph of its own. An edited wording stays with
 * the others, or, where none is left, as a paragraph of the office's own; an empty list where there is nothing to take out.
 */
export function takeOut(
  report: StandingReport,
  measure: MeasureKey,
  { own, generated }: StandingParagraph,
  taken: readonly Variant[],
): readonly Replacement[] {
  const all = generated ? variantsOf(generated) : [];
  if (generated === undefined || taken.length === 0 || all.length < 2) return [];
  const left = all.filter((each) => !taken.includes(each));
  const rest =
    left.length === 0 ? [] : [partOf(left, { ...flagsOf(report, measure, left), isAlone: left.length === 1 })];
  const singles = taken.map((each) => partOf([each], { isAlone: true, isJoined: false }));
  const others = partsOf(report, measure).filter(({ said }) => !holds(said, all));
  const paragraphs = generatedOf(report, measure, [...others, ...rest, ...singles], all);
  const isOfRest = (paragraph: MasterParagraph): boolean =>
    holds(
      rest.flatMap(({ said }) => said),
      variantsOf(paragraph),
    );
  const [first, ...apart] = paragraphs.filter(isOfRest);
  const alone = paragraphs.filter((paragraph) => !isOfRest(paragraph));
  return [{ own, by: [...inPlaceOf(own, generated, first), ...[...apart, ...alone].map(asGenerated)] }];
}

/** Joins paragraphs of one measure into the first of them: their texts, as they stand, one below the other. */
export function join(
  report: StandingReport,
  measure: MeasureKey,
  paragraphs: readonly StandingParagraph[],
): readonly Replacement[] {
  const [first, ...others] = paragraphs;
  if (first === undefined || others.length === 0) return [];
  const all = paragraphs.flatMap(({ generated }) => (generated ? variantsOf(generated) : []));
  const apart = partsOf(report, measure).filter(({ said }) => !holds(said, all));
  const joined = partOf(all, { isAlone: false, isJoined: true });
  const isAsGenerated = paragraphs.every(({ own, generated }) => generated && own.text === withNaming(generated));
  const [one] = isAsGenerated ? generatedOf(report, measure, [...apart, joined], all) : [];
  const text = paragraphs.map(({ own }) => own.text).join('\n');
  const sources = paragraphs.flatMap(({ own }) => own.sources);
  const by: PrintedParagraph = one ? asGenerated(one) : { text, sources, state: STATE_WORDS.edited };
  return [{ own: first.own, by: [by] }, ...others.map(({ own }): Replacement => ({ own, by: [] }))];
}

/** Says of a paragraph that its wording was accepted. */
export function accept({ own }: StandingParagraph): readonly Replacement[] {
  const { text, sources } = own;
  return [{ own, by: [{ text, sources, state: STATE_WORDS.accepted }] }];
}

/** The wording of a paragraph after some of it was taken out. */
function inPlaceOf(
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

/** What is generated of some texts in an arrangement of their measure. */
function generatedOf(
  { base }: StandingReport,
  measure: MeasureKey,
  parts: readonly Part[],
  texts: readonly Variant[],
): readonly MasterParagraph[] {
  const { said } = partOf(texts, { isAlone: false, isJoined: false });
  const { measures } = arrange(base, new Map([[measure, parts]]));
  const own = measures.find((each) => each.measure === measure)?.paragraphs ?? [];
  return own.filter((paragraph) => holds(said, variantsOf(paragraph)));
}

/** Every paragraph of a measure as a part, so that only what somebody asks for changes. */
function partsOf(report: StandingReport, measure: MeasureKey): readonly Part[] {
  const { paragraphs = [] } = report.base.measures.find((each) => each.measure === measure) ?? {};
  return paragraphs.map((paragraph) => {
    const variants = variantsOf(paragraph);
    return partOf(variants, flagsOf(report, measure, variants));
  });
}

/** What the office decided before of the part in which texts are. */
function flagsOf({ arrangement }: StandingReport, measure: MeasureKey, texts: readonly Variant[]): PartFlags {
  const part = arrangement.get(measure)?.find(({ said }) => holds(said, texts));
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
function holds(said: Part['said'], texts: readonly Variant[]): boolean {
  const own = new Set(said.map(({ agency, text }) => `${agency} ${sameTextKey(text)}`));
  return texts.some(({ text, sources }) => sources.some(({ agency }) => own.has(`${agency} ${sameTextKey(text)}`)));
}
