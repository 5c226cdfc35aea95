import type { ReactNode } from 'react';
import { shownSection } from '../sections.ts';
import { useFocusTarget } from '../use-focus.ts';
import type { ViewProps } from '../view-props.ts';
import { useMessages } from '../use-messages.ts';
import { isVerdict, offersUndo } from '../../session/notice.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LazyView } from './LazyView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { WorkingBar } from './WorkingBar.tsx';

/** What is going on, what came of the last thing that was asked for, and the view that is in front. */
export function Work(props: ViewProps): ReactNode {
  const { session, state } = props;
  const { label } = useMessages();
  const section = shownSection(state);
  // The view of the agency's workbook says at any time how it stands.
  const isSaidBelow = section === 'check' && state.checked !== undefined && isVerdict(state.notice);
  const canUndo = offersUndo(state.notice) && state.undoable.length > 0;
  const heading = useFocusTarget<HTMLHeadingElement>(state.section);
  return (
    <>
      <WorkingBar working={state.working} onStop={() => session.stop()} />
      <NoticeBar
        notice={isSaidBelow ? undefined : state.notice}
        onUndo={canUndo ? () => void session.undo() : undefined}
        onDismiss={() => session.dismiss()}
      />
      {section && (
        <main aria-labelledby="section">
          <h2 id="section" tabIndex={-1} ref={heading}>
            {label(section)}
          </h2>
          <ErrorBoundary key={section} of={session}>
            <LazyView {...props} section={section} />
          </ErrorBoundary>
        </main>
      )}
    </>
  );
}
