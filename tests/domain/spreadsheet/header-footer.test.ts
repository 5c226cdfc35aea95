import fc from 'fast-check';
import { headerText, headerTexts, PAGE_NUMBER } from '../../../src/domain/spreadsheet/header-footer.ts';

describe('the texts of a header or footer', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['&L&"TH SarabunPSK,Regular"&14กองคลัง&Cลับ&R&D &T', ['กองคลัง', 'ลับ']],
    ['ไม่มีส่วน', ['ไม่มีส่วน']],
    ['&Lก && ข&&L&Rค', ['ก & ข&L', 'ค']],
    ['&C&KFF0000&B&16แดง&K01+000 หนา', ['แดง หนา']],
    [`&R${PAGE_NUMBER}`, []],
    ['&CPage &P of &N', []],
    ['&C- &P -', []],
    ['&Cหน้า &P ของกองคลัง', ['หน้า  ของกองคลัง']],
    ['&C2565', ['2565']],
    ['&F&A&Z', []],
  ])('of %j are %j', (code, texts) => {
    expect(headerTexts(code)).toEqual(texts);
  });

  it('are what the program wrote into them, whatever that is', () => {
    const text = fc.string({
      unit: fc.constantFrom('ก', ' ', '&', 'L', '"', '๑', 'K', 'P'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const said = [left, right].map((one) => one.trim()).filter((one) => one !== '');
        expect(headerTexts(`&L${headerText(left)}&R${headerText(right)}`)).toEqual(said);
      }),
    );
  });
});
