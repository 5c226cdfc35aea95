import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { agencyNames } from '../../domain/messages/message.ts';
import type { SessionState } from '../session-state.ts';
import { useVoice, type PaneVoice } from '../voice.ts';

/** What the header tells of. */
export interface HeaderProps {
  readonly state: Pick<SessionState, 'open' | 'checked' | 'data'>;
}

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  open: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
});

/** The name of the program, and what is open. */
export function Header({ state }: HeaderProps): ReactNode {
  const styles = useStyles();
  const voice = useVoice();
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{voice.label('title')}</h1>
      <p className={styles.open} role="status">
        {openText(state, voice)}
      </p>
    </header>
  );
}

function openText({ open, checked, data }: HeaderProps['state'], { label }: PaneVoice): string {
  switch (open?.kind) {
    case undefined:
      return label('looking');
    case 'agency': {
      const names = agencyNames(data.roster);
      const codes = checked?.agencies ?? [];
      return label('agency-workbook', {
        agency: codes.length === 0 ? open.workbook.agency : codes.map((code) => names(code) ?? code).join(', '),
      });
    }
    case 'master':
    case 'office':
      return label('office-workbook');
    case 'unknown':
      return label('unknown-workbook');
  }
}
