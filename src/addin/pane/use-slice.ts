import { useSyncExternalStore } from 'react';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/session-state.ts';

/**
 * The part of a session's state that a component shows; the component is rendered again only when that part is another one.
 * @param select gives a value of the state itself or a primitive, never an object of its own
 */
export function useSlice<Slice>(session: Session, select: (state: SessionState) => Slice): Slice;
/** The same, where the session may not be there yet: the slice is undefined until it is. */
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
