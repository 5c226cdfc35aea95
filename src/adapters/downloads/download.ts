/** Milliseconds after which the browser has fetched the link's target. */
const TAKEN = 60_000;

/** Downloads a file to the browser's downloads folder. */
export function download(name: string, bytes: Uint8Array): Promise<void> {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN);
  return Promise.resolve();
}
