import { openInflate } from '../../../src/adapters/libdeflate/inflate.ts';

/** Tells whether inflating by WebAssembly is possible here, in a page or in a worker. */
const opened = openInflate().then((inflate) => inflate !== undefined);
Object.assign(globalThis, { opened });
if (typeof document === 'undefined') void opened.then((isOpen) => postMessage(isOpen));
