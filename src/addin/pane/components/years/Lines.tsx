import type { ReactNode } from 'react';
import { InSteps } from '../changes/InSteps.tsx';
import { useYearStyles } from './use-year-text.ts';

/** A list under a heading; nothing where there are no lines. */
export function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }): ReactNode {
  const styles = useYearStyles();
  if (lines.length === 0) return null;
  return (
    <>
      <h5 className={styles.heading}>{heading}</h5>
      <InSteps items={lines.map((line, index) => ({ line, index }))} keyOf={({ index }) => String(index)}>
        {({ line }) => <span>{line}</span>}
      </InSteps>
    </>
  );
}
