import { createFileWorkbook } from '../../../src/adapters/file-workbook/file-workbook.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { itKeepsTheWorkbookHostContract } from '../../contracts/workbook-host.contract.ts';

const codec = createXlsxCodec();
const clock = { now: () => '2027-06-01T00:00:00.000Z' };

describe('a file as an open workbook', () => {
  itKeepsTheWorkbookHostContract(async (plan) => {
    const opened: Uint8Array[] = [];
    const bytes = await codec.encode(plan);
    const deliver = (_name: string, file: Uint8Array): Promise<void> => Promise.resolve(void opened.push(file));
    let now = bytes;
    const onChange = (changed: Uint8Array): void => void (now = changed);
    const pictures = async (sheet: string) => {
      const { objects = [] } = (await codec.decode(now)).sheets.find(({ name }) => name === sheet)!;
      return objects.map(({ name, description, area, image }) => {
        return { name, description, at: { row: area!.top, column: area!.left }, size: image!.size };
      });
    };
    return { host: createFileWorkbook({ codec, clock, bytes, onChange, deliver }), pictures, opened };
  });

  it('says that a file is no workbook', async () => {
    const host = createFileWorkbook({
      codec,
      clock,
      bytes: new Uint8Array([1, 2, 3]),
      onChange: () => undefined,
      deliver: () => Promise.resolve(),
    });
    const patch = { sheet: 'a', row: 1, column: 1, text: '' };
    for (const refused of [host.read(), host.read([]), host.write([patch])]) {
      await expect(refused).rejects.toMatchObject({ name: 'UnreadableWorkbook', why: { reason: 'not-workbook' } });
    }
  });
});
