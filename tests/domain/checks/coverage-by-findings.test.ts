import { coverageByFindings } from '../../../src/domain/checks/coverage-by-findings.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import { answeredInFull, coverageOf, totalOf } from '../../../src/domain/submissions/coverage.ts';
import type { Submission } from '../../../src/domain/submissions/submission.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, submissionOf } from '../../support/report-builders.ts';

const DONE = 'ดำเนินการแล้ว';

type About = Pick<Finding, 'agency' | 'file'>;
const OURS: About = { agency: '11' as AgencyCode, file: '11.xlsx' };
const OTHER_AGENCY: About = { ...OURS, agency: '12' as AgencyCode };
const OTHER_FILE: About = { ...OURS, file: 'old.xlsx' };

const SUBMISSION = submissionOf('11', {
  '1.1.1': ['ประกาศแล้ว', 'เวียนแล้ว'],
  '1.1.2': { status: DONE, results: ['อบรมแล้ว'] },
  '1.1.3': { notes: ['รออบรม'] },
});

function finding(code: Finding['code'], measure: string, about: About, more: Partial<Finding> = {}): Finding {
  return { ...about, code, measure: measure as MeasureKey, severity: 'should', found: '', facts: {}, ...more };
}

/** A finding that says that so many results of a measure seem to belong to another. */
function spilt(measure: string, count: number, about: About = OURS): Finding {
  const paragraphs = SUBMISSION.entries.find((entry) => entry.measure === measure)?.paragraphs ?? [];
  const from = paragraphs.slice(0, count).map(({ cell }) => cell);
  const { sheet } = paragraphs[0] ?? { sheet: 'ประเด็น 1' };
  return finding('result-spilt', measure, about, { sheet, move: { to: { row: 99, column: 5 }, from, isSure: false } });
}

/** How many measures are answered, and in full, of those that agency 11 is asked for, after what was found. */
function counted(findings: readonly Finding[], problems: readonly Problem[] = [], submission: Submission = SUBMISSION) {
  const coverages = coverageOf(REPORT_PROGRAMME, REPORT_ROSTER, new Map([[submission.agency, [submission]]]));
  const found = coverageByFindings(REPORT_PROGRAMME, coverages, findings, problems);
  const { issues } = found.find(({ agency }) => agency === '11')!;
  const total = totalOf(issues.values());
  return [total.answered, answeredInFull(total)];
}

describe('what counts as answered', () => {
  it('is every measure with a status or a result where nothing was found', () => {
    expect(counted([])).toEqual([2, 2]);
  });

  it('leaves the coverages themselves as they are where nothing of what was found tells of them', () => {
    const coverages = coverageOf(REPORT_PROGRAMME, REPORT_ROSTER, new Map([[SUBMISSION.agency, [SUBMISSION]]]));
    const remarks = [finding('text-repeated', '1.1.1', OURS), spilt('1.1.1', 2, OTHER_FILE)];
    expect(coverageByFindings(REPORT_PROGRAMME, coverages, remarks, [])).toStrictEqual(coverages);
    const [unclear] = coverageByFindings(
      REPORT_PROGRAMME,
      [coverages[3]!],
      [finding('status-missing', '1.1.1', OURS)],
      [],
    );
    expect(unclear).not.toHaveProperty('spilt');
    const [moved] = coverageByFindings(REPORT_PROGRAMME, [coverages[3]!], [spilt('1.1.1', 2)], []);
    expect(moved).not.toHaveProperty('unclear');
  });

  it.each<[string, readonly Finding[], readonly [number, number]]>([
    ['whose whole result seems to belong to another measure is not answered', [spilt('1.1.1', 2)], [1, 1]],
    ['of which only a part does is answered', [spilt('1.1.1', 1)], [2, 2]],
    ['whose status was chosen is answered, whatever seems to belong elsewhere', [spilt('1.1.2', 1)], [2, 2]],
    ['without a result is not taken out again', [spilt('1.1.3', 0)], [2, 2]],
    ['is answered where the finding is of another agency', [spilt('1.1.1', 2, OTHER_AGENCY)], [2, 2]],
    ['is answered where the finding is of another file', [spilt('1.1.1', 2, OTHER_FILE)], [2, 2]],
    ['without a status is not answered in full', [finding('status-missing', '1.1.1', OURS)], [2, 1]],
    ['that is done without a result is not answered in full', [finding('result-missing', '1.1.2', OURS)], [2, 1]],
    ['with any other finding is answered in full', [finding('text-repeated', '1.1.1', OURS)], [2, 2]],
    ['is so where the finding is of another agency', [finding('status-missing', '1.1.1', OTHER_AGENCY)], [2, 2]],
    ['is so where the finding is of another file', [finding('status-missing', '1.1.1', OTHER_FILE)], [2, 2]],
    [
      'may be unclear beside another that is spilt',
      [spilt('1.1.1', 2), finding('result-missing', '1.1.2', OURS)],
      [1, 0],
    ],
  ])('a measure %s', (_, findings, expected) => {
    expect(counted(findings)).toEqual(expected);
  });

  it('is a measure that one file answers, whatever was found in another file that only has a note of it', () => {
    const noted = submissionOf('11', { '1.1.2': { notes: ['รออบรม'] } }, { file: 'b.xlsx' });
    const coverages = coverageOf(REPORT_PROGRAMME, REPORT_ROSTER, new Map([['11' as AgencyCode, [SUBMISSION, noted]]]));
    const found = coverageByFindings(REPORT_PROGRAMME, coverages, [spilt('1.1.1', 2)], []);
    expect(totalOf(found[3]!.issues.values()).answered).toBe(1);
  });

  it('in full is no measure whose status nobody knows; another problem of it tells nothing', () => {
    const about = { measure: '1.1.1' as MeasureKey, text: 'เสร็จ', ...OURS };
    expect(counted([], [{ code: 'status-unknown', ...about }])).toEqual([2, 1]);
    expect(counted([], [{ code: 'text-in-sorted-row', ...about }])).toEqual([2, 2]);
  });
});
