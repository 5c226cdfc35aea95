import { portOfWebWorker } from '../../adapters/web-workers/web-worker.ts';
import { serveReader } from '../../adapters/workers/workers-reader.ts';
import { createXlsxCodec } from '../../adapters/xlsx/codec.ts';
import { readWorkbook } from '../../usecases/read-workbook.ts';

/** What a Web Worker of the pane runs: it reads workbooks. */
const codec = createXlsxCodec();
serveReader(portOfWebWorker(), (bytes, context) => readWorkbook(codec, bytes, context));
