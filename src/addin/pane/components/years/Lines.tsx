import type { ReactNode } from 'react';
import { InSteps } from '../changes/InSteps.tsx';
import { useYearStyles } from './use-year-text.ts';

interface LineListProps {
  readonly lines: readonly string[];
}

/** A list under a heading; nothing where there are no lines. */
export function Lines({ heading, lines }: LineListProps & { readonly heading: string }): ReactNode {
  const styles = useYearStyles();
  if (lines.length === 0) return null;
  return (
    <>
      <h5 className={styles.heading}>{heading}</h5>
      <LineList lines={lines} />
    </>
  );
}

/** A list of lines, a few at a time. */
export function LineList({ lines }: LineListProps): ReactNode {
  return (
    <InSteps items={lines.map((line, index) => ({ line, index }))} keyOf={({ index }) => String(index)}>
      {({ line }) => <span>{line}</span>}
    </InSteps>
  );
}
