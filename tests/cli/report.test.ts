import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { measuresOf } from '../../src/domain/programme/programme.ts';
import type { Entry } from '../../src/domain/submissions/submission.ts';
import { REPORT_HEADINGS } from '../../src/domain/master/report-headings.ts';
import { addResult, emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { documentOf, ita } from '../support/cli.ts';
import { editedMaster } from '../support/edited-master.ts';
import { PLACE, section, template } from '../support/letterheads.ts';
import { ownFolder } from '../support/own-folder.ts';
import { programme, reportAsSubmissions, roster } from '../support/report-2565.ts';
import { paragraphsIn } from '../support/report-document.ts';

const at = ownFolder();
const codec = createXlsxCodec();
let encoded: Uint8Array;
let master: string;

beforeAll(async () => {
  const submissions = reportAsSubmissions();
  const consolidation = finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] }));
  encoded = await codec.encode(planMaster(consolidation, { created: '2022-04-29T02:00:00Z' }));
});

beforeEach(() => {
  master = at('รายงานรวม.xlsx');
  writeFileSync(master, encoded);
});

/** The master with another text in the cell that begins so. */
async function edited(name: string, begin: string, text: string): Promise<string> {
  const { sheets } = await codec.decode(encoded);
  const cells = sheets.flatMap(({ name: sheet, cells }) => cells.map((cell) => ({ sheet, ...cell })));
  const { sheet, row, column } = cells.find((cell) => cell.text.startsWith(begin))!;
  writeFileSync(at(name), await codec.patch(encoded, [{ sheet, row, column, text }]));
  return at(name);
}

