/**
 * Refuses files that are dropped beside the places for files: a browser would open them in place of the page, and what was not saved
 * would be gone. Other drags, as of text, are left alone.
 */
export function refuseStrayDrops(page: Window): void {
  page.addEventListener('dragover', (event) => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  });
}
