import {
  measuresOfIssue,
  measureText,
  type Issue,
  type Measure,
  type MeasureKey,
  type Programme,
} from '../../programme/programme.ts';
import type { BlockPlan, DocumentPlan, ParagraphPlan, SectionPlan, TableRowPlan } from '../../document/plan.ts';
import { thaiDigits } from '../../text/digits.ts';
import { REPORT_HEADINGS } from '../report-headings.ts';
import { paragraph, paragraphs } from '../../document/paragraphs.ts';
import { planLetter } from './letter.ts';

/** The content of the report besides the texts of its programme. */
export interface ReportContent {
  readonly programme: Programme;
  /** The paragraphs of each measure as they are printed, names included, in order. */
  readonly results: ReadonlyMap<MeasureKey, readonly string[]>;
  /** ISO 8601 instant. */
  readonly created: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`; the programme's by default. */
  readonly asOf?: string;
  /** Whether the report begins with the letter of transmission. */
  readonly letter: boolean;
  readonly annexes: readonly SectionPlan[];
}

/** File name of the document: `รายงานรวม-๒๕๖๕.docx`. */
export function reportFileName({ year }: Programme): string {
  return `รายงานรวม-${thaiDigits(String(year))}.docx`;
}

/** The four columns of the printed report. */
const COLUMNS = [
  { heading: REPORT_HEADINGS.issue, width: 14 },
  { heading: REPORT_HEADINGS.text, width: 26 },
  { heading: REPORT_HEADINGS.responsible, width: 16 },
  { heading: REPORT_HEADINGS.result, width: 44 },
] as const;

/**
 * Plans the report as it is signed: the letter of transmission if it is wanted, the cover, the introduction, one table with every measure
 * of the programme, the signature block and the annexes.
 */
export function planReportDocument(content: ReportContent): DocumentPlan {
  const { programme, created, annexes } = content;
  const { report } = programme;
  const asOf = content.asOf ?? report.asOf;
  const letter = content.letter && report.letter ? [planLetter(report.letter, asOf)] : [];
  return {
    title: report.heading,
    author: programme.organisation,
    created,
    sections: [
      ...letter,
      { orientation: 'portrait', pageNumbers: 'none', blocks: paragraphs('cover', report.cover) },
      {
        orientation: 'portrait',
        pageNumbers: 'restart',
        blocks: [
          paragraph('heading', report.heading),
          ...paragraphs(
            'body',
            report.introduction.map((text) => text.replaceAll('{asOf}', () => asOf)),
          ),
        ],
      },
      {
        orientation: 'landscape',
        pageNumbers: 'continue',
        blocks: [
          { kind: 'table', columns: COLUMNS, rows: [...tableRows(content)] },
          ...signatureBlock(report.compiledBy, asOf),
        ],
      },
      ...annexes,
    ],
  };
}

function* tableRows({ programme, results }: ReportContent): Generator<TableRowPlan, void, undefined> {
  for (const part of programme.parts) {
    yield { kind: 'band', text: part.title };
    for (const issue of part.issues) yield* issueRows(issue, results);
  }
}

function* issueRows(issue: Issue, results: ReportContent['results']): Generator<TableRowPlan, void, undefined> {
  for (const [index, measure] of measuresOfIssue(issue).entries()) {
    yield {
      kind: 'cells',
      cells: measureCells(measure, index === 0 ? issue : undefined, results.get(measure.key) ?? []),
    };
  }
}

/** A measure without a result keeps its row. */
function measureCells(
  measure: Measure,
  issue: Issue | undefined,
  results: readonly string[],
): readonly (readonly ParagraphPlan[])[] {
  return [
    issue ? [paragraph('issue', issue.title)] : [],
    [paragraph('cell', measureText(measure))],
    [paragraph('cell', measure.responsible.printed)],
    paragraphs('result', results),
  ];
}

/** Who compiled the report, with blanks for a signature, a name, a position and a date. */
function signatureBlock(compiledBy: readonly string[], asOf: string): readonly BlockPlan[] {
  return paragraphs('sign', [
    '(ลงชื่อ) ...............................................................',
    '(...............................................................)',
    'ตำแหน่ง ...............................................................',
    'วันที่ ............ เดือน ................................ พ.ศ. ................',
    ...compiledBy,
    asOf,
  ]);
}
