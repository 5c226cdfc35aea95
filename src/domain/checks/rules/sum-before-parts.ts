import { sumOf, type Counted } from './counted.ts';

/** A total that stands before its parts. */
export interface SplitTotal {
  readonly total: Counted;
  readonly parts: readonly Counted[];
  /** Whether the parts certainly have another sum. */
  readonly isWrong: boolean;
}

/** Words after a number that is the sum of those that follow: `๓๐ คน แบ่งเป็นชาย ๑๐ คน หญิง ๒๐ คน`, `๓๐ คน (ชาย ๑๐ คน …`. */
const SPLIT =
  /^[\s(,:]*(?:โดย|ซึ่ง)?\s*(?:(?:แบ่ง|จำแนก|แยก)(?:ได้)?(?:ออก)?(?:ได้)?เป็น(?: ?\d{1,2} ?(?:รุ่น|กลุ่ม|ประเภท|ส่วน|ระดับ|ฝ่าย|ชุด|หลักสูตร))?|ประกอบ(?:ไป)?ด้วย|ได้แก่|(?:เป็น|\()(?=(?:เพศ)?(?:ชาย|หญิง)))/;
/** The same after รวม: `รวม ๓๐ คน ชาย ๑๐ คน หญิง ๒๐ คน`. */
const SPLIT_OF_TOTAL = /^ (?=(?:เพศ)?(?:ชาย|หญิง))/;
/** Words before an approximate sum; งบประมาณ is not one. */
const ABOUT = /(?:กว่า|(?:^|[^บ])ประมาณ|ราวๆ?|เกือบ|อย่างน้อย|เกิน) ?$/;
/** Words before a number for each of several, an example, or parts of a part in brackets, which have no certain sum. */
const NO_PART = /ละ ?(?:จำนวน ?)?$|เช่น|อาทิ|\(/;
/** The beginning of a clause that no longer belongs to the list of parts. */
const OTHER_CLAUSE = /^[\s),]*(?:และ)?(?:โดย|ซึ่ง|ทั้งนี้|ใน|นอกจาก|ต่อมา|มี|จาก|จัด|เข้า|ร่วม|วิทยากร)|\n/;
/** A part without a number: `ประธาน รองประธาน ๒ คน`, and at the end `และเลขานุการ`. */
const UNCOUNTED = /[^\s,][ ,]+(?!จำนวน)[^\s,\d]/;
/** Words that continue a list. */
const CONTINUED = /^ ?(?:และ|กับ|ฯลฯ|เป็นต้น|,)/;

/** Limit of parts, because the sums of all subsets are computed. */
const MOST_PARTS = 10;
/** Limit of characters between the total or a part and the next part. */
const GAP = 60;

/** The totals of a text that stand before their parts. Takes linear time. */
export function* splitTotals(text: string, counts: readonly Counted[]): Generator<SplitTotal> {
  for (const [index, total] of counts.entries()) {
    const behind = text.slice(total.end, total.end + GAP);
    const [split] = SPLIT.exec(behind) ?? (total.isTotal ? SPLIT_OF_TOTAL.exec(behind) : null) ?? [];
    if (split === undefined) continue;
    const first = total.end + split.length;
    const listed = listedFrom(first, total.unit, counts.slice(index + 1, index + 1 + 2 * MOST_PARTS));
    const labels = listed.map(({ start }, at) => text.slice(listed[at - 1]?.end ?? first, start));
    const others = labels.findIndex((label) => OTHER_CLAUSE.test(label));
    const parts = others < 0 ? listed : listed.slice(0, others);
    const end = parts.at(-1)?.end ?? first;
    const isAbout = ABOUT.test(text.slice(Math.max(0, total.start - 16), total.start));
    const mayLack = labels.some((label) => UNCOUNTED.test(label.trim())) || CONTINUED.test(text.slice(end, end + 16));
    const isWrong =
      parts.length > 1 &&
      !isAbout &&
      !labels.some((label) => NO_PART.test(label)) &&
      !areListNumbers(parts) &&
      !sumsOf(listed).has(total.value) &&
      (!mayLack || sumOf(parts) > total.value);
    yield { total, parts, isWrong };
  }
}

/** The numbers with a unit from here on, up to a gap or the next total. */
function listedFrom(first: number, unit: string, counts: readonly Counted[]): readonly Counted[] {
  const listed: Counted[] = [];
  for (const count of counts) {
    const end = listed.at(-1)?.end ?? first;
    if (count.isTotal || count.start - end > GAP || listed.length === MOST_PARTS) break;
    if (count.start >= first && count.unit === unit) listed.push(count);
  }
  return listed;
}

/** `๒ โครงการ ได้แก่ ๑ โครงการ… ๒ โครงการ…`. */
function areListNumbers(parts: readonly Counted[]): boolean {
  return parts.every(({ value }, index) => value === (index + 1) * 100);
}

/** The sums of all subsets of two or more numbers, because some numbers may be parts of others. */
function sumsOf(counts: readonly Counted[]): ReadonlySet<number> {
  const sums = new Set<number>();
  const singles: number[] = [];
  for (const { value } of counts) {
    for (const sum of [...sums, ...singles]) sums.add(sum + value);
    singles.push(value);
  }
  return sums;
}
