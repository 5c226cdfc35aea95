import { measuresOf, type MeasureKey, type Programme } from '../../src/domain/programme/programme.ts';
import type { Agency, AgencyCode, Roster } from '../../src/domain/programme/roster.ts';
import type { Submission } from '../../src/domain/submissions/submission.ts';
import { thaiDigits } from '../../src/domain/text/digits.ts';

/** An answer and the truth about it. */
export interface KnownAnswer {
  readonly agency: AgencyCode;
  readonly measure: MeasureKey;
  readonly text: string;
  /** The same in two answers to one measure that say the same, but for facts. */
  readonly statement: string;
  /** What the answer tells of its own: its dates, numbers, letters, links and names, as written. */
  readonly facts: readonly string[];
}

/** How much agencies change of what they say alike: the share of answers with each kind of change. */
export interface Looseness {
  readonly typo: number;
  readonly inserted: number;
  readonly reordered: number;
  readonly circumstance: number;
  /** The share of statements with a twin that denies it, and with one that differs in a word. */
  readonly twins: number;
}

/** As real answers vary, and harder. */
export const USUAL: Looseness = { typo: 0.2, inserted: 0.3, reordered: 0.15, circumstance: 0.05, twins: 0.3 };
export const HARD: Looseness = { typo: 0.4, inserted: 0.5, reordered: 0.4, circumstance: 0.15, twins: 1 };

/** What a statement is made of. Clauses after the first may stand in any order; `{…}` are facts of each agency's own. */
interface Frame {
  readonly clauses: readonly string[];
  /** The first clause as a denial. */
  readonly denial: string;
}

const FRAMES: readonly Frame[] = [
  {
    clauses: [
      '{own}ได้จัดประชุม[who]เพื่อ[what] ประจำปีงบประมาณ พ.ศ. ๒๕๖๕',
      'เมื่อวันที่ {date}',
      'มีผู้เข้าร่วมประชุม จำนวน {people} คน',
    ],
    denial: '{own}ยังไม่ได้จัดประชุม[who]เพื่อ[what] ประจำปีงบประมาณ พ.ศ. ๒๕๖๕',
  },
  {
    clauses: [
      '{own}มีหนังสือเวียนแจ้ง[who]ให้ถือปฏิบัติตามแนวทางเรื่อง[what]',
      'ตามหนังสือ ที่ {letter} ลงวันที่ {date}',
      'และมีการกำกับติดตามโดยหัวหน้าฝ่ายเป็นรายเดือน',
    ],
    denial: '{own}ไม่มีหนังสือเวียนแจ้ง[who]ให้ถือปฏิบัติตามแนวทางเรื่อง[what]',
  },
  {
    clauses: [
      '{own}จัดอบรมให้ความรู้แก่[who]เกี่ยวกับ[what]ตามหลักธรรมาภิบาล',
      'รวม {times} ครั้ง',
      'มีผู้ผ่านการอบรม {people} คน',
      'โดยมี{person} เป็นวิทยากร',
    ],
    denial: '{own}ไม่ได้จัดอบรมให้ความรู้แก่[who]เกี่ยวกับ[what]ตามหลักธรรมาภิบาล',
  },
  {
    clauses: [
      '{own}เผยแพร่ข้อมูล[what]ให้[who]ทราบทางเว็บไซต์ของหน่วยงาน {link}',
      'พร้อมทั้งปิดประกาศ ณ {place}',
      'ตั้งแต่วันที่ {date}',
    ],
    denial: '{own}อยู่ระหว่างเผยแพร่ข้อมูล[what]ให้[who]ทราบทางเว็บไซต์ของหน่วยงาน {link}',
  },
  {
    clauses: [
      'ผู้บริหารของ{own}กำชับ[who]ให้ความสำคัญกับ[what]ในการประชุมประจำเดือนของหน่วยงาน',
      'หากพบการกระทำผิดให้ดำเนินการทางวินัยตามระเบียบที่เกี่ยวข้อง',
    ],
    denial: 'ผู้บริหารของ{own}ไม่ได้กำชับ[who]ให้ความสำคัญกับ[what]ในการประชุมประจำเดือนของหน่วยงาน',
  },
  {
    clauses: [
      '{own}แต่งตั้งคณะทำงานขับเคลื่อนงานด้าน[what]ซึ่งประกอบด้วย[who]',
      'ตามคำสั่งที่ {order} ลงวันที่ {date}',
      'โดยรายงานผลต่อผู้บริหารทุกไตรมาส',
    ],
    denial: '{own}ยกเลิกคณะทำงานขับเคลื่อนงานด้าน[what]ซึ่งประกอบด้วย[who]',
  },
];

