import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the keyboard focus to `target` when something else is asked for, and when the focused element is gone, such as a button that
 * did its work: screen readers go on from there. The focus is never taken from the workbook or from another control.
 * @param asked undefined where nothing was asked for
 */
export function useKeyboardFocus(target: RefObject<HTMLElement>, asked: unknown): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (): void => void (last.current = document.activeElement);
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (asked !== undefined) target.current?.focus();
  }, [asked, target]);
  useEffect(() => {
    if (document.hasFocus() && isGone(last.current) && document.activeElement === document.body)
      target.current?.focus();
  });
}

function isGone(element: Element | null): boolean {
  return element !== null && (!element.isConnected || element.matches(':disabled'));
}
