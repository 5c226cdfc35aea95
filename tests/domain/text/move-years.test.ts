import fc from 'fast-check';
import { moveYears } from '../../../src/domain/text/move-years.ts';

describe('moving the years of a text from 2565 to 2566', () => {
  it.each([
    ['ประจำปีงบประมาณ พ.ศ. ๒๕๖๕', 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๖'],
    ['ประจำปีงบประมาณ พ.ศ.2565', 'ประจำปีงบประมาณ พ.ศ.2566'],
    ['(ณ เดือนธันวาคม ๒๕๖๔ ถึงเมษายน ๒๕๖๕)', '(ณ เดือนธันวาคม ๒๕๖๕ ถึงเมษายน ๒๕๖๖)'],
    ['เม.ย. ๖๕', 'เม.ย. ๖๖'],
    ['ปีงบประมาณ ๒๕๖๕ และปี ๖๕', 'ปีงบประมาณ ๒๕๖๖ และปี ๖๖'],
    ['๓๐ กันยายน ๒๕๖๕', '๓๐ กันยายน ๒๕๖๖'],
    ['ภายในวันที่ 30/9/2565', 'ภายในวันที่ 30/9/2566'],
    ['Fiscal year 2022', 'Fiscal year 2023'],
  ])('moves %s', (text, moved) => {
    expect(moveYears(text, 2565)).toEqual({ text: moved, left: [] });
  });

  it.each([
    ['ลงวันที่ ๑๕ พฤศจิกายน ๒๕๖๔', ['๒๕๖๔']],
    ['ลว. ๑๗ ก.พ. ๖๕', ['๖๕']],
    ['คำสั่งที่ ๕๑/๒๕๖๕', ['๒๕๖๕']],
    ['แผนแม่บท (พ.ศ. ๒๕๖๔ - ๒๕๗๓)', ['๒๕๖๔']],
    ['2022-04-29', ['2022']],
    ['แผน ๓ ปี ๒๕๖๓-๒๕๖๕', ['๒๕๖๕']],
  ])('leaves what stays what it was, and tells it: %s', (text, left) => {
    expect(moveYears(text, 2565)).toEqual({ text, left });
  });

  it.each([
    'พระราชบัญญัติวินัยการเงินการคลัง พ.ศ. ๒๕๖๑',
    'https://example.go.th/2565/plan-2565.pdf',
    'จำนวน ๑๒,๕๖๕ คน',
    'ร้อยละ ๖๕',
    '',
  ])('does not touch what is no year of the programme: %s', (text) => {
    expect(moveYears(text, 2565)).toEqual({ text, left: [] });
  });

  it('changes digits only, and those in their kind', () => {
    const piece = fc.constantFrom(
      'ปี ',
      'พ.ศ. ',
      '๒๕๖๕',
      '2565',
      '๖๕',
      '/',
      ' - ',
      'เมษายน ',
      '๑ ',
      'ลว. ',
      'ก',
      '2022',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { text: moved } = moveYears(text, 2565);
        const shape = (each: string): string => each.replace(/[๐-๙]/g, '๐').replace(/[0-9]/g, '0');
        expect(shape(moved)).toBe(shape(text));
      }),
    );
  });
});