const WHO =
  'ข้าราชการและลูกจ้างในสังกัด|ผู้อำนวยการและหัวหน้าฝ่าย|เจ้าหน้าที่ผู้ปฏิบัติงานด้านพัสดุ|เจ้าหน้าที่ผู้ให้บริการประชาชน|ผู้แทนชุมชนและภาคประชาสังคม|ผู้ประกอบการและผู้ค้าในพื้นที่|ครูและบุคลากรทางการศึกษา|อาสาสมัครสาธารณสุข'.split(
    '|',
  );
const WHAT =
  'การป้องกันผลประโยชน์ทับซ้อน|การจัดซื้อจัดจ้างอย่างโปร่งใส|มาตรฐานทางจริยธรรม|การให้บริการตามลำดับก่อนหลัง|การใช้ทรัพย์สินของราชการ|การรับเรื่องร้องเรียนการทุจริต|แผนการใช้จ่ายงบประมาณ|การบริหารทรัพยากรบุคคล|การเปิดเผยข้อมูลสาธารณะ|การประเมินความเสี่ยงการทุจริต|นโยบายไม่รับของขวัญ|คู่มือมาตรฐานการปฏิบัติงาน'.split(
    '|',
  );
const CIRCUMSTANCES = ['อย่างต่อเนื่อง', 'อย่างเคร่งครัด', 'ร่วมกับสถานีตำรวจในพื้นที่', 'ผ่านกลุ่มไลน์ของฝ่าย'];
const MONTHS = 'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|ตุลาคม|พฤศจิกายน|ธันวาคม'.split('|');
const FIRST_NAMES = ['สมชาย', 'วิไลวรรณ', 'ประเสริฐ', 'อรุณี', 'ธนากร', 'พิมพ์ใจ'];
const SURNAMES = ['ใจดี', 'รักไทย', 'สุขสวัสดิ์', 'มั่นคง', 'ทองประเสริฐ'];
const PLACES = ['ศาลาประชาคม', 'ห้องประชุมใหญ่', 'จุดบริการด่วนมหานคร', 'ลานกีฬาชุมชน', 'หน้าสำนักงาน'];

/**
 * Made-up answers of all responsible agencies to every measure: 5 to 8 statements a measure, each said by several agencies in
 * their own words with their own facts. The same seed gives the same answers.
 */
export function similarAnswers(
  programme: Programme,
  roster: Roster,
  seed: number,
  looseness: Looseness,
): readonly KnownAnswer[] {
  const random = new Random(seed);
  const agencies = new Map(roster.agencies.map((agency) => [agency.code, agency]));
  return measuresOf(programme).flatMap(({ measure }) => {
    const statements = statementsFor(random, looseness);
    return measure.responsible.agencies.map((code): KnownAnswer => {
      const [id, clauses] = random.of([...statements.entries()]);
      return {
        agency: code,
        measure: measure.key,
        statement: `${measure.key} ${id}`,
        ...said(random, clauses, agencies.get(code)!, looseness),
      };
    });
  });
}

/** The answers as one submission an agency. */
export function asSubmissions(answers: readonly KnownAnswer[]): readonly Submission[] {
  const byAgency = new Map<AgencyCode, KnownAnswer[]>();
  for (const answer of answers) byAgency.set(answer.agency, [...(byAgency.get(answer.agency) ?? []), answer]);
  return [...byAgency].map(([agency, own]) => ({
    agency,
    file: `${agency}.xlsx`,
    savedAt: '2022-03-01T02:00:00Z',
    issues: [...new Set(own.map(({ measure }) => Number(measure.split('.')[0])))],
    contact: {},
    entries: own.map(({ measure, text }, row) => ({
      measure,
      paragraphs: [{ text, sheet: 'แผ่นงาน', cell: { row, column: 5 } }],
      dates: [],
      evidence: [],
      notes: [],
    })),
  }));
}

