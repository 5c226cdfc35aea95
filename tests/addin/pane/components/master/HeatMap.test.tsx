/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen, within } from '@testing-library/react';
import { HeatMap } from '../../../../../src/addin/pane/components/master/HeatMap.tsx';
import { agencyNames } from '../../../../../src/domain/messages/message.ts';
import { addResult, emptyConsolidation, finish } from '../../../../../src/domain/submissions/consolidate.ts';
import { agencyCoverage } from '../../../../../src/domain/submissions/coverage.ts';
import type { MeasureKey } from '../../../../../src/domain/programme/programme.ts';
import type { Consolidation } from '../../../../../src/domain/submissions/consolidation.ts';
import { label, showInPane } from '../../../../support/pane-view.tsx';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../../../support/report-builders.ts';

/** The second office answered its first issue and a part of its second one, a school has not finished; the first office sent nothing. */
const consolidation: Consolidation = finish(
  addResult(
    addResult(
      emptyConsolidation(REPORT_PROGRAMME, REPORT_ROSTER),
      resultOf(submissionOf('02', { '1.1.1': ['ก'], '1.1.2': ['ข'], '1.1.3': ['ค'], '2.1.1': ['ง'] })),
    ),
    resultOf(
      submissionOf('12', {
        '1.1.1': ['ก'],
        '1.1.2': { status: 'อยู่ระหว่างดำเนินการ' },
        '1.1.3': { status: 'ไม่เกี่ยวข้อง' },
      }),
    ),
  ),
);
const names = agencyNames(REPORT_ROSTER);

/** The cells beside a name, as they are read aloud. */
function rowOf(name: string): readonly (string | null)[] {
  const row = screen.getByRole('rowheader', { name }).closest('tr')!;
  return within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

const answered = (count: number, expected: number): string => label('answered-of', { answered: count, expected });

describe('the map of completeness', () => {
  beforeEach(() => void showInPane(<HeatMap consolidation={consolidation} names={names} />));

  it('has a row for each agency and a column for each issue, whose title it tells', () => {
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      label('all-together'),
      ...REPORT_ROSTER.agencies.map(({ name }) => name),
    ]);
    expect(screen.getAllByRole('columnheader').map(({ title }) => title)).toEqual([
      '',
      '๑) การปฏิบัติหน้าที่',
      '๒) การใช้งบประมาณ',
      '๓) คุณภาพการดำเนินงาน',
    ]);
    expect(screen.getByRole('columnheader', { name: label('issue', { issue: 2 }) }).textContent).toContain('๒');
  });

  it('says how far an agency is with each issue, or that it is not asked', () => {
    expect(rowOf('กองคลัง')).toEqual([answered(3, 3), answered(1, 2), answered(0, 1)]);
    expect(rowOf('สำนักปลัดเทศบาล')).toEqual([answered(0, 3), answered(0, 1), answered(0, 1)]);
    expect(rowOf('กองช่าง')).toEqual([answered(0, 3), answered(0, 1), label('not-asked')]);
  });

  it('says which measures have a status that is not done, and does not mark them complete', () => {
    expect(rowOf('โรงเรียนวัดใต้')).toEqual([
      `${answered(3, 3)}, อยู่ระหว่างดำเนินการ ๑, ไม่เกี่ยวข้อง ๑`,
      answered(0, 2),
      label('not-asked'),
    ]);
  });

  it('adds all agencies up', () => {
    expect(rowOf(label('all-together'))).toEqual([
      `${answered(6, 18)}, อยู่ระหว่างดำเนินการ ๑, ไม่เกี่ยวข้อง ๑`,
      answered(1, 10),
      answered(0, 2),
    ]);
  });

  it('tells the same to who points at a cell', () => {
    const cells = screen.getAllByRole('cell');
    expect(cells.map(({ title }) => title)).toEqual(cells.map(({ textContent }) => textContent));
  });

  it('marks complete, partial and missing by shapes, each of which its legend explains', () => {
    const marks = (element: Element): readonly string[] =>
      [...element.querySelectorAll('svg')].map(({ innerHTML }) => innerHTML);
    const legend = marks(screen.getByText(label('complete')).parentElement!);
    expect(new Set(legend).size).toBe(8);
    const [complete, partial, missing, notAsked, inProgress, , notApplicable, unclear] = legend;
    const of = (name: string) => marks(screen.getByRole('rowheader', { name }).closest('tr')!);
    expect(of('กองคลัง')).toEqual([complete, partial, missing]);
    expect(of('กองช่าง')).toEqual([missing, missing, notAsked]);
    expect(of('โรงเรียนวัดใต้')).toEqual([partial, inProgress, notApplicable, missing, notAsked]);
    expect(of('สำนักปลัดเทศบาล')).not.toContain(unclear);
  });

  it('shows the numbers of each state without being pointed at', () => {
    const row = screen.getByRole('rowheader', { name: 'โรงเรียนวัดใต้' }).closest('tr')!;
    const shown = [...row.querySelectorAll<HTMLElement>('[data-count]')].map(({ dataset }) => dataset.count);
    expect(shown).toEqual(['๓/๓', '๑', '๑', '๐/๒']);
  });

  it('can be scrolled with the keyboard', () => {
    expect(screen.getByRole('region', { name: label('completeness') }).tabIndex).toBe(0);
  });
});

describe('an answer that nobody can tell', () => {
  it('has a sign and a number of its own, and is not complete', () => {
    const agencies = consolidation.agencies.map((coverage) =>
      coverage.agency === '02'
        ? agencyCoverage(REPORT_PROGRAMME, { ...coverage, unclear: new Set(['1.1.1' as MeasureKey]) })
        : coverage,
    );
    showInPane(<HeatMap consolidation={{ ...consolidation, agencies }} names={names} />);
    expect(rowOf('กองคลัง')[0]).toBe(`${answered(3, 3)}, ${label('unclear')} ๑`);
  });
});
