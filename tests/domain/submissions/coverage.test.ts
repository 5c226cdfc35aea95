import { coverageOf, receivedOf, unansweredOf } from '../../../src/domain/submissions/coverage.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import type { Submission } from '../../../src/domain/submissions/submission.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, submissionOf } from '../../support/report-builders.ts';

const sent = (...submissions: readonly Submission[]) =>
  coverageOf(
    REPORT_PROGRAMME,
    REPORT_ROSTER,
    new Map(submissions.map((submission) => [submission.agency, [submission]])),
  );

describe('the measures that an agency has not answered', () => {
  it('are those without a status and without a result, by issue', () => {
    const [, finance] = sent(
      submissionOf('02', {
        '1.1.1': ['ก'],
        '1.1.2': { status: 'ดำเนินการแล้ว' },
        '1.1.3': { notes: ['ข'] },
        '2.1.1': ['ค'],
        '2.2.1': ['-', '…'],
      }),
    );
    const unanswered = [...unansweredOf(REPORT_PROGRAMME, finance!)];
    expect(unanswered.map(([issue, measures]) => [issue, measures.map(({ key }) => key)])).toEqual([
      [1, ['1.1.3']],
      [2, ['2.2.1']],
      [3, ['3.1.1']],
    ]);
  });
});

describe('how many agencies have sent a workbook', () => {
  it('counts one without answers, and names those that are missing in the order of the roster', () => {
    expect(receivedOf(sent(submissionOf('12', {}), submissionOf('02', { '1.1.1': ['ก'] })))).toEqual({
      expected: 6,
      received: 2,
      missing: ['01', '03', '11', '13'],
    });
  });

  it('leaves out an agency that has no measure to answer', () => {
    const notAsked = { agency: '98' as AgencyCode, submissions: [], issues: new Map<number, never>() };
    const [asked] = sent();
    expect(receivedOf([asked!, notAsked])).toEqual({ expected: 1, received: 0, missing: ['01'] });
  });
});
