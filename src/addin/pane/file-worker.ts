import { openInflate } from '../../adapters/libdeflate/inflate.ts';
import { portOfWebWorker } from '../../adapters/web-workers/web-worker.ts';
import { serveCodec } from '../../adapters/workers/workers-codec.ts';
import { createXlsxCodec } from '../../adapters/xlsx/codec.ts';
import { lazyCodec } from '../../usecases/lazy-codec.ts';

/** What a Web Worker of the pane runs: it reads and changes the file of a large workbook, with a faster inflate as `read-worker.ts` does. */
serveCodec(
  portOfWebWorker(),
  lazyCodec(async () => {
    const inflate = await openInflate();
    return createXlsxCodec(inflate ? { inflate } : {});
  }),
);
