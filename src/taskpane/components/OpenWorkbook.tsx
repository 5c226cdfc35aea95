import type { ReactNode } from 'react';
import { agencyNames } from '../../domain/messages/message.ts';
import type { SessionState } from '../session-state.ts';
import { useVoice, type PaneVoice } from '../voice.ts';

/** What is known of the workbook. */
export interface OpenWorkbookProps {
  readonly state: Pick<SessionState, 'open' | 'checked' | 'opened' | 'chosen'>;
}

/** Which workbook is open. */
export function OpenWorkbook({ state }: OpenWorkbookProps): ReactNode {
  return (
    <p className="open" role="status">
      {openText(state, useVoice())}
    </p>
  );
}

function openText({ open, checked, opened, chosen }: OpenWorkbookProps['state'], { label }: PaneVoice): string {
  switch (open?.kind) {
    case undefined:
      return label('looking');
    case 'agency': {
      const names = agencyNames((opened ?? chosen).roster);
      const codes = checked?.agencies ?? [];
      return label('agency-workbook', {
        agency: codes.length === 0 ? open.workbook.agency : codes.map((code) => names(code) ?? code).join(', '),
      });
    }
    case 'master':
    case 'office':
      return label('office-workbook');
    case 'none':
      return label('no-workbook');
    case 'unknown':
      return label('unknown-workbook');
    case 'unreadable':
      return label('unreadable-workbook');
  }
}
