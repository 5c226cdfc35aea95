import { fitInto, shownSize } from '../../image/picture.ts';
import { cellName } from '../../spreadsheet/address.ts';
import { inPrintedOrder, type NumberedPicture } from '../plan/pictures-sheet.ts';
import { alternativeText, nameOfSender, type MasterPicture } from '../pictures.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import { issuesOf, measuresOfIssue, measureText, type Measure, type MeasureKey } from '../../programme/programme.ts';
import type { ParagraphPlan, SectionPlan, TablePlan, TableRowPlan } from '../../document/plan.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { answeredInFull, totalOf } from '../../submissions/coverage.ts';
import { ASKED_STATES, stateCounts, sumOfCounts } from '../../submissions/measure-states.ts';
import type { Entry } from '../../submissions/submission.ts';
import { nameOfPath } from '../../text/file-path.ts';
import { thaiDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { UNCLEAR_ANSWER } from '../plan/completeness-sheet.ts';
import { paragraph, paragraphs } from '../../document/paragraphs.ts';
import { unfinishedTable } from './unfinished-annex.ts';

/** The annexes that a report may have, in order. */
export const ANNEXES = ['answers', 'pictures', 'completeness', 'status', 'unfinished'] as const;
export type AnnexId = (typeof ANNEXES)[number];

interface Annex {
  readonly title: string;
  readonly table: (consolidation: Consolidation, pictures: readonly MasterPicture[]) => TablePlan;
}

const PLANS: Readonly<Record<AnnexId, Annex>> = {
  answers: { title: 'ผลการดำเนินการของแต่ละหน่วยงาน', table: answersTable },
  pictures: { title: 'ภาพหลักฐาน', table: picturesTable },
  completeness: { title: 'ความครบถ้วนของการรายงานรายหน่วยงาน', table: completenessTable },
  status: { title: 'สถานะการดำเนินการรายมาตรการ', table: statusTable },
  unfinished: { title: 'มาตรการที่ยังไม่แล้วเสร็จและเหตุผล', table: unfinishedTable },
};

/** Plans the chosen annexes from the answers and pictures of a master, numbered, each on pages of its own. */
export function planAnnexes(
  consolidation: Consolidation,
  chosen: readonly AnnexId[],
  pictures: readonly MasterPicture[] = [],
): readonly SectionPlan[] {
  return ANNEXES.filter((id) => chosen.includes(id)).map((id, index) => {
    const { title, table } = PLANS[id];
    const number = chosen.length > 1 ? ` ${thaiDigits(String(index + 1))}` : '';
    return {
      orientation: 'landscape',
      pageNumbers: 'continue',
      blocks: [paragraph('heading', `ภาคผนวก${number} ${title}`), table(consolidation, pictures)],
    };
  });
}

/** An agency and its answer to one measure. */
interface Answer {
  readonly agency: string;
  readonly entry: Entry;
}

/** The answers to each measure in roster order. */
function answersByMeasure({ roster, agencies }: Consolidation): ReadonlyMap<MeasureKey, readonly Answer[]> {
  const names = agencyByCode(roster);
  const answers = agencies.flatMap(({ agency, submissions }) =>
    submissions.flatMap(({ entries }) =>
      entries.map((entry) => ({ agency: names.get(agency)?.name ?? agency, entry })),
    ),
  );
  return groupBy(answers, ({ entry }) => entry.measure);
}

/** Every agency's own answers, with a band for each measure. */
function answersTable(consolidation: Consolidation): TablePlan {
  const answers = answersByMeasure(consolidation);
  return {
    kind: 'table',
    columns: [
      { heading: 'หน่วยงาน', width: 20 },
      { heading: 'สถานะ', width: 14 },
      { heading: 'ผลการดำเนินการ', width: 66 },
    ],
    rows: issuesOf(consolidation.programme).flatMap(({ issue }) =>
      measuresOfIssue(issue).flatMap((measure): readonly TableRowPlan[] => [
        { kind: 'band', text: `${issue.title} ${measureText(measure)}` },
        ...(answers.get(measure.key) ?? []).map(answerRow),
      ]),
    ),
  };
}

/** Notes to the office are left out, as in the printed report, except those that say why a measure is not done. */
function answerRow({ agency, entry }: Answer): TableRowPlan {
  const { status, paragraphs: results, dates, evidence, notes } = entry;
  const labelled = (label: string, texts: readonly { readonly text: string }[]): readonly ParagraphPlan[] =>
    texts.map(({ text }) => paragraph('result', `${label}: ${text}`));
  const isUnfinished = status?.id !== undefined && status.id !== 'done';
  return {
    kind: 'cells',
    cells: [
      [paragraph('cell', agency)],
      status ? [paragraph('cell', status.text)] : [],
      [
        ...paragraphs(
          'result',
          results.map(({ text }) => text),
        ),
        ...labelled('วันที่', dates),
        ...labelled('หลักฐาน', evidence),
        ...(isUnfinished ? labelled('เหตุผล', notes) : []),
      ],
    ],
  };
}

/** Room for a picture in points: two stand on a page. */
const PICTURE_BOX = { width: 380, height: 150 };

/** Most points for a pixel, so that a small picture is not enlarged. */
const POINTS_FOR_PIXEL = 0.75;

/** The pictures of agencies, with a band for each measure; those of no measure come last. */
function picturesTable({ programme, roster }: Consolidation, pictures: readonly MasterPicture[]): TablePlan {
  const names = agencyByCode(roster);
  const numbered = inPrintedOrder({ programme, roster }, pictures);
  const bands = [
    ...issuesOf(programme).flatMap(({ issue }) =>
      measuresOfIssue(issue).map((measure) => ({
        band: `${issue.title} ${measureText(measure)}`,
        measure: measure.text,
        pictures: numbered.filter((picture) => picture.measure === measure.key),
      })),
    ),
    {
      band: 'ภาพที่ไม่ได้อยู่ในแถวของมาตรการใด',
      measure: '',
      pictures: numbered.filter(({ measure }) => measure === undefined),
    },
  ];
  const rows = bands.flatMap(({ band, measure, pictures: its }): readonly TableRowPlan[] =>
    its.length === 0
      ? []
      : [
          { kind: 'band', text: band },
          ...its.map((picture) => pictureRow(picture, nameOfSender(picture, names), measure)),
        ],
  );
  const none: TableRowPlan = { kind: 'cells', cells: [[], [], [paragraph('cell', 'ไม่มีภาพหลักฐาน')], []] };
  return {
    kind: 'table',
    columns: [
      { heading: 'ภาพที่', width: 7 },
      { heading: 'หน่วยงาน', width: 17 },
      { heading: 'ภาพหลักฐาน', width: 54 },
      { heading: 'คำอธิบายและที่มา', width: 22 },
    ],
    rows: rows.length === 0 ? [none] : rows,
  };
}

function pictureRow(shown: NumberedPicture, agency: string, measure: string): TableRowPlan {
  const { number, description, file, sheet, cell, picture, frame } = shown;
  const size = fitInto(shownSize(picture, frame), PICTURE_BOX, POINTS_FOR_PIXEL);
  const source = file === '' ? [] : [`ที่มา: ไฟล์ ${nameOfPath(file)} แผ่นงาน ${sheet} ช่อง ${cellName(cell)}`];
  const alternative = alternativeText(agency, measure, description);
  return {
    kind: 'cells',
    cells: [
      [count(number)],
      [paragraph('cell', agency)],
      [{ kind: 'picture', picture, ...(frame ? { frame } : {}), description: alternative, ...size }],
      paragraphs('result', [...(description.trim() === '' ? [] : [description]), ...source]),
    ],
  };
}

/** How many of its measures each agency has answered, and how many in full. */
function completenessTable({ roster, agencies }: Consolidation): TablePlan {
  const names = agencyByCode(roster);
  return {
    kind: 'table',
    columns: [
      { heading: 'ที่', width: 6 },
      { heading: 'หน่วยงาน', width: 46 },
      { heading: 'มาตรการที่รับผิดชอบ', width: 16 },
      { heading: 'รายงานแล้ว', width: 16 },
      { heading: 'ดำเนินการแล้ว', width: 16 },
    ],
    rows: agencies
      .filter(({ issues }) => issues.size > 0)
      .map(({ agency, issues }, index): TableRowPlan => {
        const total = totalOf(issues.values());
        return {
          kind: 'cells',
          cells: [
            [count(index + 1)],
            [paragraph('cell', names.get(agency)?.name ?? agency)],
            [count(total.expected)],
            [count(total.answered)],
            [count(answeredInFull(total))],
          ],
        };
      }),
  };
}

/** How many of the agencies that are asked about a measure are in each state. */
function statusTable(consolidation: Consolidation): TablePlan {
  const { programme } = consolidation;
  const counts = stateCounts(consolidation);
  const row = (measure: Measure): TableRowPlan => {
    const states = sumOfCounts([counts.get(measure.key)]);
    return {
      kind: 'cells',
      cells: [[paragraph('cell', measureText(measure))], ...ASKED_STATES.map((state) => [count(states[state])])],
    };
  };
  return {
    kind: 'table',
    columns: [
      { heading: 'มาตรการ', width: 46 },
      ...programme.statuses.map(({ label }) => ({ heading: label, width: 9 })),
      { heading: UNCLEAR_ANSWER, width: 9 },
      { heading: 'ยังไม่รายงาน', width: 9 },
    ],
    rows: issuesOf(programme).flatMap(({ issue }): readonly TableRowPlan[] => [
      { kind: 'band', text: issue.title },
      ...measuresOfIssue(issue).map(row),
    ]),
  };
}

function count(number: number): ParagraphPlan {
  return paragraph('cellCenter', thaiDigits(String(number)));
}
