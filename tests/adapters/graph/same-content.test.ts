import { strToU8, zipSync } from 'fflate';
import { isSameContent } from '../../../src/adapters/graph/same-content.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { answer } from '../../support/answer.ts';
import { rewriteWorkbook } from '../../support/graph-server/rewrite-workbook.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../support/small-programme.ts';

const codec = createXlsxCodec();

/** An agency's workbook as it is sent. */
async function sent(): Promise<Uint8Array> {
  return codec.encode(
    planAgencyWorkbook(SMALL_PROGRAMME, SMALL_ROSTER.agencies[0]!, { created: '2026-01-01T00:00:00Z' }),
  );
}

it('knows a real workbook again that SharePoint has rewritten, and it reads the same', async () => {
  const bytes = await sent();
  const rewritten = rewriteWorkbook('a.xlsx', bytes);
  expect(rewritten).not.toEqual(bytes);
  expect(isSameContent(bytes, rewritten)).toBe(true);
  const [before, after] = [await codec.decode(bytes), await codec.decode(rewritten)];
  expect(after.sheets).toEqual(before.sheets);
  expect(rewriteWorkbook('a.xlsx', rewritten)).toEqual(rewritten);
});

it('takes nothing that somebody typed for its own', async () => {
  const bytes = await sent();
  const answered = await answer(codec, bytes, { '1.1.1': { result: 'ดำเนินการแล้ว' } });
  expect(isSameContent(bytes, answered)).toBe(false);
  expect(isSameContent(bytes, rewriteWorkbook('a.xlsx', answered))).toBe(false);
});

const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const SENT = zip({ 'xl/a.xml': '1', 'docProps/core.xml': '1', '[Content_Types].xml': '1', '_rels/.rels': '1' });

it.each<readonly [string, Uint8Array, boolean]>([
  ['the same bytes', SENT.slice(), true],
  ['other properties', zip({ 'xl/a.xml': '1', 'docProps/core.xml': '2', 'customXml/item1.xml': '1' }), true],
  ['another text of the same length', zip({ 'xl/a.xml': '2' }), false],
  ['a longer text', zip({ 'xl/a.xml': '12' }), false],
  ['a part more', zip({ 'xl/a.xml': '1', 'xl/b.xml': '1' }), false],
  ['a part less', zip({ 'docProps/core.xml': '1' }), false],
  ['half of it', SENT.slice(0, SENT.length / 2), false],
  ['no zip file', strToU8('text'), false],
])('compares every part but those of properties: %s', (_, received, expected) => {
  expect(isSameContent(SENT, received)).toBe(expected);
});

it('is in doubt of a zip file with properties alone', () => {
  const one = zip({ 'docProps/core.xml': '1' });
  expect(isSameContent(one, zip({ 'docProps/core.xml': '2' }))).toBe(false);
});

it('compares what is no workbook byte by byte', () => {
  expect(isSameContent(strToU8('{}'), strToU8('{}'))).toBe(true);
  expect(isSameContent(strToU8('{}'), strToU8('{ }'))).toBe(false);
  expect(isSameContent(new Uint8Array(), new Uint8Array())).toBe(true);
});
