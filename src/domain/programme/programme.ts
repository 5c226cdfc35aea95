import type { AgencyCode } from './roster.ts';
import type { RuleSettings } from './rule-settings.ts';

/**
 * A measure's key, `issue.group.ordinal`, such as `5.2.3`. Created only by {@link parseMeasureKey} and the programme's
 * parser.
 */
export type MeasureKey = string & { readonly __brand: 'MeasureKey' };

/** The four values of the status list; their texts are data of the programme. */
export const STATUS_IDS = ['done', 'in-progress', 'not-started', 'not-applicable'] as const;
export type StatusId = (typeof STATUS_IDS)[number];

/** The statuses of measures that are not done, in the order of the report. */
export const UNFINISHED_STATUSES = [
  'in-progress',
  'not-started',
  'not-applicable',
] as const satisfies readonly StatusId[];
export type UnfinishedStatus = (typeof UNFINISHED_STATUSES)[number];

/** A year's programme: the measures, who is responsible, and the texts of its documents. */
export interface Programme {
  /** Name of the data set in ASCII, such as `bma-2565`; part of every workbook's identity. */
  readonly id: string;
  /** Edition of the data set; increases when a measure's meaning changes within the year. */
  readonly version: string;
  /** Fiscal year of the Buddhist era, such as 2565: 1 October 2564 to 30 September 2565. */
  readonly year: number;
  /** Title as printed on the cover of the report. */
  readonly title: string;
  /** The organisation that reports, such as กรุงเทพมหานคร. */
  readonly organisation: string;
  /** ISO date by which agencies submit their workbooks. */
  readonly due: string;
  readonly roster: string;
  readonly statuses: readonly { readonly id: StatusId; readonly label: string }[];
  readonly report: ReportFront;
  readonly parts: readonly Part[];
  /** Settings of rules that differ from the defaults. */
  readonly rules?: RuleSettings;
  /** Keys of measures that are no longer asked. They are never given again: answers to them may still come. */
  readonly retired?: readonly MeasureKey[];
}

/** The texts around the tables of the master report. */
export interface ReportFront {
  /** Lines of the cover, in order. */
  readonly cover: readonly string[];
  /** Heading above the introduction. */
  readonly heading: string;
  /** Paragraphs of the introduction; `{asOf}` is replaced by the month of the report. */
  readonly introduction: readonly string[];
  /** The month of the printed report, such as `เมษายน ๒๕๖๕`. */
  readonly asOf: string;
  /** Who compiled the report, line by line. */
  readonly compiledBy: readonly string[];
  /** The letter that the report is sent with (หนังสือนำส่ง); a programme without one has none. */
  readonly letter?: TransmissionLetter;
}

/** The words of the letter of transmission. Dots stand where a number, a date or a name is written by hand. */
export interface TransmissionLetter {
  /** Number of the letter, without ที่. */
  readonly number: string;
  /** Name and address of the sender, line by line. */
  readonly from: readonly string[];
  readonly date: string;
  /** After เรื่อง. */
  readonly subject: string;
  /** After เรียน. */
  readonly to: string;
  /** After สิ่งที่ส่งมาด้วย, a line each. */
  readonly enclosures: readonly string[];
  /** Paragraphs; `{asOf}` is replaced by the month of the report. */
  readonly body: readonly string[];
  /** Such as ขอแสดงความนับถือ. */
  readonly closing: string;
  /** Name and position, line by line. */
  readonly signature: readonly string[];
  /** Who to ask: the unit, telephone, e-mail. */
  readonly contact: readonly string[];
}

/** One of the national instruments, such as IIT or EIT, with the issues that it asks about. */
export interface Part {
  readonly id: string;
  /** Band printed above the part's first issue. */
  readonly title: string;
  readonly issues: readonly Issue[];
}

/** A local issue; one sheet of the workbooks. */
export interface Issue {
  readonly number: number;
  /** Title as printed, with its number: `๑) การปฏิบัติหน้าที่`. */
  readonly title: string;
  /** Name of its sheet: at most 31 UTF-16 units, free of Excel's forbidden characters. */
  readonly sheetName: string;
  /** The national indicator, whose name may differ from the local title. */
  readonly indicator: { readonly id: string; readonly title: string };
  readonly groups: readonly Group[];
}

/** Measures that are numbered together; the numbering restarts with every group. */
export interface Group {
  readonly number: number;
  readonly measures: readonly Measure[];
}

/** One thing to be done, and by whom. */
export interface Measure {
  readonly key: MeasureKey;
  /** Number as printed, `๑.`; absent if the report prints none. */
  readonly printed?: string;
  /** Full text as printed, without its number. */
  readonly text: string;
  readonly responsible: Responsible;
  /** The evidence that the office asks for, such as a plan or a letter. */
  readonly asks?: string;
  /** Help for those who answer. */
  readonly hint?: string;
  /** Suspected misprints; the text itself is never corrected. */
  readonly misprints: readonly Misprint[];
}

/** A measure's responsible party as printed, and the agencies that it means. */
export interface Responsible {
  readonly printed: string;
  /** Agencies in the order of the roster. */
  readonly agencies: readonly AgencyCode[];
}

/** A probable misprint of the printed text. */
export interface Misprint {
  readonly field: 'text' | 'responsible';
  readonly printed: string;
  readonly likely: string;
  readonly note?: string;
}

/** A measure with its part, issue and group. */
export interface PlacedMeasure {
  readonly part: Part;
  readonly issue: Issue;
  readonly group: Group;
  readonly measure: Measure;
}

/** Every measure in printed order. */
export function measuresOf(programme: Programme): readonly PlacedMeasure[] {
  return programme.parts.flatMap((part) =>
    part.issues.flatMap((issue) =>
      issue.groups.flatMap((group) => group.measures.map((measure) => ({ part, issue, group, measure }))),
    ),
  );
}

const MEASURES = new WeakMap<Programme, ReadonlyMap<MeasureKey, Measure>>();

/** The measures by their keys. */
export function measureByKey(programme: Programme): ReadonlyMap<MeasureKey, Measure> {
  const known = MEASURES.get(programme) ?? new Map(measuresOf(programme).map(({ measure }) => [measure.key, measure]));
  MEASURES.set(programme, known);
  return known;
}

/** The measure as the report prints it. */
export function measureText({ printed, text }: Measure): string {
  return printed === undefined ? text : `${printed} ${text}`;
}

/** Every issue in printed order, with its part. */
export function issuesOf(programme: Programme): readonly { readonly part: Part; readonly issue: Issue }[] {
  return programme.parts.flatMap((part) => part.issues.map((issue) => ({ part, issue })));
}

/** The measures of one issue in printed order. */
export function measuresOfIssue(issue: Issue): readonly Measure[] {
  return issue.groups.flatMap((group) => group.measures);
}

/** The number of the issue that a measure belongs to. */
export function issueOfMeasure(key: MeasureKey): number {
  return Number(key.slice(0, key.indexOf('.')));
}

/** Parses a measure key; undefined if it is not one. */
export function parseMeasureKey(text: string): MeasureKey | undefined {
  return /^[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){2}$/.test(text) ? (text as MeasureKey) : undefined;
}
