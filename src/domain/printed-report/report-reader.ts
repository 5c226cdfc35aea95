import { parseMeasureKey, type MeasureKey } from '../programme/programme.ts';
import { compareKey } from '../text/compare.ts';
import { foldDigits, thaiDigits } from '../text/digits.ts';
import { listItemOf, listMarkerOf } from '../text/list-items.ts';
import { joined } from './joined.ts';
import type { ReportDoubt, RowPlace } from './report-doubt.ts';
import type { Line, PrintedRow } from './report-rows.ts';

/** A measure as the rows tell it. */
export interface DraftMeasure {
  readonly key: MeasureKey;
  readonly printed?: string;
  text: string;
  party: string;
  readonly results: string[];
  /** Its number; that of one without is its place in the group. */
  readonly number: number;
  readonly isNumbered: boolean;
  /** The number of its group in the issue. */
  readonly group: number;
}

/** An issue as the rows tell it. */
export interface DraftIssue {
  readonly at: RowPlace;
  readonly number: number;
  /** As printed, with its number. */
  readonly title: string;
  readonly measures: DraftMeasure[];
}

/** A part as the rows tell it; undefined where no band stands above its issues. */
export interface DraftPart {
  readonly at: RowPlace;
  readonly title: string | undefined;
  readonly issues: DraftIssue[];
}

/** Puts the rows of a printed report together, from top to bottom. */
export class ReportReader {
  readonly parts: DraftPart[] = [];
  readonly doubts: ReportDoubt[] = [];
  readonly #isParty: (party: string) => boolean;
  #part: DraftPart | undefined;
  #issue: DraftIssue | undefined;
  /** The measure whose row is read; results that follow are its. */
  #measure: DraftMeasure | undefined;

  /** @param isParty whether the roster knows a responsible party */
  constructor(isParty: (party: string) => boolean) {
    this.#isParty = isParty;
  }

