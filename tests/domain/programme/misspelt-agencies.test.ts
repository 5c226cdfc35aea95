import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { misspeltAgenciesIn } from '../../../src/domain/programme/misspelt-agencies.ts';

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