describe('ita report', () => {
  it('writes the master as it stands: cover, introduction, heading and every measure', async () => {
    const ran = await ita(['report', master, '--out', at('ก.docx'), '--format', 'json']);
    const texts = paragraphsIn(readFileSync(at('ก.docx')));
    const { cover, heading } = programme.report;
    expect(texts.slice(0, cover.length + 1)).toEqual([...cover, heading]);
    expect(texts).toContain(REPORT_HEADINGS.result);
    expect(documentOf(ran)).toMatchObject({ out: at('ก.docx'), notReplaced: null, missingSheets: [], textsBeside: 0 });
  });

  it('takes over what the office wrote on the sheets', async () => {
    const changed = await edited('แก้ผล.xlsx', 'สำนักงาน ก.ก. มีหนังสือเวียน', 'ข้อความที่สำนักงานแก้ไข');
    await ita(['report', changed, '--out', at('ข.docx')]);
    expect(paragraphsIn(readFileSync(at('ข.docx'))).filter((text) => text === 'ข้อความที่สำนักงานแก้ไข')).toHaveLength(1);
  });

  it('takes over what the office wrote on the cover, and prints another month where one is asked for', async () => {
    const changed = await edited('แก้ปก.xlsx', 'ตามที่ปลัดกรุงเทพมหานคร', 'คำนำที่สำนักงานแก้ไข');
    await ita(['report', changed, '--out', at('ค.docx'), '--as-of', 'กันยายน ๒๕๖๕']);
    const texts = paragraphsIn(readFileSync(at('ค.docx')));
    expect(texts).toContain('คำนำที่สำนักงานแก้ไข');
    expect(texts.filter((text) => text.includes('เดือนกันยายน ๒๕๖๕'))).toHaveLength(1);
    expect(texts).toContain('กันยายน ๒๕๖๕');
  });

  it('says what must be reviewed before it is signed', async () => {
    const { master: bytes, folder } = await editedMaster();
    writeFileSync(master, bytes);
    await ita(['consolidate', folder, '--out', master]);
    rmSync(folder, { recursive: true });
    const ran = await ita(['report', master, '--out', at('ทบทวน.docx'), '--lang', 'th']);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('ในรายงานรวมยังมี ๒ ย่อหน้าที่ต้องทบทวน');
    expect(ran.out).not.toContain('แล้วเสนอลงนาม');
  });

  it('adds the letter and the annexes that are asked for', async () => {
    await ita(['report', master, '--out', at('ง.docx'), '--letter', '--annex', 'answers', '--annex', 'status']);
    const texts = paragraphsIn(readFileSync(at('ง.docx')));
    expect(texts[0]).toMatch(/^ที่ /);
    expect(texts.filter((text) => text.startsWith('ภาคผนวก'))).toHaveLength(2);
  });

  it('leaves a document that is there alone and writes beside it', async () => {
    writeFileSync(at('จ.docx'), 'แก้ไขแล้ว');
    const ran = await ita(['report', master, '--out', at('จ.docx'), '--lang', 'en']);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('was not replaced');
    expect(readFileSync(at('จ.docx'), 'utf8')).toBe('แก้ไขแล้ว');
    expect(paragraphsIn(readFileSync(at('จ (2).docx')))).not.toEqual([]);
    await ita(['report', master, '--out', at('จ.docx'), '--replace']);
    expect(paragraphsIn(readFileSync(at('จ.docx')))).not.toEqual([]);
  });

  it.each([
    ['a file that is no workbook', 'package.json', 3, ''],
    ['a file that is not there', 'nowhere.xlsx', 3, 'nowhere.xlsx'],
  ])('says what is wrong with %s', async (_, file, code, words) => {
    const ran = await ita(['report', file, '--out', at('ฉ.docx'), '--lang', 'en']);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
    expect(ran.err).not.toBe('');
  });

  it.each([
    ['another name than .docx', ['--out', 'a.pdf'], '--out'],
    ['an annex that there is not', ['--out', 'a.docx', '--annex', 'photos'], 'answers, pictures, completeness, status'],
  ])('refuses %s', async (_, options, words) => {
    const ran = await ita(['report', master, ...options, '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(words);
  });
});

describe('ita report --no-unfinished', () => {
  const [first, second] = [reportAsSubmissions()[0]!, reportAsSubmissions()[1]!];

  /** A master in which two agencies have not begun a measure, one paragraph of which the office edited. */
  async function unfinishedMaster(): Promise<string> {
    const measure = measuresOf(programme).find(({ measure }) =>
      [first, second].every(({ agency }) => measure.responsible.agencies.includes(agency)),
    )!.measure.key;
    const entries = (reason: string): Entry[] => [
      {
        measure,
        status: { id: 'not-started', text: 'ยังไม่ดำเนินการ', sheet: 'ก', cell: { row: 1, column: 1 } },
        paragraphs: [{ text: reason, sheet: 'ก', cell: { row: 1, column: 2 } }],
        dates: [],
        evidence: [],
        notes: [],
      },
    ];
    const submissions = [
      { ...first, entries: entries('รองบประมาณ') },
      { ...second, entries: entries('รอระบบ') },
    ];
    const consolidation = finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] }));
    const bytes = await codec.encode(planMaster(consolidation, { created: '2022-04-29T02:00:00Z' }));
    const { sheets } = await codec.decode(bytes);
    const places = sheets.flatMap(({ name, cells }) => cells.map((cell) => ({ sheet: name, ...cell })));
    const edited = places.find(({ text }) => text.endsWith('ยังไม่ดำเนินการ (รอระบบ)'))!;
    const { sheet, row, column } = edited;
    writeFileSync(master, await codec.patch(bytes, [{ sheet, row, column, text: 'ถ้อยคำของสำนักงาน' }]));
    return master;
  }

  it('prints who has not finished a measure, and why, as the master does, unless it is left out', async () => {
    await ita(['report', await unfinishedMaster(), '--out', at('พิมพ์.docx')]);
    const printed = paragraphsIn(readFileSync(at('พิมพ์.docx')));
    expect(printed.filter((text) => text.includes('ยังไม่ดำเนินการ (รองบประมาณ)'))).toHaveLength(1);
    const ran = await ita(['report', master, '--out', at('ไม่พิมพ์.docx'), '--no-unfinished', '--lang', 'th']);
    const texts = paragraphsIn(readFileSync(at('ไม่พิมพ์.docx')));
    expect(texts).toEqual(printed.filter((text) => !text.includes('ยังไม่ดำเนินการ (รองบประมาณ)')));
    expect(texts).toContain('ถ้อยคำของสำนักงาน');
    expect(ran.out).toContain('ไม่ได้พิมพ์ว่าหน่วยงานใดยังไม่แล้วเสร็จ ๑ ย่อหน้า');
  });

  it('can list it as an annex', async () => {
    await ita([
      'report',
      await unfinishedMaster(),
      '--out',
      at('ผนวก.docx'),
      '--no-unfinished',
      '--annex',
      'unfinished',
    ]);
    const texts = paragraphsIn(readFileSync(at('ผนวก.docx')));
    const annex = texts.slice(texts.indexOf('ภาคผนวก มาตรการที่ยังไม่แล้วเสร็จและเหตุผล'));
    expect(annex).toEqual(expect.arrayContaining(['รองบประมาณ', 'รอระบบ']));
  });
});

