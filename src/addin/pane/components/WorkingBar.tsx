import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SessionState } from '../../session/session-state.ts';
import { useMessages } from '../use-messages.ts';

/** What the bar shows. */
export interface WorkingBarProps {
  readonly working: SessionState['working'];
  readonly onStop: () => void;
}

const useStyles = makeStyles({
  // Keeps its height, so that the page does not jump when work begins and ends.
  bar: { minHeight: '4px', marginTop: tokens.spacingVerticalS },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  text: { flexGrow: 1, margin: 0, overflowWrap: 'anywhere' },
});

/** The progress of the work, with a button to stop it if it can be stopped. */
export function WorkingBar({ working, onStop }: WorkingBarProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { done = 0, total = 0 } = working ?? {};
  const isLong = total > 0;
  return (
    <div className={styles.bar} aria-busy={working !== undefined}>
      {working && (
        <section aria-label={label('at-work')}>
          <ProgressBar
            aria-label={label('at-work')}
            {...(isLong ? { value: done, max: total } : {})}
            thickness="large"
          />
          {isLong && (
            <div className={styles.line}>
              <p className={styles.text}>{label('working', { done, total, label: working.label })}</p>
              {working.canStop && <Button onClick={onStop}>{label('stop')}</Button>}
            </div>
          )}
        </section>
      )}
    </div>
  );
}
