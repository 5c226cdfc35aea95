/** What of a key press in a group of boxes is needed here. */
export interface GroupKeyPress {
  readonly key: string;
  readonly target: EventTarget;
  /** The group. */
  readonly currentTarget: HTMLElement;
  preventDefault(): void;
}

/** Lets the up and down keys, Home and End lead from one box of a group to another. */
export function moveFocus(event: GroupKeyPress): void {
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  const at = boxes.findIndex((box) => box === event.target);
  const last = boxes.length - 1;
  const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  boxes[next]?.focus();
}
