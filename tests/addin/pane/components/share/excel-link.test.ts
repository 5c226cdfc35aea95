import { excelLink } from '../../../../../src/addin/pane/components/share/excel-link.ts';

describe('the link that opens a workbook in Excel', () => {
  it('is for an address of a server', () => {
    expect(excelLink('https://bma.sharepoint.com/ITA/5019/a%20b.xlsx')).toBe(
      'ms-excel:ofe|u|https://bma.sharepoint.com/ITA/5019/a%20b.xlsx',
    );
  });

  it.each([undefined, '', 'http://bma.sharepoint.com/a.xlsx', 'javascript:alert(1)', 'file:///a.xlsx'])(
    'is none for %s',
    (address) => {
      expect(excelLink(address)).toBeUndefined();
    },
  );
});
