import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeasureState } from './measure-map.ts';

/** Lines on a field of 14 by 14: every state has a shape of its own, so that none needs its colour. */
const SHAPES: Readonly<Record<MeasureState, ReactNode>> = {
  done: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  // The triangle of the master's sheet of completeness; half a circle means there that a part is answered.
  'in-progress': <path d="M4 2.5l7 4.5-7 4.5z" />,
  'not-started': <path d="M3 3l8 8M11 3l-8 8" />,
  'not-applicable': (
    <>
      <circle cx="7" cy="7" r="5" />
      <path d="M3.5 10.5l7-7" />
    </>
  ),
  unclear: <path d="M4.5 5a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.2.9-1.2 1.8M7 11.2v1.2" />,
  missing: <circle cx="7" cy="7" r="5" />,
  'not-asked': <path d="M5 7h4" />,
};

const useStyles = makeStyles({
  mark: { verticalAlign: 'middle' },
  done: { color: tokens.colorPaletteGreenForeground2 },
  'in-progress': { color: tokens.colorPaletteYellowForeground2 },
  'not-started': { color: tokens.colorPaletteRedForeground2 },
  'not-applicable': { color: tokens.colorNeutralForeground2 },
  unclear: { color: tokens.colorPaletteYellowForeground2 },
  missing: { color: tokens.colorPaletteRedForeground2 },
  'not-asked': { color: tokens.colorNeutralForeground3 },
});

/** The sign of a state; the word is beside it, or in the legend. */
export function StateMark({ state }: { readonly state: MeasureState }): ReactNode {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.mark, styles[state])}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {SHAPES[state]}
    </svg>
  );
}
