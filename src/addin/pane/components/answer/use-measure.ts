import { useEffect, useState } from 'react';
import { ANSWER_COLUMNS, type MeasureForm } from '../../../../domain/form/answers/answer-form.ts';
import type { CellPosition } from '../../../../domain/spreadsheet/address.ts';
import type { Session } from '../../../session/session.ts';
import { useSlice } from '../../use-slice.ts';

/** The id of the control of a cell, of which one measure is shown at a time. */
export function controlId({ row, column }: CellPosition): string {
  return `answer-${String(row)}-${String(column)}`;
}

/** The id of the heading of the measure that is shown. */
export const MEASURE_HEADING = 'answer-measure';

interface Shown {
  readonly sheet: string;
  readonly key: string;
}

/** The index of a measure; of the same one on another sheet where its own was renamed, and -1 where there is none. */
function indexOf(measures: readonly MeasureForm[], shown: Shown | undefined): number {
  const isSame = ({ measure }: MeasureForm): boolean => measure.key === shown?.key;
  const exact = measures.findIndex((one) => isSame(one) && one.sheet === shown?.sheet);
  return exact >= 0 ? exact : measures.findIndex(isSame);
}

/** The index of the measure that is shown, and how to show another; the first one, or that of the cell which somebody asked for. */
export function useMeasure(
  session: Session,
  measures: readonly MeasureForm[],
): readonly [at: number, pick: (at: number) => void] {
  const wanted = useSlice(session, (state) => state.wanted);
  const [shown, setShown] = useState<Shown>();
  const asked =
    wanted === undefined
      ? -1
      : measures.findIndex(
          ({ sheet, fields }) =>
            sheet === wanted.sheet && ANSWER_COLUMNS.some((id) => fields[id].some(({ row }) => row === wanted.row)),
        );
  const last = indexOf(measures, shown);
  const at = asked >= 0 ? asked : Math.max(0, last);
  const show = (index: number): void => {
    const measure = measures[index];
    if (measure) setShown({ sheet: measure.sheet, key: measure.measure.key });
  };
  useEffect(() => {
    if (wanted === undefined) return;
    // It is shown on its own account first, so that it stays when the wish is fulfilled.
    if (asked >= 0 && asked !== last) {
      show(asked);
      return;
    }
    const control = document.getElementById(controlId(wanted)) ?? document.getElementById(MEASURE_HEADING);
    control?.focus();
    session.answers.arrived();
  });
  return [at, show];
}
