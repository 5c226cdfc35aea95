/**
 * Ignores the second click of a double click on a button: the first one may have moved another button under the pointer.
 */
export function refuseSecondClicks(page: Window): void {
  const refuse = (event: MouseEvent): void => {
    // Clicks in quick succession at a place are counted; the keyboard's are not.
    if (event.detail < 2 || !(event.target instanceof Element) || event.target.closest('button') === null) return;
    event.preventDefault();
    event.stopPropagation();
  };
  page.addEventListener('click', refuse, { capture: true });
}
