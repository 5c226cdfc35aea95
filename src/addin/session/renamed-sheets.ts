import type { RedoStep, SessionState, UndoStep } from './session-state.ts';

/**
 * What changes in the state where sheets were renamed: what was typed, added and done stays with its sheet, so that it is shown, written
 * and undone there. A preview whose sheet has another name than it shows is closed: nothing is written that a person saw elsewhere.
 */
export function withRenamed(
  { typed, added, undoable, redoable, preview, wanted }: SessionState,
  renamed: ReadonlyMap<string, string>,
): Partial<SessionState> {
  const moved = <Item extends { readonly sheet: string }>(item: Item): Item => {
    const sheet = renamed.get(item.sheet);
    return sheet === undefined ? item : { ...item, sheet };
  };
  const movedStep = <Step extends RedoStep>(step: Step): Step => ({ ...step, swaps: step.swaps.map(moved) });
  const movedUndo = (step: UndoStep): UndoStep => {
    if (step.kind === 'sheets') return step;
    return step.kind === 'rows' ? { ...step, changes: step.changes.map(moved) } : movedStep(step);
  };
  return {
    typed: typed.map(moved),
    added: added.map(moved),
    undoable: undoable.map(movedUndo),
    redoable: redoable.map(movedStep),
    wanted: wanted && moved(wanted),
    preview: preview?.changes.some(({ sheet }) => renamed.has(sheet)) === true ? undefined : preview,
  };
}
