import { planMemo } from '../document/memo.ts';
import { paragraph } from '../document/paragraphs.ts';
import type { DocumentPlan, SectionPlan, TableRowPlan } from '../document/plan.ts';
import { measureText, type Programme } from '../programme/programme.ts';
import { thaiLongDate, thaiTime } from '../text/dates.ts';
import { thaiDigits } from '../text/digits.ts';
import { owedMeasures, chasesOwing, type Chase, type OwedMeasure } from './chase.ts';
import { dayOf } from './timing.ts';

/** What the letters are about. */
export interface LetterFacts {
  readonly programme: Programme;
  /** Date of the letters, by which agencies are judged: a day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  /** When the document was made: an ISO 8601 instant. */
  readonly created: string;
}

/** A blank to be filled in by hand. */
const DOTS = '........................................';

/** More measures are listed in an annex. */
const MAX_IN_LETTER = 5;

/** Marks an answer that does not tell how far the measure is. */
const UNCLEAR = ' (คำตอบไม่ชัดเจน)';

/** File name of the letters: `หนังสือติดตาม-๒๕๖๕.docx`. */
export function lettersFileName({ year }: Pick<Programme, 'year'>): string {
  return `หนังสือติดตาม-${thaiDigits(String(year))}.docx`;
}

/**
 * Plans a letter to each agency that owes something: a memorandum on pages of its own and, if it owes many measures, an annex that lists
 * them. Every measure that is owed is named once, in the letter to the agency that owes it.
 */
export function planLetters(chases: readonly Chase[], facts: LetterFacts): DocumentPlan {
  const { programme, created } = facts;
  return {
    title: `หนังสือติดตาม${programme.title}`,
    author: programme.organisation,
    created,
    sections: chasesOwing(chases).flatMap((chase) => letterTo(chase, facts)),
  };
}

function letterTo(chase: Chase, { programme, asOf }: LetterFacts): readonly SectionPlan[] {
  const { letter, compiledBy } = programme.report;
  const owed = owedMeasures(chase);
  const isAnnexed = owed.length > MAX_IN_LETTER;
  const count = thaiDigits(String(owed.length));
  const memo = planMemo({
    from: [
      letter?.from[0] ?? compiledBy.at(-1) ?? programme.organisation,
      ...(letter?.contact ?? [`โทร. ${DOTS}`]),
    ].join(' '),
    number: letter?.number ?? DOTS,
    date: thaiLongDate(dayOf(asOf) ?? asOf),
    subject: subjectOf(chase, programme),
    to: `หัวหน้าหน่วยงาน (${chase.agency.name})`,
    enclosures: isAnnexed ? [`บัญชีมาตรการที่ยังไม่ได้รายงาน จำนวน ${count} มาตรการ`] : [],
    body: bodyOf(chase, owed, programme, isAnnexed),
    list: isAnnexed ? [] : chase.owed.flatMap(({ issue, measures }) => [issue.title, ...measures.map(itemOf)]),
    end: [
      'จึงเรียนมาเพื่อโปรดพิจารณาสั่งการให้ผู้เกี่ยวข้องกรอกข้อมูลในสมุดงานเดิมให้ครบถ้วน และจัดส่ง' +
        (chase.timing.kind === 'overdue' ? 'โดยด่วน' : 'ภายในกำหนดเวลาดังกล่าว') +
        ' หากได้จัดส่งแล้ว ต้องขออภัยมา ณ โอกาสนี้',
    ],
    signature: letter?.signature ?? [`(${DOTS})`, `ตำแหน่ง ${DOTS}`],
  });
  return isAnnexed ? [memo, annexOf(chase)] : [memo];
}

function subjectOf({ timing }: Chase, { year }: Programme): string {
  const what = `การรายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. ${thaiDigits(String(year))}`;
  return `${timing.kind === 'overdue' ? 'ขอเร่งรัด' : 'ขอติดตาม'}${what}`;
}

/** What was requested, by when, and what was received. */
function bodyOf(
  { due, state, timing, savedAt, expected }: Chase,
  owed: readonly OwedMeasure[],
  { organisation, title, year }: Programme,
  isAnnexed: boolean,
): readonly string[] {
  const number = (count: number): string => thaiDigits(String(count));
  const unclear = owed.filter(({ why }) => why === 'unclear').length;
  const parts = [
    ...(owed.length > unclear ? [`ยังไม่ได้ตอบ จำนวน ${number(owed.length - unclear)} มาตรการ`] : []),
    ...(unclear > 0 ? [`ตอบไว้แต่ไม่ชัดเจน จำนวน ${number(unclear)} มาตรการ`] : []),
  ].join(' และ');
  const opening =
    timing.kind === 'overdue' ? `บัดนี้ พ้นกำหนดเวลาดังกล่าวมาแล้ว ${number(timing.days)} วัน` : 'ในการนี้ ขอเรียนว่า';
  const saved = savedAt === undefined ? '' : ` ซึ่งบันทึกเมื่อ ${thaiTime(savedAt)}`;
  const found =
    state === 'not-received'
      ? `ยังไม่ได้รับสมุดงานของหน่วยงานท่าน ซึ่งต้องรายงาน จำนวน ${number(expected)} มาตรการ`
      : `สมุดงานของหน่วยงานท่าน${saved} ยังรายงานไม่ครบถ้วน โดย${parts}`;
  return [
    `ตามที่${organisation}ได้กำหนดให้หน่วยงานจัดส่งสมุดงาน “${title}” ประจำปีงบประมาณ พ.ศ. ${number(year)} ` +
      `ภายในวันที่ ${thaiLongDate(due)} ความละเอียดแจ้งแล้ว นั้น`,
    `${opening} ${found} ${isAnnexed ? 'รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย' : 'ดังนี้'}`,
  ];
}

/** A measure, numbered as on the agency's own sheet. */
function itemOf({ measure, why }: OwedMeasure): string {
  return `${measureText(measure)}${why === 'unclear' ? UNCLEAR : ''}`;
}

function annexOf({ agency, owed }: Chase): SectionPlan {
  let number = 0;
  const rows = owed.flatMap(({ issue, measures }): readonly TableRowPlan[] => [
    { kind: 'band', text: issue.title },
    ...measures.map((each): TableRowPlan => ({
      kind: 'cells',
      cells: [
        [paragraph('cellCenter', thaiDigits(String(++number)))],
        [paragraph('cell', measureText(each.measure))],
        [paragraph('cellCenter', each.why === 'unclear' ? 'คำตอบไม่ชัดเจน' : 'ยังไม่ได้ตอบ')],
      ],
    })),
  ]);
  return {
    orientation: 'portrait',
    pageNumbers: 'restart',
    blocks: [
      paragraph('heading', `บัญชีมาตรการที่ยังไม่ได้รายงาน ของ${agency.name}`),
      {
        kind: 'table',
        columns: [
          { heading: 'ที่', width: 8 },
          { heading: 'มาตรการ', width: 70 },
          { heading: 'สถานะ', width: 22 },
        ],
        rows,
      },
    ],
  };
}
