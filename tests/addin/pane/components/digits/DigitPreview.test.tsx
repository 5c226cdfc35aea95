/** @jest-environment ./tests/support/dom-environment.mjs */
import { screen } from '@testing-library/react';
import { DigitPreview } from '../../../../../src/addin/pane/components/digits/DigitPreview.tsx';
import type { CellChange, ConversionPlan } from '../../../../../src/domain/conversion/changes.ts';
import { planConversion } from '../../../../../src/domain/conversion/plan-conversion.ts';
import { builtInDigitProfile } from '../../../../../src/domain/programme/catalogue.ts';
import type { CellLocation } from '../../../../../src/domain/spreadsheet/address.ts';
import { label, showInPane, type ShownView } from '../../../../support/pane-view.tsx';

/** What a conversion of these texts, one below the other, would do. */
function planOf(...texts: string[]): ConversionPlan {
  const cells = texts.map((text, row) => ({ row, column: 0, kind: 'text' as const, text }));
  return planConversion(
    {
      properties: new Map(),
      definedNames: [],
      sheets: [{ name: 'แผ่นที่ ก', state: 'visible', merges: [], cells }],
    },
    { to: 'thai', profile: builtInDigitProfile(), keepsRuns: true },
  );
}

interface Subject extends ShownView {
  /** Texts that were asked to be converted, each time. */
  readonly converted: readonly (readonly string[])[];
  readonly selected: readonly CellLocation[];
  readonly showPlan: (plan: ConversionPlan) => void;
  readonly wasCancelled: () => boolean;
}

function open(plan: ConversionPlan): Subject {
  const converted: (readonly string[])[] = [];
  const selected: CellLocation[] = [];
  let wasCancelled = false;
  const preview = (shown: ConversionPlan) => (
    <DigitPreview
      plan={shown}
      onConvert={(wanted: (change: CellChange) => boolean) =>
        converted.push(shown.changes.filter(wanted).map(({ before }) => before))
      }
      onCancel={() => (wasCancelled = true)}
      onSelect={({ sheet, row, column }) => selected.push({ sheet, row, column })}
    />
  );
  const view = showInPane(preview(plan));
  return {
    ...view,
    converted,
    selected,
    showPlan: (other) => view.show(preview(other)),
    wasCancelled: () => wasCancelled,
  };
}

const convertButton = (count: number) => screen.getByRole('button', { name: label('convert-cells', { count }) });
const boxOf = (cell: string) => screen.getByRole('checkbox', { name: label('change-cell', { cell }) });

describe('the preview of a conversion', () => {
  it('shows each cell before and after, and converts all of them when nothing is taken out', async () => {
    const { person, converted } = open(planOf('รวม 25 คน', 'รวม 30 คน 2 รุ่น'));
    expect(screen.getByText(label('will-change', { cells: 2, locations: 3 }))).toBeTruthy();
    expect([...document.querySelectorAll('del, ins')].map(({ textContent }) => textContent)).toEqual([
      '25',
      '๒๕',
      '30',
      '2',
      '๓๐',
      '๒',
    ]);
    await person.click(convertButton(2));
    expect(converted).toEqual([['รวม 25 คน', 'รวม 30 คน 2 รุ่น']]);
  });

  it('leaves out what the person takes out, and counts again', async () => {
    const { person, converted } = open(planOf('รวม 25 คน', 'รวม 30 คน 2 รุ่น'));
    await person.click(boxOf('A2'));
    expect(screen.getByText(label('will-change', { cells: 1, locations: 1 }))).toBeTruthy();
    await person.click(convertButton(1));
    await person.click(boxOf('A2'));
    await person.click(convertButton(2));
    expect(converted).toEqual([['รวม 25 คน'], ['รวม 25 คน', 'รวม 30 คน 2 รุ่น']]);
  });

  it('takes a whole sheet out and in again, and converts nothing while nothing is left', async () => {
    const { person } = open(planOf('รวม 25 คน', 'รวม 30 คน'));
    const sheet = screen.getByRole<HTMLInputElement>('checkbox', { name: label('whole-sheet') });
    await person.click(boxOf('A1'));
    expect([sheet.checked, sheet.indeterminate]).toEqual([false, true]);
    await person.click(sheet);
    expect(convertButton(2)).toHaveProperty('disabled', false);
    await person.click(sheet);
    expect(convertButton(0)).toHaveProperty('disabled', true);
    expect(boxOf('A1')).toHaveProperty('checked', false);
  });

  it('forgets what was taken out when another conversion is shown', async () => {
    const { person, showPlan } = open(planOf('รวม 25 คน', 'รวม 30 คน'));
    await person.click(boxOf('A1'));
    showPlan(planOf('รวม 25 คน', 'รวม 30 คน'));
    expect(boxOf('A1')).toHaveProperty('checked', true);
    expect(convertButton(2)).toBeTruthy();
  });

  it('leads to a cell, and can be given up', async () => {
    const { person, selected, wasCancelled } = open(planOf('รวม 25 คน'));
    await person.click(screen.getByRole('button', { name: label('cell', { cell: 'A1' }) }));
    expect(selected).toEqual([{ sheet: 'แผ่นที่ ก', row: 0, column: 0 }]);
    await person.click(screen.getByRole('button', { name: label('cancel') }));
    expect(wasCancelled()).toBe(true);
  });
});
