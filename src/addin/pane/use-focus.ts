import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the keyboard focus to `target` when `asked` changes or the focused element is removed, such as a button after its work, so
 * that screen readers continue there. The focus is never taken from the workbook or from another control.
 * @param asked what the person asked for; undefined if nothing
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
