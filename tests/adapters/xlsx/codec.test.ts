import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { itKeepsTheWorkbookCodecContract } from '../../contracts/workbook-codec.contract.ts';

describe('the .xlsx codec', () => {
  itKeepsTheWorkbookCodecContract(createXlsxCodec);
});
