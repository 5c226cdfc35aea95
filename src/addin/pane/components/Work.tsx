import { useRef, type ReactNode, type RefObject } from 'react';
import { knownOf, shownSection } from '../sections.ts';
import { useKeyboardFocus } from '../use-focus.ts';
import type { ViewProps } from '../view-props.ts';
import { useMessages } from '../use-messages.ts';
import { useSlice } from '../use-slice.ts';
import { isVerdict, offersUndo, type Notice } from '../../session/notice.ts';
import { checkOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/session-state.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LazyView } from './LazyView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { WorkingBar } from './WorkingBar.tsx';

/** The running job, the last notice and the current view. */
export function Work(props: ViewProps): ReactNode {
  const { session } = props;
  const { label } = useMessages();
  const section = useSlice(session, (state) => shownSection(knownOf(state, session.isLive)));
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <Progress session={session} />
      <LastNotice session={session} />
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
      <FocusKeeper session={session} target={heading} />
    </>
  );
}

type PartProps = Pick<ViewProps, 'session'>;

/** The progress of the running job. */
function Progress({ session }: PartProps): ReactNode {
  return <WorkingBar working={useSlice(session, ({ working }) => working)} onStop={() => session.stop()} />;
}

/** The outcome of the last job. */
function LastNotice({ session }: PartProps): ReactNode {
  const notice = useSlice(session, (state) => noticeAbove(state, session.isLive));
  const canRetry = useSlice(session, ({ retry }) => retry !== undefined);
  const canUndo = useSlice(session, (state) => offersUndo(state.notice) && state.undoable.length > 0);
  return (
    <NoticeBar
      notice={notice}
      onRetry={canRetry ? () => void session.retry() : undefined}
      onUndo={canUndo ? () => void session.undo() : undefined}
      onDismiss={() => session.dismiss()}
    />
  );
}

/** The notice, unless the agency's view says the same anyway. */
function noticeAbove(state: SessionState, isLive: boolean): Notice | undefined {
  const isSaidBelow = shownSection(knownOf(state, isLive)) === 'check' && checkOf(state) !== undefined;
  return isSaidBelow && isVerdict(state.notice) ? undefined : state.notice;
}

/** Manages the keyboard focus after every change of the state, which may remove the focused element. Renders nothing. */
function FocusKeeper({ session, target }: PartProps & { readonly target: RefObject<HTMLElement> }): ReactNode {
  const { section } = useSlice(session, (state) => state);
  useKeyboardFocus(target, section);
  return null;
}
