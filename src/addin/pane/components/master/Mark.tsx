import type { ReactNode } from 'react';
import type { completenessOf } from '../../../../domain/master/plan/completeness-sheet.ts';

/** The state that a mark shows. */
export interface MarkProps {
  readonly completeness: ReturnType<typeof completenessOf>['completeness'];
}

/** A full, half or empty circle, or a dash; drawn as SVG, because few fonts have these characters. The text is beside it. */
export function Mark({ completeness }: MarkProps): ReactNode {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {completeness === 'not-asked' ? <path d="M3 7h8" /> : <circle cx="7" cy="7" r="5" />}
      {completeness === 'complete' && <circle cx="7" cy="7" r="5" fill="currentColor" />}
      {completeness === 'partial' && <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" />}
    </svg>
  );
}
