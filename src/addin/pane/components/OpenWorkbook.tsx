import type { ReactNode } from 'react';
import { agencyNames } from '../../../domain/messages/message.ts';
import type { OpenWorkbook as Open } from '../../../usecases/identify-workbook.ts';
import type { SessionState } from '../../session/session-state.ts';
import { useMessages } from '../use-messages.ts';

/** What is known of the workbook. */
export interface OpenWorkbookProps {
  readonly open: Open;
  readonly state: Pick<SessionState, 'checked' | 'opened' | 'chosen'>;
}

/** Which workbook is open. */
export function OpenWorkbook({ open, state: { checked, opened, chosen } }: OpenWorkbookProps): ReactNode {
  const { label } = useMessages();
  const ofProgramme = (workbook: string, programme: string): string =>
    opened ? workbook : label('unknown-programme', { workbook, programme });
  switch (open.kind) {
    case 'agency': {
      const names = agencyNames((opened ?? chosen).roster);
      const codes = checked?.agencies ?? [];
      const agency = codes.length === 0 ? open.workbook.agency : codes.map((code) => names(code) ?? code).join(', ');
      return ofProgramme(label('agency-workbook', { agency }), open.workbook.programme);
    }
    case 'master':
      return ofProgramme(label('office-workbook'), open.programme);
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
