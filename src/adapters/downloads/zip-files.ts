import { zipSync } from 'fflate';

/** Packs files into one .zip file without compression, because workbooks are compressed already. Names are UTF-8. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<Uint8Array> {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return Promise.resolve().then(() => zipSync(entries, { level: 0 }));
}
