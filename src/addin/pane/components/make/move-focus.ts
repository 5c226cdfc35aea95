/** The parts of a key event in a group of checkboxes that are used. */
export interface GroupKeyPress {
  readonly key: string;
  readonly target: EventTarget;
  /** The group. */
  readonly currentTarget: HTMLElement;
  preventDefault(): void;
}

/** Moves the focus within a group of checkboxes with the arrow keys, Home and End. */
export function moveFocus(event: GroupKeyPress): void {
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  const at = boxes.findIndex((box) => box === event.target);
  const last = boxes.length - 1;
  const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  boxes[next]?.focus();
}
