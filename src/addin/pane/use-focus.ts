import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the keyboard goes, and what is read aloud goes on from: when another section is asked for, and when what had the keyboard is
 * gone, as a button is that did its work. The keyboard is never taken away from the workbook or from another control.
 */
export function useFocusTarget<Target extends HTMLElement>(asked: unknown): RefObject<Target> {
  const target = useRef<Target>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (): void => void (last.current = document.activeElement);
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (asked !== undefined) target.current?.focus();
  }, [asked]);
  useEffect(() => {
    if (document.hasFocus() && isGone(last.current) && document.activeElement === document.body)
      target.current?.focus();
  });
  return target;
}

function isGone(element: Element | null): boolean {
  return element !== null && (!element.isConnected || element.matches(':disabled'));
}