  read(row: PrintedRow): void {
    const { issue, measure, party, result } = row.cells;
    if (issue.length > 0 && measure.length + party.length + result.length === 0 && !numberOfTitle(joined(issue))) {
      this.#beginPart(joined(issue), row.at);
      return;
    }
    if (issue.length > 0) this.#beginIssue(joined(issue), row.at);
    if (!this.#issue || (!this.#measure && measure.length === 0)) {
      this.#notTaken(row.at, [...(this.#issue ? [] : issue), ...measure, ...party, ...result]);
      return;
    }
    if (measure.length === 0 || this.#continues(row)) this.#continue(row);
    else this.#beginMeasures(row, this.#issue);
  }

  #beginPart(title: string, at: RowPlace): void {
    if (this.#part && compareKey(this.#part.title ?? '') === compareKey(title)) return;
    this.#part = { at, title, issues: [] };
    this.parts.push(this.#part);
    this.#issue = undefined;
    this.#measure = undefined;
  }

  /** A title that is the last one again, on another page, begins nothing. */
  #beginIssue(title: string, at: RowPlace): void {
    if (this.#issue && compareKey(this.#issue.title) === compareKey(title)) return;
    const last = this.parts.flatMap(({ issues }) => issues).at(-1)?.number ?? 0;
    const found = numberOfTitle(title);
    const number = found !== undefined && found > last ? found : last + 1;
    if (number !== found) this.doubts.push({ code: 'issue-number', at, text: title, number });
    if (!this.#part) {
      this.#part = { at, title: undefined, issues: [] };
      this.parts.push(this.#part);
    }
    this.#issue = { at, number, title, measures: [] };
    this.#part.issues.push(this.#issue);
    this.#measure = undefined;
  }

  /**
   * Whether the measure of a row is the rest of the one above, in which the page ended: it has no number, and either names nobody, or those before
   * it are numbered and the name of who is responsible was cut too.
   */
  #continues({ cells: { measure, party }, isAfterHeadings, isPartyMerged }: PrintedRow): boolean {
    const [first] = measure;
    if (!this.#measure || !first || isNumbered(first) || isPartyMerged) return false;
    if (party.length === 0) return true;
    const { party: above } = this.#measure;
    const isCut = !this.#isParty(above) && this.#isParty(`${above} ${joined(party)}`);
    return isAfterHeadings && (isCut || this.#measure.isNumbered);
  }

  #continue({ at, cells: { measure, party, result }, isAfterHeadings }: PrintedRow): void {
    const current = this.#measure;
    if (!current) return;
    const [text, more] = [joined(measure), joined(party)];
    if (text !== '') {
      current.text = goneOn(current.text, text);
      this.doubts.push({ code: 'measure-continued', at, measure: current.key, text });
    }
    if (more !== '' && compareKey(more) !== compareKey(current.party)) {
      current.party = `${current.party} ${more}`;
      this.doubts.push({ code: 'party-continued', at, measure: current.key, text: more });
    }
    const [first] = result;
    if (first && isAfterHeadings && current.results.length > 0 && listMarkerOf(first.text) === '') {
      this.doubts.push({ code: 'result-continued', at, measure: current.key, text: first.text });
    }
    current.results.push(...result.map((line) => line.text));
  }

  #beginMeasures(row: PrintedRow, issue: DraftIssue): void {
    const { at, cells, isAfterHeadings } = row;
    const above = this.#measure;
    const party = this.#partyOf(row);
    const begun = measureTexts(cells.measure).flatMap((text) => this.#beginMeasure(text, party, issue, at) ?? []);
    const [first] = begun;
    if (!first) {
      this.#notTaken(at, cells.result);
      return;
    }
    if (begun.length > 1) this.doubts.push({ code: 'measures-in-row', at, measures: begun.map(({ key }) => key) });
    if (party === '' || (cells.party.length === 0 && !row.isPartyMerged)) {
      this.doubts.push({ code: 'party-missing', at, measure: first.key, text: first.text });
    }
    first.results.push(...cells.result.map(({ text }) => text));
    const [result] = first.results;
    if (isAfterHeadings && above && result !== undefined && looksCut(above.results.at(-1) ?? '', result)) {
      this.doubts.push({ code: 'result-of-above', at, measure: first.key, above: above.key, text: result });
    }
  }

  /** Who is responsible as printed; that of the measure above where nobody is named. */
  #partyOf({ cells: { party } }: PrintedRow): string {
    return party.length > 0 ? joined(party) : (this.#measure?.party ?? '');
  }

  /** Undefined if the measure can have no key. */
  #beginMeasure(
    { number, text }: MeasureText,
    party: string,
    issue: DraftIssue,
    at: RowPlace,
  ): DraftMeasure | undefined {
    const last = issue.measures.at(-1);
    // The numbering restarts with a group; a measure without a number goes on with those of its party.
    const restarts = last && (number === undefined ? last.isNumbered && last.party !== party : number <= last.number);
    const group = (last?.group ?? 1) + (restarts ? 1 : 0);
    const expected = last && !restarts ? last.number + 1 : 1;
    const own = number ?? expected;
    const key = parseMeasureKey(`${issue.number}.${group}.${own}`);
    if (key === undefined) {
      this.doubts.push({ code: 'text-not-taken', at, text });
      return undefined;
    }
    const measure: DraftMeasure = {
      key,
      ...(number === undefined ? {} : { printed: `${thaiDigits(String(number))}.` }),
      text,
      party,
      results: [],
      number: own,
      isNumbered: number !== undefined,
      group,
    };
    if (number === undefined) this.doubts.push({ code: 'measure-without-number', at, measure: key });
    else if (number !== expected)
      this.doubts.push({ code: 'number-skipped', at, measure: key, found: number, expected });
    issue.measures.push(measure);
    this.#measure = measure;
    return measure;
  }

  #notTaken(at: RowPlace, lines: readonly Line[]): void {
    this.doubts.push(...lines.map(({ text }): ReportDoubt => ({ code: 'text-not-taken', at, text })));
  }
}

/** A measure of a cell: its number, and its text without it. */
interface MeasureText {
  readonly number?: number;
  readonly text: string;
}

/** The measures of a cell: each numbered line that follows the number before it begins one. */
function measureTexts(lines: readonly Line[]): readonly MeasureText[] {
  const found: { number?: number; lines: string[] }[] = [];
  for (const { text, isListItem } of lines) {
    const last = found.at(-1);
    const item = numberOf(text);
    const number = item?.number ?? (isListItem && last?.number !== undefined ? last.number + 1 : undefined);
    const begins = !last || (number !== undefined && last.number !== undefined && number === last.number + 1);
    if (begins)
      found.push({ ...(number === undefined ? {} : { number }), lines: [text.slice(item?.length ?? 0).trim()] });
    else last.lines.push(text);
  }
  return found.map(({ number, lines: own }) => ({
    ...(number === undefined ? {} : { number }),
    text: own.join(' ').replace(/\s+/g, ' ').trim() || '—',
  }));
}

/** The number that a measure begins with, such as `๑.`. */
function numberOf(text: string): { readonly number: number; readonly length: number } | undefined {
  const item = listItemOf(text);
  return item?.style === '.' && item.number > 0 ? item : undefined;
}

function isNumbered({ text, isListItem }: Line): boolean {
  return isListItem || numberOf(text) !== undefined;
}

/** The number of an issue's title, such as `๑) การปฏิบัติหน้าที่`. */
function numberOfTitle(title: string): number | undefined {
  const [, number] = /^(?:ประเด็นที่ ?)?\(?(\d{1,3})(?:[.)]| (?=\D))/.exec(foldDigits(title)) ?? [];
  return number === undefined || Number(number) === 0 ? undefined : Number(number);
}

/** A text that the end of a page cut; between two letters of Thai there is no blank. */
function goneOn(text: string, rest: string): string {
  return /[ก-๛]$/.test(text) && /^[ก-๛]/.test(rest) ? text + rest : `${text} ${rest}`;
}

/** What continues a sentence as a rule. */
const CONTINUES =
  /^(?:[\d๐-๙][\d๐-๙,.]* ?(?:คน|แห่ง|หน่วย|ครั้ง|ราย|เขต|ฉบับ|เรื่อง|โครงการ)|และ|รวมทั้ง|หรือ|ซึ่ง|โดย|เพื่อ|ตลอดจน|ของ|ที่|ให้|ว่า|แต่|ได้แก่|อีกทั้ง)/;

/** What a sentence does not end with. */
const OPEN = /(?:และ|หรือ|ของ|ที่|ให้|โดย|เพื่อ|ใน|จาก|กับ|ตาม|รวม|ทั้งสิ้น|ซึ่ง|จำนวน|เป็น|การ|ความ|ว่า|,)$/;

/** Whether a page may have ended between two texts in the middle of a sentence. */
function looksCut(above: string, below: string): boolean {
  return above !== '' && listMarkerOf(below) === '' && (OPEN.test(above) || CONTINUES.test(below));
}
