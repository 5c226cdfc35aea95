/**
 * Refuses files that are dropped outside a drop zone: a browser would open them in place of the page, and unsaved changes would be
 * lost. Other drags, such as of text, are not affected.
 */
export function refuseStrayDrops(page: Window): void {
  page.addEventListener('dragover', (event) => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  });
}
