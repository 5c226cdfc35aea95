import { openInflate } from '../../adapters/libdeflate/inflate.ts';
import { portOfWebWorker } from '../../adapters/web-workers/web-worker.ts';
import { serveReader } from '../../adapters/workers/workers-reader.ts';
import { createXlsxCodec } from '../../adapters/xlsx/codec.ts';
import { readWorkbook } from '../../usecases/read-workbook.ts';

/**
 * What a Web Worker of the pane runs: it reads workbooks. The page's policy forbids WebAssembly and does not bind a worker, which has
 * its own; docs/design.md says why that is as it should be.
 */
const codec = openInflate().then((inflate) => createXlsxCodec(inflate ? { inflate } : {}));
serveReader(portOfWebWorker(), async (bytes, context) => readWorkbook(await codec, bytes, context));
