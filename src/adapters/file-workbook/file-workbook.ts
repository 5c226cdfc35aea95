import type { WorkbookContent } from '../../domain/spreadsheet/content.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import { HostFault, type WorkbookHost } from '../../usecases/ports/workbook-host.ts';
import { ANY_SIZE, type WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';

/** Options of a workbook file on a page without Excel. */
export interface FileWorkbookOptions {
  readonly codec: WorkbookCodec;
  readonly clock: Clock;
  /** The chosen file; undefined if none is open, which is a workbook without sheets. */
  readonly bytes: Uint8Array | undefined;
  /** Called with the file after each change. */
  readonly onChange: (bytes: Uint8Array) => void;
  /** Delivers a new file to the person, for example as a download. */
  readonly deliver: (name: string, bytes: Uint8Array) => Promise<void>;
}

/** A file as an open workbook that nobody else can change. */
export function createFileWorkbook({
  codec,
  clock,
  bytes: chosen,
  onChange,
  deliver,
}: FileWorkbookOptions): WorkbookHost {
  let bytes = chosen;
  /** The file that was decoded last, which with many pictures takes a while. */
  let last: { readonly bytes: Uint8Array; readonly content: WorkbookContent } | undefined;
  const decode = async (): Promise<WorkbookContent> => {
    const now = bytes;
    if (now === undefined) return { sheets: [], properties: new Map(), definedNames: [] };
    if (last?.bytes !== now) last = { bytes: now, content: await codec.decode(now, ANY_SIZE) };
    return last.content;
  };
  return {
    async read(sheets) {
      const content = await decode();
      return sheets === undefined ? content : { ...content, sheets: named(content, sheets) };
    },
    file: async () => Promise.resolve(bytes),
    async rules() {
      return bytes === undefined ? [] : codec.rules(bytes);
    },
    async write(patches) {
      named(
        await decode(),
        patches.map(({ sheet }) => sheet),
      );
      if (bytes === undefined) return [];
      const patched = await codec.patchSome(bytes, patches, clock.now());
      bytes = patched.bytes;
      onChange(bytes);
      return patched.refused;
    },
    async changePictures(swaps, between) {
      named(
        await decode(),
        swaps.map(({ sheet }) => sheet),
      );
      if (bytes === undefined) return [];
      const patched = await codec.patchPictures(bytes, swaps, clock.now());
      if (patched.bytes === bytes) return patched.refused;
      // A person may have stopped it meanwhile.
      between?.(swaps.length - patched.refused.length);
      bytes = patched.bytes;
      onChange(bytes);
      return patched.refused;
    },
    async openNew(plan, name) {
      await deliver(name, await codec.encode(plan));
    },
  };
}

/** The sheets of these names, in the workbook's order. @throws {HostFault} `sheet-gone` */
function named({ sheets }: WorkbookContent, names: readonly string[]): WorkbookContent['sheets'] {
  const missing = names.find((name) => !sheets.some((sheet) => sheet.name === name));
  if (missing !== undefined) throw new HostFault('sheet-gone', missing);
  return sheets.filter(({ name }) => names.includes(name));
}
