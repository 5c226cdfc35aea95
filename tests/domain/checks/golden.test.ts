import { validate } from '../../../src/domain/checks/validate.ts';
import { programme, reportAsSubmissions, roster } from '../../support/report-2565.ts';
import { expectGolden } from '../../support/golden.ts';

/** The report has no workbook: who was asked, and whom to ask, is not in it. */
const checked = { ...programme, rules: { 'answer-missing': false, 'contact-missing': false } };
const findings = reportAsSubmissions().flatMap((submission) =>
  validate({ submissions: [submission], problems: [] }, { programme: checked, roster }),
);

describe('the findings in the printed report of 2565', () => {
  it('are these', () => {
    expectGolden(
      'findings-2565',
      findings.map(({ severity, code, agency, measure, field, found, suggestion, facts }) => ({
        finding: `${severity} ${code} ${agency} ${measure} ${field}`,
        found: suggestion === undefined ? found : `${found} → ${suggestion}`,
        ...(Object.keys(facts).length === 0 ? {} : { facts }),
      })),
    );
  });

  it('are among them the broken link, the digits that were left, the wrong sum and the misspelt agencies', () => {
    const of = (wanted: string) => findings.filter(({ code }) => code === wanted);
    expect(of('digits-in-ascii').map(({ found }) => found)).toEqual(['http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/Rongtook/Home.aspx']);
    expect(of('digits-arabic').map(({ fix }) => fix?.text)).toEqual(['๒๕๖๕', '๒๐๑๙', '๑๙']);
    expect(of('sum-differs').map(({ facts }) => facts)).toEqual([{ stated: '200', sum: '170', parts: '150 + 6 + 14' }]);
    expect(new Set(of('agency-misspelt').map(({ found }) => found))).toEqual(
      new Set([
        'สำนักงานเลขาธิการสำนักปลัดกรุงเทพมหานคร',
        'สำนักงานเลขาธิการปลัดกรุงเทพมหานคร',
        'สำนักงานแพทย์',
        'สำนักงานคลัง',
        'สำนักงานวางผังและพัฒนาเมือง',
        'สำนักงานประมาณกรุงเทพมหานคร',
      ]),
    );
  });

  it('block the report nowhere but at the broken link', () => {
    expect(findings.filter(({ severity }) => severity === 'must').map(({ code }) => code)).toEqual(['digits-in-ascii']);
  });
});
