/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen, within } from '@testing-library/react';
import { Overview } from '../../../../../src/addin/pane/components/master/Overview.tsx';
import type { Finding } from '../../../../../src/domain/checks/finding.ts';
import { describeRule } from '../../../../../src/domain/messages/describe-finding.ts';
import { consolidate } from '../../../../support/consolidate.ts';
import { label, showInPane } from '../../../../support/pane-view.tsx';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../../../support/report-builders.ts';

const consolidation = consolidate(
  REPORT_PROGRAMME,
  REPORT_ROSTER,
  [
    submissionOf('02', { '1.1.1': ['ก'], '1.1.2': { status: 'อยู่ระหว่างดำเนินการ' }, '2.1.1': ['ข'] }),
    submissionOf('11', { '1.1.1': { status: 'ยังไม่ดำเนินการ' } }, { savedAt: '2027-05-02T08:00:00Z' }),
    submissionOf('12', { '1.1.1': ['ค'] }, { savedAt: null }),
  ].map((file) => resultOf(file)),
);
const finding: Finding = { code: 'personal-phone', severity: 'should', found: '', facts: {} };

const NOW = '2027-12-31T05:00:00Z';

type Title = 'overview-issues' | 'overview-classes' | 'overview-time' | 'overview-findings';

/** A chart by its title. */
const chart = (title: Title): HTMLElement => screen.getByRole('region', { name: label(title) });

/** The bars of a chart: what each stands for, what it comes to, and what its pieces are said to be. */
function barsOf(title: Title): readonly (readonly (string | null)[])[] {
  return within(chart(title))
    .getAllByRole('img')
    .map((bar) => {
      const [name, sum] = [...bar.parentElement!.querySelectorAll('div:first-child > span')];
      return [name!.textContent, sum!.textContent, bar.getAttribute('aria-label')];
    });
}

describe('the overview', () => {
  beforeEach(
    () => void showInPane(<Overview consolidation={consolidation} findings={[finding, finding]} readAt={NOW} />),
  );

  it('says how much is answered', () => {
    const text = label('overview-answered', { answered: 5, asked: 30, percent: 16 });
    expect(screen.getByText(text).tagName).toBe('P');
  });

  it('has a bar for each issue and class of agencies, whose pieces are said in words', () => {
    const of = (answered: number, expected: number): string => label('answered-of', { answered, expected });
    const missing = label('not-filled-in');
    expect(barsOf('overview-issues')).toEqual([
      ['๑) การปฏิบัติหน้าที่', of(4, 18), `ดำเนินการแล้ว ๒, อยู่ระหว่างดำเนินการ ๑, ยังไม่ดำเนินการ ๑, ${missing} ๑๔`],
      ['๒) การใช้งบประมาณ', of(1, 10), `ดำเนินการแล้ว ๑, ${missing} ๙`],
      ['๓) คุณภาพการดำเนินงาน', of(0, 2), `${missing} ๒`],
      [label('all-together'), of(5, 30), `ดำเนินการแล้ว ๓, อยู่ระหว่างดำเนินการ ๑, ยังไม่ดำเนินการ ๑, ${missing} ๒๕`],
    ]);
    expect(barsOf('overview-classes').map(([name, sum]) => [name, sum])).toEqual([
      ['โรงเรียนทั้ง ๓ แห่ง', of(2, 15)],
      [label('other-agencies'), of(3, 15)],
      [label('all-together'), of(5, 30)],
    ]);
  });

  it('adds the answers up over time, and says of how many the time is not known', () => {
    const [before, then, unknown] = [label('answered-before'), label('answered-then'), label('time-unknown')];
    expect(barsOf('overview-time')).toEqual([
      ['๑ พ.ค.', '๓', `${then} ๓`],
      ['๒ พ.ค.', '๔', `${before} ๓, ${then} ๑`],
      [unknown, '๑', `${unknown} ๑`],
    ]);
  });

  it('counts what the rules found, with the severity', () => {
    expect(barsOf('overview-findings')).toEqual([[describeRule('personal-phone', 'th'), '๒', 'ควรตรวจสอบ ๒']]);
  });

  it('draws pieces as long as their numbers, from the left to the right', () => {
    const [bar] = within(chart('overview-issues')).getAllByRole('img');
    const pieces = [...bar!.querySelectorAll('rect')].map((piece) => [
      Number.parseFloat(piece.getAttribute('x')!),
      Number.parseFloat(piece.getAttribute('width')!),
    ]);
    const shares = [2, 1, 1, 14].map((count) => (count / 18) * 100);
    expect(pieces.map(([, width]) => width)).toEqual(shares.map((share) => expect.closeTo(share) as number));
    for (const [index, [x = NaN, width = NaN]] of pieces.slice(0, -1).entries()) {
      expect(pieces[index + 1]?.[0]).toBeCloseTo(x + width);
    }
  });

  it('tells the states apart by patterns, each of which the legend names', () => {
    const [legend] = within(chart('overview-issues')).getAllByRole('list');
    const looks = within(legend!)
      .getAllByRole('listitem')
      .map((item) => {
        const { outerHTML } = item.querySelector('rect')!;
        const pattern = item.querySelector('pattern')?.innerHTML ?? '';
        return pattern || outerHTML;
      });
    expect(new Set(looks).size).toBe(6);
  });

  it('has the same numbers in a table that can be opened and scrolled with the keyboard', () => {
    const table = chart('overview-issues').querySelector('details')!;
    expect(table.open).toBe(false);
    expect(table.querySelector('summary')?.textContent).toBe(label('as-table'));
    expect(table.querySelector<HTMLElement>('[role="region"]')?.tabIndex).toBe(0);
    const rows = [...table.querySelectorAll('tr')].map((row) => [...row.cells].map(({ textContent }) => textContent));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 8));
    expect(rows[1]).toEqual(['๑) การปฏิบัติหน้าที่', '๒', '๑', '๑', '๐', '๐', '๑๔', '๑๘']);
  });
});

it('the overview says so where nothing is answered or found', () => {
  showInPane(<Overview consolidation={consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [])} findings={[]} readAt={NOW} />);
  expect(chart('overview-time').textContent).toContain(label('nothing-answered'));
  expect(chart('overview-findings').textContent).toContain(label('no-remarks'));
});
