import fc from 'fast-check';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { misspeltAgenciesIn } from '../../../src/domain/programme/misspelt-agencies.ts';

const { roster } = builtInProgramme(2565)!;

const OFFICE = 'สำนักงานเขต';
const WAYS = [OFFICE, 'ผู้อำนวยการเขต', 'ผู้ช่วยผู้อำนวยการเขต', 'ผอ.เขต', 'สนข.'];
const districts = roster.agencies.flatMap(({ name }) => (name.startsWith(OFFICE) ? [name.slice(OFFICE.length)] : []));

/** Slips of the keyboard before the last letter: behind it the next word begins. */
const SLIPS: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at + 1) + word.slice(at),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  (word, at) => `${word.slice(0, at)}ฮ${word.slice(at + 1)}`,
];

describe('the names of districts', () => {
  const way = fc.constantFrom(...WAYS);
  const district = fc.constantFrom(...districts);

  it.each(WAYS)('are right after %s as the roster spells them', (head) => {
    for (const name of districts) {
      for (const text of [`${head}${name}`, `${head} ${name}`, `โดย${head}${name}เป็นประธาน`]) {
        expect(misspeltAgenciesIn(roster, text)).toEqual([]);
      }
    }
  });

  it('are found with one slip anywhere in them', () => {
    fc.assert(
      fc.property(way, district, fc.constantFrom(...SLIPS), fc.nat(), (head, name, slip, place) => {
        const written = slip(name, place % (name.length - 1));
        fc.pre(!districts.some((other) => written.startsWith(other)));
        const text = `โดย${head}${written} เป็นประธาน`;
        const found = misspeltAgenciesIn(roster, text);
        expect(found).toHaveLength(1);
        expect(text.slice(found[0]!.start, found[0]!.end)).toContain(written.slice(0, -2));
      }),
    );
  });
});

describe('the names of agencies', () => {
  it('are right as the roster spells them, however they are spaced', () => {
    for (const { name } of roster.agencies) {
      expect(misspeltAgenciesIn(roster, `- ${name}จัดประชุมร่วมกับ ${name.replace('งาน', 'งาน ')} แล้ว`)).toEqual([]);
    }
  });

  it.each([
    ['สำนักงานเขตสาธรจัดประชุม', 'สำนักงานเขตสาธร', 'สำนักงานเขตสาทร'],
    ['สำนักงบประมาน กรุงเทพมหานคร ได้', 'สำนักงบประมาน กรุงเทพมหานคร', 'สำนักงบประมาณกรุงเทพมหานคร'],
    ['ผู้อำนวยการเขตบางกระปิร่วมลงพื้นที่', 'ผู้อำนวยการเขตบางกระปิ', 'สำนักงานเขตบางกะปิ'],
    ['ผอ.เขตบางขนเทียนเป็นประธาน', 'ผอ.เขตบางขนเทียน', 'สำนักงานเขตบางขุนเทียน'],
    ['สนข. คองสาน', 'สนข. คองสาน', 'สำนักงานเขตคลองสาน'],
    ['สำนักงานเขตบางกอนก้อยจัดอบรม', 'สำนักงานเขตบางกอนก้อย', 'สำนักงานเขตบางกอกน้อย'],
    ['โดยสำนักสิ่งแวดล้อบได้', 'สำนักสิ่งแวดล้อบ', 'สำนักสิ่งแวดล้อม'],
    ['สถาบันพัฒนาข้าราชการกรุงเทพมหานตร', 'สถาบันพัฒนาข้าราชการกรุงเทพมหานตร', 'สถาบันพัฒนาข้าราชการกรุงเทพมหานคร'],
  ])('are found where they are nearly right: %s', (text, written, likely) => {
    const found = misspeltAgenciesIn(roster, text).map(({ start, end, name }) => [text.slice(start, end), name]);
    expect(found).toEqual([[written, likely]]);
  });

  it.each([
    'สำนักงานเขต ทั้ง ๕๐ เขต',
    'สำนักงานเขตเอง',
    'ผู้อำนวยการเขตทุกเขต ผู้อำนวยการเขตและผู้ช่วยผู้อำนวยการเขต',
    'ผู้อำนวยการเขตเป็นประธาน ผู้อำนวยการเขตมอบหมาย ผู้อำนวยการกอง',
    'ในเขตประเทศไทย เขตดินแดน เขตพื้นที่',
    'สนข. ทั้ง ๕๐ แห่ง สนข.แจ้งเวียน',
    'สำนักงาน ป.ป.ช. สำนักนายกรัฐมนตรี สำนักงานตรวจเงินแผ่นดิน',
    'ทุกหน่วยงานและส่วนราชการในสังกัดสำนักปลัดกรุงเทพมหานคร',
    'สำนักงานประชาสัมพันธ์ สำนักปลัดกรุงเทพมหานคร',
    'กองวินัยและเสริมสร้างจริยธรรม สำนักงาน ก.ก.',
  ])('are not seen in other names: %s', (text) => {
    expect(misspeltAgenciesIn(roster, text)).toEqual([]);
  });

  it('are found as they stand in the text, whatever is not seen between their letters', () => {
    const written = 'สำนักงบประมานกรุงเทพมหานคร';
    const text = `๑. ให้${written}ดำเนินการ`;
    const unseen = fc.constantFrom('', '', ' ', '\u200b', '\u00ad\n', '\u00a0 ');
    fc.assert(
      fc.property(fc.array(unseen, { minLength: text.length, maxLength: text.length }), (gaps) => {
        const spaced = gaps.map((gap, at) => text.charAt(at) + gap).join('');
        const [found] = misspeltAgenciesIn(roster, spaced);
        const range = spaced.slice(found?.start, found?.end);
        expect(range.replace(/[\s\u00ad\u200b]/g, '')).toBe(written);
        expect(range).toMatch(/^ส.*ร$/s);
      }),
    );
  });
});
