import type { ReactNode } from 'react';
import { listPhrase, programmePhrase } from '../../../domain/messages/facts.ts';
import { agencyNames, describeProblem, wordsOf } from '../../../domain/messages/message.ts';
import { programmeInUse } from '../../session/programmes.ts';
import type { YearOfOpen } from '../../session/session-state.ts';
import type { ViewProps } from '../view-props.ts';
import { useMessages } from '../use-messages.ts';
import { useSlice } from '../use-slice.ts';

/** Which workbook is open; nothing until that is known. */
export function OpenWorkbook({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const { label, language } = useMessages();
  const unknown = (workbook: string, programme: string, { yearFault }: Pick<YearOfOpen, 'yearFault'>): string => {
    const phrase = programmePhrase(programme, { language, words: wordsOf(language) });
    if (yearFault === undefined) return label('unknown-programme', { workbook, programme: phrase });
    const { message, remedy } = describeProblem({ code: 'carried-year-unusable', why: yearFault, programme }, language);
    return `${workbook}: ${message} ${remedy}`;
  };
  const open = useSlice(session, (state) => state.open);
  const { roster } = useSlice(session, programmeInUse);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'agency': {
      const names = agencyNames(roster);
      const codes = open.check?.result.agencies ?? [];
      const agency =
        codes.length === 0
          ? open.workbook.agency
          : listPhrase(
              codes.map((code) => names(code) ?? code),
              wordsOf(language),
            );
      const workbook = label('agency-workbook', { agency });
      return open.data ? workbook : unknown(workbook, open.workbook.programme, open);
    }
    case 'master': {
      const workbook = label('office-workbook');
      return open.data ? workbook : unknown(workbook, open.programme, open);
    }
    case 'programme':
      return label('programme-workbook');
    case 'office':
      return label('office-workbook');
    case 'none':
      return label('no-workbook');
    case 'unknown':
      return session.isLive
        ? label('unknown-workbook')
        : `${label('unknown-workbook')} ${label('unknown-workbook-remedy')}`;
    case 'unreadable':
      return label('unreadable-workbook');
  }
}
