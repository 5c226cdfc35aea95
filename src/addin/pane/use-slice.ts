import { useSyncExternalStore } from 'react';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/session-state.ts';

/**
 * The part of a session's state that a component shows; the component is rendered again only when that part changes.
 * @param select returns a value in the state or a primitive, never a new object
 */
export function useSlice<Slice>(session: Session, select: (state: SessionState) => Slice): Slice;
/** The same for a session that may not exist yet; the slice is undefined until then. */
export function useSlice<Slice>(
  session: Session | undefined,
  select: (state: SessionState) => Slice,
): Slice | undefined;
export function useSlice<Slice>(
  session: Session | undefined,
  select: (state: SessionState) => Slice,
): Slice | undefined {
  return useSyncExternalStore(session?.subscribe ?? never, () => session && select(session.state));
}

const never = () => () => undefined;
