/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen, within } from '@testing-library/react';
import { ArrangeParagraph } from '../../../../../src/addin/pane/components/master/ArrangeParagraph.tsx';
import type { RowChange } from '../../../../../src/domain/master/merge/row-changes.ts';
import type { PlainLabel } from '../../../../../src/domain/messages/pane-words.ts';
import type { MeasureKey } from '../../../../../src/domain/programme/programme.ts';
import { arrangeableReport } from '../../../../../src/usecases/arrange-report.ts';
import { label, showInPane, type ShownView } from '../../../../support/pane-view.tsx';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../../../support/small-programme.ts';
import { WorkedMaster } from '../../../../support/worked-master.ts';

const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';
const GROUP = { '02': `${SAID} ๒ ครั้ง`, '03': `${SAID} ๓ ครั้ง`, '11': `${SAID} ๕ ครั้ง`, '13': 'ติดประกาศแล้ว' };

interface Subject extends ShownView {
  readonly applied: (readonly RowChange[])[];
}

/** The first paragraph of the report with these words, as the pane shows it. */
function open(words: string): Subject {
  const { content } = WorkedMaster.of(GROUP);
  const report = arrangeableReport(content, { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER })!;
  const measure = '1.1.1' as MeasureKey;
  const paragraph = report.paired.measures.get(measure)!.find(({ own }) => own.text.includes(words))!;
  const applied: (readonly RowChange[])[] = [];
  const view = showInPane(
    <ArrangeParagraph
      arranging={{ report, measure, paragraph }}
      onApply={(changes) => applied.push(changes)}
      onLeave={() => undefined}
    />,
  );
  return { ...view, applied };
}

const button = (name: PlainLabel): HTMLElement => screen.getByRole('button', { name: label(name) });
const preview = (): HTMLElement => screen.getByRole('region', { name: label('arrange-preview') });

describe('a paragraph of the open report, in the pane', () => {
  it('shows the texts of its agencies, with what differs marked', () => {
    open(SAID);
    const texts = screen.getAllByRole('checkbox');
    expect(texts).toHaveLength(3);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(
      expect.arrayContaining(['๓', '๕']),
    );
  });

  it('shows what would stand in the report before anything is changed, and then changes it', async () => {
    const { person, applied } = open(SAID);
    await person.click(screen.getByRole('checkbox', { name: /กองช่าง/ }));
    await person.click(button('arrange-take-out'));
    expect(within(preview()).getAllByText(/กองช่าง/).length).toBeGreaterThan(0);
    expect(applied).toEqual([]);
    await person.click(button('arrange-apply'));
    expect(applied).toHaveLength(1);
    expect(applied[0]![0]!.after).toHaveLength(2);
  });

  it('takes all texts apart', async () => {
    const { person, applied } = open(SAID);
    await person.click(button('arrange-dissolve'));
    await person.click(button('arrange-apply'));
    expect(applied[0]![0]!.after).toHaveLength(3);
  });

  it('joins it with another paragraph of its measure, and says of a single text that nothing can be taken out', async () => {
    const { person, applied } = open('ติดประกาศ');
    screen.getByText(label('arrange-one'));
    await person.selectOptions(screen.getByRole('combobox', { name: label('arrange-other') }), '0');
    await person.click(button('arrange-join'));
    await person.click(button('arrange-apply'));
    expect(applied[0]).toHaveLength(2);
  });

  it('can be left as it is after a look at the preview', async () => {
    const { person, applied } = open(SAID);
    await person.click(button('arrange-accept'));
    await person.click(within(preview()).getByRole('button', { name: label('cancel') }));
    expect(screen.queryByRole('region')).toBeNull();
    expect(applied).toEqual([]);
  });
});
