import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { errorsOf, inHost, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { districtPlan } from '../../support/plans-2565.ts';

let built: BuiltPane;
let file: Uint8Array;

beforeAll(async () => {
  built = await startBuiltPane();
  file = await createXlsxCodec().encode(districtPlan);
});
afterAll(() => built.close());

/** OfficeDev/office-js#5176: where the page's script was deferred, a press was lost as soon as the script came after office.js. */
describe('the first press of a button, after which Excel starts the add-in', () => {
  it.each([0, 300, 1500])('is carried out where the script comes %d ms late', async (milliseconds) => {
    const page = await built.openSlowly(file, milliseconds, { pane: 'closed' });
    await inHost(page, (host) => host.press('openPane'), undefined);
    expect(await inHost(page, (host) => host.isPaneOpen(), undefined)).toBe(true);
    expect(errorsOf(page)).toEqual([]);
  });
});
