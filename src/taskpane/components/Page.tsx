import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { ViewProps } from '../view-props.ts';
import { ICONS, sectionsFor } from '../views.ts';
import { useVoice } from '../voice.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { LazyView } from './LazyView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { WorkingBar } from './WorkingBar.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: '720px',
    margin: '0 auto',
  },
  heading: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalS}` },
  others: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalL,
  },
  other: { justifyContent: 'flex-start' },
});

/**
 * What is open, what is going on, what came of the last thing that was asked for, one view, and the way to the others. The view is
 * that of the next step for what is open, until another is asked for.
 */
export function Page({ session, state, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  const sections = sectionsFor(state.open);
  const section = state.section ?? sections?.[0];
  const heading = useFocusWhenChanged(state.section);
  return (
    <div className={styles.page}>
      <Header state={state} />
      <WorkingBar working={state.working} onStop={() => session.stop()} />
      <NoticeBar
        notice={state.notice}
        onUndo={state.undoable.length === 0 ? undefined : () => void session.undo()}
        onDismiss={() => session.dismiss()}
      />
      {section && (
        <main aria-labelledby="view">
          <h2 id="view" className={styles.heading} tabIndex={-1} ref={heading}>
            {label(section)}
          </h2>
          <ErrorBoundary key={section}>
            <LazyView section={section} session={session} state={state} openFiles={openFiles} openDrop={openDrop} />
          </ErrorBoundary>
        </main>
      )}
      {sections && (
        <nav className={styles.others} aria-labelledby="others">
          <h2 id="others" className={styles.heading}>
            {label('other-work')}
          </h2>
          {sections
            .filter((other) => other !== section)
            .map((other) => {
              const Icon = ICONS[other];
              return (
                <Button key={other} className={styles.other} icon={<Icon />} onClick={() => session.show(other)}>
                  {label(other)}
                </Button>
              );
            })}
        </nav>
      )}
    </div>
  );
}

/** Takes the keyboard and what is read aloud along when another view is asked for. */
function useFocusWhenChanged(asked: unknown): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked !== undefined) heading.current?.focus();
  }, [asked]);
  return heading;
}
