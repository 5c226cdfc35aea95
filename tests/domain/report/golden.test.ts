import { validate } from '../../../src/domain/report/validate.ts';
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
      findings.map(({ severity, code, agency, cell, found, suggestion, facts }) => ({
        finding: `${severity} ${code} ${agency} ${cell}`,
        found: suggestion === undefined ? found : `${found} → ${suggestion}`,
        ...(Object.keys(facts).length === 0 ? {} : { facts }),
      })),
    );
  });
});