function statementsFor(random: Random, { twins }: Looseness): ReadonlyMap<string, readonly string[]> {
  const statements = new Map<string, readonly string[]>();
  const wanted = 5 + random.below(4);
  while (statements.size < wanted) {
    const frame = random.of([...FRAMES.entries()]);
    const [who, what] = [random.of(WHO), random.of(WHAT)];
    const fill = (clause: string, whom = who): string => clause.replace('[who]', whom).replace('[what]', what);
    const clauses = frame[1].clauses.map((clause) => fill(clause));
    statements.set(`${frame[0]} ${who} ${what}`, clauses);
    if (statements.size < wanted && random.chance(twins)) {
      statements.set(`${frame[0]} ${who} ${what} denied`, [fill(frame[1].denial), ...clauses.slice(1)]);
    }
    if (statements.size < wanted && random.chance(twins)) {
      const other = random.of(WHO.filter((whom) => whom !== who));
      statements.set(
        `${frame[0]} ${other} ${what}`,
        frame[1].clauses.map((clause) => fill(clause, other)),
      );
    }
  }
  return statements;
}

/** A statement in one agency's words. */
function said(
  random: Random,
  clauses: readonly string[],
  agency: Agency,
  looseness: Looseness,
): Pick<KnownAnswer, 'text' | 'facts'> {
  const facts: string[] = [];
  let [first = '', ...others] = clauses;
  if (random.chance(looseness.reordered)) others = random.shuffled(others);
  if (random.chance(looseness.inserted)) first = inserted(random, first);
  if (random.chance(looseness.typo)) first = mistyped(random, first);
  const own = random.of([agency.name, agency.name, '']);
  const circumstance = random.chance(looseness.circumstance) ? [random.of(CIRCUMSTANCES)] : [];
  const ending = random.chance(looseness.inserted) ? random.of(['', '', 'เรียบร้อยแล้ว', 'แล้ว']) : '';
  const template = [first, ...others, ...circumstance].join(random.chance(0.1) ? '  ' : ' ') + ending;
  const text = template.replace(/\{(\w+)\}/g, (_, kind: string) => {
    if (kind === 'own') return own === '' && template.startsWith('{own}') ? '' : own || 'หน่วยงาน';
    const fact = factOf(random, kind);
    facts.push(fact);
    return fact;
  });
  return { text, facts };
}

function factOf(random: Random, kind: string): string {
  const digits = (number: number | string): string => thaiDigits(String(number));
  switch (kind) {
    case 'date':
      return digits(`${1 + random.below(28)} ${random.of(MONTHS)} ๒๕๖๕`);
    case 'people':
      return digits(10 + random.below(200));
    case 'times':
      return digits(1 + random.below(9));
    case 'letter':
      return digits(`กท ${1000 + random.below(8000)}/${1 + random.below(999)}`);
    case 'order':
      return digits(`${1 + random.below(400)}/2565`);
    case 'link':
      return `https://www.bangkok.go.th/p${random.below(10_000)}`;
    case 'person':
      return `นาย${random.of(FIRST_NAMES)} ${random.of(SURNAMES)}`;
    case 'place':
      return random.of(PLACES);
    default:
      throw new Error(`no fact is called ${kind}`);
  }
}

/** The clause with a word put in or left out that changes nothing of what it says. */
function inserted(random: Random, clause: string): string {
  return random.of([
    clause.replace('ได้จัด', 'จัด'),
    clause.replace(/^\{own\}(?!ได้|ไม่|ยัง|อยู่|มี)/, '{own}ได้'),
    clause.replace('มีหนังสือเวียนแจ้ง', 'ได้มีหนังสือแจ้งเวียน'),
    clause.replace('เพื่อ', ' เพื่อ'),
    clause.replace('ให้', 'ให้ '),
    clause.replace('ของหน่วยงาน', 'หน่วยงาน'),
  ]);
}

/** The clause with a letter lost, doubled or exchanged with the next, inside a Thai word and outside facts. */
function mistyped(random: Random, clause: string): string {
  const places = Array.from(clause.matchAll(/(?<=[ก-ฮะ-์]{2})[ก-ฮ](?=[ก-ฮ][ก-ฮะ-์])(?![^{]*\})/g), ({ index }) => index);
  if (places.length === 0) return clause;
  const at = random.of(places);
  const [letter, next] = [clause.charAt(at), clause.charAt(at + 1)];
  const [before, after] = [clause.slice(0, at), clause.slice(at + 2)];
  return before + random.of([next, letter + letter + next, next + letter]) + after;
}

/** Numbers that look random and are the same for a seed (mulberry32). */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, key: this.below(1_000_000) }))
      .sort((one, other) => one.key - other.key)
      .map(({ item }) => item);
  }
}