describe('ita report --template', () => {
  it('takes the letterhead of the office, and says what the template lacks', async () => {
    writeFileSync(at('แม่แบบ.docx'), await template([section(['ข้อความของแม่แบบ'])]));
    const ran = await ita(['report', master, '--out', at('ช.docx'), '--template', at('แม่แบบ.docx')]);
    expect(ran.code).toBe(1);
    expect(ran.out.indexOf('แม่แบบไม่มีตำแหน่งของรายงาน')).toBeLessThan(ran.out.indexOf('The template has no place'));
    const texts = paragraphsIn(readFileSync(at('ช.docx')));
    expect(texts[0]).toBe('ข้อความของแม่แบบ');
    expect(texts).toContain(REPORT_HEADINGS.result);
  });

  it('tells programs the same', async () => {
    writeFileSync(at('มีตำแหน่ง.docx'), await template([section([PLACE])]));
    const ran = await ita([
      'report',
      master,
      '--out',
      at('ซ.docx'),
      '--template',
      at('มีตำแหน่ง.docx'),
      '--format',
      'json',
    ]);
    const { template: notices } = documentOf(ran) as { readonly template: readonly { readonly code: string }[] };
    expect(notices.map(({ code }) => code)).toEqual([
      'template-turned',
      'template-page-numbers',
      'template-styles',
      'template-language',
    ]);
  });

  it('never replaces the template itself', async () => {
    const bytes = await template([section([PLACE])]);
    writeFileSync(at('ฌ.docx'), bytes);
    const args = ['report', master, '--out', at('ฌ.docx'), '--template', at('ฌ.docx'), '--replace', '--lang', 'th'];
    const { out } = await ita(args);
    expect(out).toContain('เพราะเป็นแม่แบบ');
    expect(out).not.toContain('--replace');
    expect(Buffer.from(bytes).equals(readFileSync(at('ฌ.docx')))).toBe(true);
    expect(paragraphsIn(readFileSync(at('ฌ (2).docx')))).toContain(REPORT_HEADINGS.result);
  });

  it.each([
    ['no document', 'ไม่ใช่เอกสาร Word', new TextEncoder().encode('ข้อความ')],
    ['a file of nothing', 'ไฟล์ว่างเปล่า', new Uint8Array()],
    ['a .doc of an old Word', 'Word รุ่นเก่า', compoundFile('WordDocument')],
    ['a document with a password', 'รหัสผ่าน', compoundFile('EncryptedPackage')],
  ])('refuses %s before anything is written, and says what to do', async (_, words, bytes) => {
    writeFileSync(at('ไม่ใช่.docx'), bytes);
    const ran = await ita(['report', master, '--out', at('ญ.docx'), '--template', at('ไม่ใช่.docx')]);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain(words);
    expect(ran.err).toContain('โปรด');
    expect(existsSync(at('ญ.docx'))).toBe(false);
  });
});

/** A compound file with a stream of this name. */
function compoundFile(name: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]),
    512,
  );
  return bytes;
}
