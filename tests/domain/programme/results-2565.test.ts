import { createHash } from 'node:crypto';
import results from '../../../docs/examples/bma-2565/results.json';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { measuresOf } from '../../../src/domain/programme/programme.ts';
import { nameAgencies } from '../../../src/domain/programme/name-agencies.ts';
import { agencyByCode, namesItself } from '../../../src/domain/programme/responsibility.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';

interface Result {
  readonly measure: string;
  readonly alsoFor?: readonly string[];
  readonly agencies: string | readonly string[];
  readonly text: string;
}

const { programme, roster } = builtInProgramme(2565)!;
const paragraphs: readonly Result[] = results;
const measures = new Map(measuresOf(programme).map(({ measure }) => [measure.key as string, measure]));

describe('the example: the results of 2565', () => {
  it('are 101 paragraphs', () => {
    expect(paragraphs).toHaveLength(101);
  });

  it('hold every character of the printed column, in its order', () => {
    const column = paragraphs.map(({ text }) => text).join('');
    const digest = createHash('sha256').update(column.replace(/\s/g, '')).digest('hex');
    expect(digest).toBe('f8e5bb17aa018458bbc4dd84f33c900bbcadb45da9e9a660ac74ebd989f81677');
  });

  it('have no markup and no stray white space', () => {
    expect(paragraphs.filter(({ text }) => /<|\s\s|^\s|\s$|[^\S ]/.test(text))).toEqual([]);
    // The only characters beyond Thai and ASCII in print are two pairs of quotation marks.
    expect(paragraphs.flatMap(({ text }) => text.match(/[^\u0e00-\u0e7f\x20-\x7e]/g) ?? [])).toEqual([
      '“',
      '”',
      '“',
      '”',
    ]);
  });

  it('stand under measures of the programme, in printed order, and every measure has one', () => {
    const keys = [...measures.keys()];
    const locations = paragraphs.map(({ measure }) => keys.indexOf(measure));
    expect(locations).toEqual(locations.toSorted((one, other) => one - other));
    const answered = new Set(paragraphs.flatMap(({ measure, alsoFor = [] }) => [measure, ...alsoFor]));
    expect(keys.filter((key) => !answered.has(key))).toEqual([]);
    expect(answered.size).toBe(keys.length);
  });

  it('begin a paragraph at every bullet, and at no hyphen that is none', () => {
    const hyphens = paragraphs.flatMap(({ text }) =>
      [...text.slice(1).matchAll(/\S+ ?- \S+/g)].map(([words]) => words),
    );
    expect(hyphens).toEqual(
      ['๒๐๗ - ๒๑๑', '(โควิด - 19)', '๙ - ๑๐', '๒๕๖๔ - ๒๕๗๓', 'เชิงปฏิบัติการแบบไป - กลับ'].map((words): unknown =>
        expect.stringContaining(words),
      ),
    );
    expect(paragraphs.filter(({ text }) => text.startsWith('-'))).toHaveLength(60);
  });

  it.each([
    ['2.1.3', 'วางแผนการดำเนินงานและเร่งรัดการใช้จ่าย'],
    ['4.2.5', 'ในการใช้ทรัพย์สินได้อย่างถูกต้อง'],
    ['5.1.4', 'รวมทั้งสิ้น ๑๒๐ คน เข้าร่วมการประชุม'],
    ['6.1.6', 'ให้บุคคลดังกล่าวทราบ รวมทั้งมีการกำหนดมาตรการ'],
    ['6.1.9', 'การอบรมสัมมนาเชิงปฏิบัติการแบบไป - กลับ'],
    ['7.1.3', 'มีการเพิ่มช่องทางผ่านเว็บไซต์'],
    ['8.1.3', 'พ.ศ. ๒๕๖๔ จำนวน ๓ หน่วย'],
  ])('are joined over the end of a page under %s', (key, words) => {
    expect(paragraphs.filter(({ measure, text }) => measure === key && text.includes(words))).toHaveLength(1);
  });

  it('speak for agencies and classes of the roster', () => {
    const codes: ReadonlyMap<string, unknown> = agencyByCode(roster);
    const named = paragraphs.map(({ agencies }) => agencies);
    const classes = new Set(named.filter((agencies) => typeof agencies === 'string'));
    expect([...classes]).toEqual(['everyone', 'districts']);
    expect(roster.classes.map(({ id }) => id)).toEqual(expect.arrayContaining([...classes]));
    const lists = named.filter((agencies) => typeof agencies !== 'string');
    expect(lists.flat().filter((code) => !codes.has(code))).toEqual([]);
    expect(lists.filter((codesOf) => codesOf.length === 0)).toEqual([]);
  });

  it('speak for agencies that are responsible, but for one paragraph', () => {
    const foreign = paragraphs.filter(({ measure, agencies }) => {
      const responsible: readonly string[] = measures.get(measure)?.responsible.agencies ?? [];
      return typeof agencies !== 'string' && agencies.some((code) => !responsible.includes(code));
    });
    expect(foreign.map(({ measure, agencies }) => [measure, agencies])).toEqual([['3.1.1', ['0401']]]);
  });

  it('name who says them, but for those that would need it said', () => {
    const nameless = paragraphs.filter(({ text, agencies }) => !namesItself(roster, text, codesOf(agencies)));
    expect(
      nameless.map(({ measure, text, agencies }) => [
        measure,
        nameAgencies(roster, codesOf(agencies)).words,
        text.slice(0, 17),
      ]),
    ).toEqual([
      ['1.1.3', 'สำนักงานเขต ทั้ง ๕๐ เขต', '- มีช่องบริการเร่'],
      ['2.1.1', 'สำนักงบประมาณกรุงเทพมหานคร', 'มีการแสดงแผนการใช'],
      ['2.1.1', 'สำนักงบประมาณกรุงเทพมหานคร', '- งบประมาณรายจ่าย'],
      ['2.1.1', 'สำนักงบประมาณกรุงเทพมหานคร', '- งบประมาณรายจ่าย'],
      ['2.1.1', 'สำนักงบประมาณกรุงเทพมหานคร', '- งบประมาณโดยสังเ'],
      ['2.2.1', 'ทุกหน่วยงาน', '- มีการเวียนแจ้งก'],
      ['5.2.3', 'ทุกหน่วยงาน', '- ในการประชุมคณะก'],
      ['5.2.3', 'ทุกหน่วยงาน', '- มีการรวบรวมมาตร'],
      ['8.1.3', 'สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร', 'หลักเกณฑ์และสรุปแ'],
      ['8.1.3', 'สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร', 'https://shorturl.'],
    ]);
  });
});

function codesOf(agencies: string | readonly string[]): readonly AgencyCode[] {
  const kinds = roster.classes.find(({ id }) => id === agencies)?.kinds;
  return roster.agencies
    .filter(({ code, kind }) => (kinds === undefined ? agencies.includes(code) : kinds === '*' || kinds.includes(kind)))
    .map(({ code }) => code);
}
