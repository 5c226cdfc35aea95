import { portOfWebWorker } from '../../adapters/web-workers/web-worker.ts';
import { serveEncoder } from '../../adapters/workers/workers-encoder.ts';
import { encodeWorkbook } from '../../adapters/xlsx/write/encode.ts';

/** What a Web Worker of the pane runs: it encodes a large workbook. */
serveEncoder(portOfWebWorker(), encodeWorkbook);
