/** Milliseconds after which a browser has taken what a link leads to. */
const TAKEN = 60_000;

/** Hands a file over to the person, into the folder where their browser puts downloads. */
export function download(name: string, bytes: Uint8Array): Promise<void> {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN);
  return Promise.resolve();
}
