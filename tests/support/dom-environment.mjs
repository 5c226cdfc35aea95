import { TextDecoder, TextEncoder } from 'node:util';
import { TestEnvironment } from 'jest-environment-jsdom';

/** A DOM beside what every browser has and jsdom lacks; bytes are of one kind on both sides. */
export default class DomEnvironment extends TestEnvironment {
  constructor(...settings) {
    super(...settings);
    Object.assign(this.global, { TextDecoder, TextEncoder, Uint8Array });
  }
}
