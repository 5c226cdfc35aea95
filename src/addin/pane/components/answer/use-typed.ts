import { useDeferredValue, useMemo } from 'react';
import type { TypedText } from '../../../../domain/form/answers/typed-texts.ts';
import type { OpenCheckContext } from '../../../../usecases/check-open-workbook.ts';
import { rulesInUse } from '../../../session/programmes.ts';
import type { Session } from '../../../session/session.ts';
import { useSlice } from '../../use-slice.ts';

/** What was typed, and the rules that it is checked with. Checking may take longer than a key press, so it comes a little later. */
export function useTyped(session: Session): {
  readonly typed: readonly TypedText[];
  readonly rules: OpenCheckContext;
} {
  const open = useSlice(session, (state) => state.open);
  const chosen = useSlice(session, (state) => state.chosen);
  const settings = useSlice(session, (state) => state.settings);
  const typed = useDeferredValue(useSlice(session, (state) => state.typed));
  const rules = useMemo(() => rulesInUse({ open, chosen, settings }), [open, chosen, settings]);
  return { typed, rules };
}
