import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { shownSection } from '../sections.ts';
import type { SessionState } from '../session-state.ts';
import type { ViewProps } from '../view-props.ts';
import { useVoice } from '../voice.ts';
import { isVerdict } from '../notice.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LazyView } from './LazyView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { WorkingBar } from './WorkingBar.tsx';

/** What is going on, what came of the last thing that was asked for, and the view that is in front. */
export function Work(props: ViewProps): ReactNode {
  const { session, state } = props;
  const { label } = useVoice();
  const section = shownSection(state);
  // The view of the agency's workbook says at any time how it stands.
  const isSaidBelow = section === 'check' && state.checked !== undefined && isVerdict(state.notice);
  const heading = useFocusWhenChanged(state.section);
  return (
    <>
      <WorkingBar working={state.working} onStop={() => session.stop()} />
      <NoticeBar
        notice={isSaidBelow ? undefined : state.notice}
        onUndo={isUndoOffered(state) ? () => void session.undo() : undefined}
        onDismiss={() => session.dismiss()}
      />
      {section && (
        <main aria-labelledby="section">
          <h2 id="section" tabIndex={-1} ref={heading}>
            {label(section)}
          </h2>
          <ErrorBoundary key={section}>
            <LazyView {...props} section={section} />
          </ErrorBoundary>
        </main>
      )}
    </>
  );
}

/** Whether the way back is offered beside what is said: to whole sheets only where it is said of them that they were exchanged. */
function isUndoOffered({ undoable: [last], notice }: SessionState): boolean {
  return last?.kind === 'cells' || (last !== undefined && notice?.kind === 'said' && notice.canUndo);
}

/** Takes the keyboard and what is read aloud along when another section is asked for. */
function useFocusWhenChanged(asked: unknown): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked !== undefined) heading.current?.focus();
  }, [asked]);
  return heading;
}
