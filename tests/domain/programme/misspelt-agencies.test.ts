import fc from 'fast-check';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { editDistance } from '../../../src/domain/programme/edit-distance.ts';
import { misspeltAgenciesIn } from '../../../src/domain/programme/misspelt-agencies.ts';
import { NameTrie } from '../../../src/domain/programme/name-trie.ts';

const { roster } = builtInProgramme(2565)!;

describe('the names of agencies', () => {
  it('are right as the roster spells them, however they are spaced', () => {
    for (const { name } of roster.agencies) {
      expect(misspeltAgenciesIn(roster, `- ${name}จัดประชุมร่วมกับ ${name.replace('งาน', 'งาน ')} แล้ว`)).toEqual([]);
    }
  });

  it.each([
    ['สำนักงานเขตสาธรจัดประชุม', 'สำนักงานเขตสาธร', 'สำนักงานเขตสาทร'],
    ['สำนักงบประมาน กรุงเทพมหานคร ได้', 'สำนักงบประมาน กรุงเทพมหานคร', 'สำนักงบประมาณกรุงเทพมหานคร'],
    ['โดยสำนักสิ่งแวดล้อบได้', 'สำนักสิ่งแวดล้อบ', 'สำนักสิ่งแวดล้อม'],
    ['สถาบันพัฒนาข้าราชการกรุงเทพมหานตร', 'สถาบันพัฒนาข้าราชการกรุงเทพมหานตร', 'สถาบันพัฒนาข้าราชการกรุงเทพมหานคร'],
  ])('are found where they are nearly right: %s', (text, written, likely) => {
    const found = misspeltAgenciesIn(roster, text).map(({ start, end, name }) => [text.slice(start, end), name]);
    expect(found).toEqual([[written, likely]]);
  });

  it.each([
    'สำนักงานเขต ทั้ง ๕๐ เขต',
    'สำนักงานเขตเอง',
    'สำนักงาน ป.ป.ช. สำนักนายกรัฐมนตรี สำนักงานตรวจเงินแผ่นดิน',
    'ทุกหน่วยงานและส่วนราชการในสังกัดสำนักปลัดกรุงเทพมหานคร',
    'สำนักงานประชาสัมพันธ์ สำนักปลัดกรุงเทพมหานคร',
    'กองวินัยและเสริมสร้างจริยธรรม สำนักงาน ก.ก.',
  ])('are not seen in other names: %s', (text) => {
    expect(misspeltAgenciesIn(roster, text)).toEqual([]);
  });
});

describe('a trie of names', () => {
  it('finds the name that is nearest by edit distance', () => {
    const word = fc.string({ unit: fc.constantFrom('ก', 'ข', 'ค'), minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), word, (names, text) => {
        const trie = new NameTrie<string>();
        for (const name of names) trie.add(name, name, 2);
        const distances = names.map((name) =>
          Math.min(...Array.from({ length: text.length + 1 }, (_, end) => editDistance(name, text.slice(0, end)))),
        );
        const least = Math.min(...distances);
        const found = trie.nearestAt(text, 0);
        expect(found === undefined ? Infinity : editDistance(found.value, text.slice(0, found.length))).toBe(
          least <= 2 ? least : Infinity,
        );
      }),
    );
  });
});
