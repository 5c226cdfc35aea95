import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { OpenDraft } from '../../../src/addin/session/open-draft.ts';
import { checkOf } from '../../../src/addin/session/selectors.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import type { AddedPictures } from '../../../src/addin/session/jobs/answer-pictures.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../../src/domain/image/picture.ts';
import { picturesInSheet } from '../../../src/domain/master/read/pictures-in-sheet.ts';
import { PICTURES_SHEET } from '../../../src/domain/master/sheet-names.ts';
import { agencyFileName } from '../../../src/domain/form/plan/agency-workbook.ts';
import { answerForm, type MeasureForm } from '../../../src/domain/form/answers/answer-form.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { ReadResult } from '../../../src/domain/submissions/submission.ts';
import type { ChosenFiles } from '../../../src/usecases/ports/file-store.ts';
import { changedParts, withPart } from '../../support/changed-parts.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import type { HostSheet } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { paneSession } from '../../support/pane-session.ts';
import { fileSession } from '../../support/file-session.ts';
import { memoryDrafts, type MemoryDrafts } from '../../support/memory-drafts.ts';
import { JPEG, noise, OTHER_PICTURES, png } from '../../support/pictures.ts';
import { created, district, districtPlan } from '../../support/plans-2565.ts';
import { putPictures } from '../../support/put-pictures.ts';
import { until } from '../../support/until.ts';
import { programme, roster } from '../../support/report-2565.ts';

const codec = createXlsxCodec();
const clock = { now: () => '2022-04-01T00:00:00.000Z' };
let blank: Uint8Array;

beforeAll(async () => {
  blank = await codec.encode(districtPlan);
});

function measureOf({ state }: Session, key: string): MeasureForm {
  const { content } = checkOf(state)!.result;
  return answerForm(content, { programme, roster, agency: district }).find((one) => one.measure.key === key)!;
}

/** Descriptions of the pictures of a measure, as the workbook was read last. */
const textsOf = (session: Session, key = '1.1.1'): readonly string[] =>
  measureOf(session, key).pictures.map(({ description }) => description);

function chosen(files: Readonly<Record<string, Uint8Array>>): ChosenFiles {
  return createChosenFiles(Object.entries(files).map(([name, bytes]) => new File([new Uint8Array(bytes)], name)));
}

const add = (session: Session, files: Readonly<Record<string, Uint8Array>>, key = '1.1.1'): Promise<AddedPictures> =>
  session.answers.addPictures(measureOf(session, key), chosen(files));

/** What the office reads from the file. */
const reading = async (bytes: Uint8Array): Promise<ReadResult> =>
  readAgencyWorkbook(await codec.decode(bytes), { programme, roster, file: 'เขต.xlsx' });

/** The drawing with one name for all of its objects. */
const sameName = (xml: string): string => xml.replace(/(<xdr:cNvPr [^>]*name=)"[^"]*"/g, '$1"ภาพ"');

/** The drawing with the pictures of its two anchors in the first one. */
function sameAnchor(xml: string): string {
  const [, second = ''] = xml.match(/<xdr:pic>.*?<\/xdr:pic>/gs) ?? [];
  const without = xml.slice(0, xml.lastIndexOf('<xdr:twoCellAnchor'));
  const rest = xml.slice(xml.lastIndexOf('</xdr:twoCellAnchor>') + '</xdr:twoCellAnchor>'.length);
  return without.replace('</xdr:pic>', `</xdr:pic>${second}`) + rest;
}

interface OpenFile {
  readonly session: Session;
  readonly bytes: () => Uint8Array;
  readonly drafts: MemoryDrafts;
}

async function openFile(drafts = memoryDrafts(), bytes = blank, through = codec): Promise<OpenFile> {
  const [kept] = await drafts.all();
  const file = { name: 'เขต.xlsx', original: bytes, bytes: kept?.bytes ?? bytes };
  const draft = new OpenDraft(drafts, clock, { ...file, ...(kept ? { draft: kept } : {}) });
  let now = file.bytes;
  const onChange = (changed: Uint8Array): void => {
    now = changed;
    draft.keepFile(changed);
  };
  const session = fileSession({ codec: through, bytes: file.bytes, draft, onChange });
  await session.start();
  session.answers.begin();
  await session.answers.keep();
  return { session, bytes: () => now, drafts };
}

describe('pictures in the form on the page without Excel', () => {
  it('puts several beside their measure at once, one to the right of the other', async () => {
    const { session, bytes } = await openFile();
    expect(await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline })).toEqual({ added: 2, refused: [] });
    await add(session, { 'ค.png': png({ width: 9, height: 9 }) });
    const { pictures, pictureCell, fields } = measureOf(session, '1.1.1');
    expect(pictures.map(({ cell }) => cell)).toEqual(
      [0, 3, 6].map((right) => ({ row: fields.status[0]!.row, column: pictureCell.column + right })),
    );
    expect(new Set(pictures.map(({ name }) => name)).size).toBe(3);
    // No text stands under them.
    const sheet = checkOf(session.state)!.result.content.sheets.find(({ name }) => name === fields.status[0]!.sheet)!;
    expect(sheet.cells.some(({ column }) => column >= pictureCell.column)).toBe(false);
    expect(textsOf(session, '1.1.2')).toEqual([]);
    const { submissions } = await reading(bytes());
    expect(submissions[0]!.pictures!.map(({ measure }) => measure)).toEqual(['1.1.1', '1.1.1', '1.1.1']);
  });

  it('undoes them as one change and makes it again, and nothing of the file is different then', async () => {
    const { session, bytes } = await openFile();
    await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline });
    expect(await session.undo()).toMatchObject({ code: 'pictures-undone', facts: { count: 2 } });
    await session.answers.keep();
    expect([textsOf(session), session.state.added]).toEqual([[], []]);
    const traces = changedParts(blank, bytes()).filter((part) => !part.endsWith('.rels'));
    expect(traces).toEqual(['[Content_Types].xml', 'docProps/custom.xml']);
    expect(await session.redo()).toMatchObject({ code: 'pictures-redone', facts: { count: 2 } });
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['', '']);
    expect(session.state.added).toHaveLength(2);
  });

  it('takes one away that was added, which can be undone with its description', async () => {
    const { session } = await openFile();
    await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline });
    session.answers.describe(session.state.added[0]!, 'อบรม');
    await session.answers.keep();
    expect(await session.answers.removePicture(session.state.added[0]!)).toBe(true);
    expect(textsOf(session)).toEqual(['']);
    await session.undo();
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['อบรม', '']);
  });

  it('brings back a description that was written while its picture was being removed', async () => {
    const { session } = await openFile();
    await add(session, { 'ก.png': png() });
    const [shown] = session.state.added;
    session.answers.describe(shown!, 'พิมพ์ก่อนลบ');
    // Leaving the field for the button writes it, and the button still has the picture as it was shown.
    const kept = session.answers.keep();
    await session.answers.removePicture(shown!);
    await kept;
    await session.undo();
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['พิมพ์ก่อนลบ']);
  });

  it('says of every file that its measure is gone, where somebody deleted its rows', async () => {
    const { session } = await openFile();
    const gone = { ...measureOf(session, '1.1.1'), sheet: 'ลบแล้ว' };
    const { added, refused } = await session.answers.addPictures(gone, chosen({ 'ก.png': png(), 'ข.png': png() }));
    expect([added, refused.map(({ why }) => why.reason)]).toEqual([0, ['no-place', 'no-place']]);
  });

  it('writes a description when the person leaves its field, as a change that can be undone', async () => {
    const { session, drafts } = await openFile();
    await add(session, { 'ก.png': png() });
    const [picture] = session.state.added;
    session.answers.describe(picture!, 'อบ');
    session.answers.describe(picture!, 'อบรมรุ่น ๑');
    expect(textsOf(session)).toEqual(['']);
    expect((await drafts.all())[0]!.typed).toMatchObject([{ text: 'อบรมรุ่น ๑' }]);
    await session.answers.keep();
    expect([textsOf(session), session.state.typed]).toEqual([['อบรมรุ่น ๑'], []]);
    await session.undo();
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['']);
  });

  it('leaves the pictures in their order while they are described', async () => {
    const { session } = await openFile();
    await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline });
    session.answers.describe(session.state.added[0]!, 'หนึ่ง');
    await session.answers.keep();
    session.answers.describe(session.state.added[1]!, 'สอง');
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['หนึ่ง', 'สอง']);
    expect(session.state.added.map(({ plan }) => plan.description)).toEqual(['หนึ่ง', 'สอง']);
  });

  it('clears a description, and writes nothing where it is as it was', async () => {
    const { session, bytes } = await openFile();
    await add(session, { 'ก.png': png() });
    session.answers.describe(session.state.added[0]!, 'ก');
    await session.answers.keep();
    const before = bytes();
    session.answers.describe(session.state.added[0]!, 'กข');
    session.answers.describe(session.state.added[0]!, 'ก');
    await session.answers.keep();
    expect(bytes()).toBe(before);
    session.answers.describe(session.state.added[0]!, ' ');
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['']);
  });

  it.each([
    { title: 'nothing but a space', text: ' ', written: '' },
    { title: 'lines that end as Windows ends them', text: 'รุ่น ๑\r\nรุ่น ๒', written: 'รุ่น ๑\nรุ่น ๒' },
  ])('is done with a description of $title, so that the file can be saved', async ({ text, written }) => {
    const { session } = await openFile();
    await add(session, { 'ก.png': png() });
    session.answers.describe(session.state.added[0]!, text);
    await session.answers.keep();
    expect([textsOf(session), session.state.typed]).toEqual([[written], []]);
  });

  it('keeps pictures and descriptions in the draft when the page is left, to go on with them', async () => {
    const first = await openFile();
    await add(first.session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline });
    first.session.answers.describe(first.session.state.added[1]!, 'ยังพิมพ์');
    const { session } = await openFile(first.drafts);
    expect(session.state.added.map(({ plan }) => plan.picture.bytes.length)).toEqual(
      first.session.state.added.map(({ plan }) => plan.picture.bytes.length),
    );
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['', 'ยังพิมพ์']);
    await add(session, { 'ค.png': png({ width: 9, height: 9 }) });
    expect(new Set(measureOf(session, '1.1.1').pictures.map(({ name }) => name)).size).toBe(3);
    expect(await session.answers.removePicture(session.state.added[0]!)).toBe(true);
  });

  it('describes pictures that were in the file before, in their place, which can be undone to the byte', async () => {
    const before = putPictures(blank, [
      {
        sheet: districtPlan.sheets[1]!.name,
        row: 5,
        column: 3,
        name: 'Picture 2',
        bytes: JPEG.baseline,
        description: 'เดิม',
        crop: 'l="25000"',
      },
      { sheet: districtPlan.sheets[1]!.name, row: 5, column: 9, bytes: png() },
    ]);
    const { session, bytes } = await openFile(memoryDrafts(), before);
    expect(session.state.added).toMatchObject([
      { isFound: true, plan: { description: 'เดิม', picture: { format: 'jpeg' } } },
      { isFound: true, plan: { description: '', picture: { format: 'png' } } },
    ]);
    expect(bytes()).toBe(before);
    session.answers.describe(session.state.added[0]!, 'อบรมรุ่น ๑');
    await session.answers.keep();
    expect([textsOf(session), session.state.typed]).toEqual([['อบรมรุ่น ๑', ''], []]);
    expect(changedParts(before, bytes()).filter((part) => !part.startsWith('docProps/'))).toEqual([
      'xl/drawings/drawing90.xml',
    ]);
    expect(session.state.added.map(({ isFound }) => isFound)).toEqual([true, true]);
    await session.undo();
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['เดิม', '']);
    expect(changedParts(before, bytes()).filter((part) => !part.startsWith('docProps/'))).toEqual([]);
  });

  it('goes on with the description of a picture in the file that was being typed when the page was left', async () => {
    const sheet = districtPlan.sheets[1]!.name;
    const before = putPictures(blank, [{ sheet, row: 5, column: 3, bytes: png(), description: 'เดิม' }]);
    const first = await openFile(memoryDrafts(), before);
    first.session.answers.describe(first.session.state.added[0]!, 'ใหม่');
    const { session } = await openFile(first.drafts, before);
    await session.answers.keep();
    expect([textsOf(session), session.state.typed]).toEqual([['ใหม่'], []]);
  });

  it.each<[string, (before: Uint8Array) => Uint8Array]>([
    ['have a name together', (bytes) => withPart(bytes, 'xl/drawings/drawing90.xml', sameName)],
    ['are grouped', (bytes) => withPart(bytes, 'xl/drawings/drawing90.xml', (xml) => sameAnchor(xml))],
  ])('leaves pictures alone that %s', async (_, change) => {
    const sheet = districtPlan.sheets[1]!.name;
    const put = [3, 9].map((column) => ({
      ...{ sheet, row: 5, column, name: `Picture ${column}` },
      ...{ bytes: png(), description: 'เดิม' },
    }));
    const before = change(putPictures(blank, put));
    const { session } = await openFile(memoryDrafts(), before);
    expect(textsOf(session)).toEqual(['เดิม', 'เดิม']);
    expect(session.state.added).toEqual([]);
  });

  it('leaves pictures in cells alone', async () => {
    const sheet = districtPlan.sheets[1]!.name;
    const before = putPictures(blank, [{ sheet, row: 5, column: 5, bytes: png(), description: 'เดิม' }], 'in-cell');
    const { session } = await openFile(memoryDrafts(), before);
    expect([textsOf(session), session.state.added]).toEqual([['เดิม'], []]);
  });

  it('arrive in the master with their descriptions, like those that were put in Excel', async () => {
    const { session, bytes } = await openFile();
    await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline });
    session.answers.describe(session.state.added[1]!, 'อบรม');
    await session.answers.keep();
    const delivered: NamedBytes[] = [];
    const office = fileSession({ delivered });
    await office.start();
    await office.collect(chosen({ [agencyFileName(programme, district)]: bytes() }));
    await office.putMaster('new');
    const { sheets } = await codec.decode(delivered[0]!.bytes);
    const found = picturesInSheet(sheets.find(({ name }) => name === PICTURES_SHEET)!);
    expect(found.map(({ description }) => description).sort()).toEqual(['', 'อบรม']);
    const kept = await codec.pictures(delivered[0]!.bytes, new Set(found.map(({ key }) => key)));
    expect([...kept.values()].map(({ bytes: { length } }) => length).sort()).toEqual(
      session.state.added.map(({ plan }) => plan.picture.bytes.length).sort(),
    );
  });

  it('says that the browser keeps no draft where it has no room, and loses nothing', async () => {
    const { session, drafts } = await openFile();
    drafts.refuses = true;
    await add(session, { 'ก.png': png() });
    await session.answers.keep();
    expect([session.state.draft, textsOf(session)]).toEqual(['failed', ['']]);
  });

  it('says of every file why it is not taken, and takes the others', async () => {
    const { session } = await openFile();
    const { added, refused } = await add(session, {
      'ก.png': png(),
      'ข.heic': OTHER_PICTURES.heic,
      'ค.png': png().slice(0, 40),
      'ง.pdf': OTHER_PICTURES.unknown,
      'จ.jpg': new Uint8Array(),
    });
    expect(added).toBe(1);
    expect(refused).toEqual([
      { file: 'ข.heic', why: { reason: 'format', format: 'heic' } },
      { file: 'ค.png', why: { reason: 'broken' } },
      { file: 'ง.pdf', why: { reason: 'format', format: 'unknown' } },
      { file: 'จ.jpg', why: { reason: 'broken' } },
    ]);
  });

  it('takes no more pictures than the master does', async () => {
    const one = png({ width: 1, height: 1 });
    const sheet = districtPlan.sheets[1]!.name;
    const put = Array.from({ length: 199 }, () => ({ sheet, row: 6, column: 3, bytes: one }));
    const { session } = await openFile(memoryDrafts(), putPictures(blank, put));
    expect(session.answers.pictureRoom!.count).toBe(1);
    const files = chosen({ 'ก.png': one, 'ข.png': one, 'ค.png': one });
    const read: string[] = [];
    const counted = { ...files, read: (path: string) => (read.push(path), files.read(path)) };
    expect(await session.answers.addPictures(measureOf(session, '1.1.1'), counted)).toEqual({
      added: 1,
      refused: [],
      left: { file: 'ข.png', count: 2, why: { reason: 'too-many', most: 200 } },
    });
    expect(read).toEqual(['ก.png']);
    expect(session.answers.pictureRoom!.count).toBe(0);
  });

  it('takes no more megabytes than are looked into, and leaves those after the first without room', async () => {
    const { session } = await openFile();
    const large = noise(1_500, 1_500);
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`${String(index).padStart(2, '0')}.png`, large]),
    );
    const { added, refused, left } = await add(session, files);
    expect([added + left!.count, refused]).toEqual([12, []]);
    expect(left).toMatchObject({ file: `${String(added).padStart(2, '0')}.png`, why: { reason: 'no-room', most: 64 } });
    expect(session.state.added).toHaveLength(added);
  });

  it('tells how far it is with many, keeps their order, and shows no progress afterwards', async () => {
    const { session } = await openFile();
    const told = new Set<number>();
    session.subscribe(() => session.state.working && told.add(session.state.working.done));
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`${index}.png`, png({ width: 8 - index, height: 2 })]),
    );
    expect(await add(session, files)).toEqual({ added: 8, refused: [] });
    expect([...told]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(session.state.working).toBeUndefined();
    expect(session.state.added.map(({ plan }) => plan.picture.width)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('adds none where the person stops it, and can add them then', async () => {
    const { session, bytes } = await openFile();
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.png`, png()]));
    const end = session.subscribe(() => session.state.working?.done === 2 && session.stop());
    expect(await add(session, files)).toEqual({ added: 0, refused: [] });
    end();
    expect(session.state.notice).toMatchObject({ code: 'stopped' });
    expect([bytes(), session.state.added, session.state.undoable, session.state.working]).toEqual([
      blank,
      [],
      [],
      undefined,
    ]);
    expect(await add(session, files)).toEqual({ added: 8, refused: [] });
  });

  it('adds none where the person stops it while the file is written', async () => {
    const { bytes, ...opened } = await openFile(memoryDrafts(), blank, {
      ...codec,
      patchPictures: (...asked) => (opened.session.stop(), codec.patchPictures(...asked)),
    });
    expect(await add(opened.session, { 'ก.png': png(), 'ข.png': png() })).toEqual({ added: 0, refused: [] });
    expect(opened.session.state.notice).toMatchObject({ code: 'stopped' });
    expect([bytes(), opened.session.state.added, opened.session.state.undoable]).toEqual([blank, [], []]);
  });
});

describe('pictures in the form in Excel', () => {
  async function openPane(): Promise<{ readonly session: Session; readonly page: HostSheet }> {
    const { workbook } = await openInExcel(districtPlan, TODAY);
    const session = paneSession({ created });
    await session.start();
    return { session, page: workbook.sheet(districtPlan.sheets[1]!.name) };
  }

  it('that were in the file before count as evidence once the form is shown, and are described over their sheet', async () => {
    const { session, page } = await openPane();
    const place = { left: page.leftOf(3) + 1, top: page.topOf(5) + 1, width: 90, height: 60 };
    const picture = cleanPicture(JPEG.baseline, crc32) as CleanPicture;
    const looks = { isRatioLocked: true, placement: 'TwoCell', picture } as const;
    page.shapes = [{ id: '{1}', name: 'Picture 1', description: 'เดิม', ...place, ...looks }];
    const [cell] = measureOf(session, '1.1.1').fields.evidence;
    session.answers.type(cell!, 'ตามเอกสารแนบ');
    await session.answers.keep();
    const hollow = () => checkOf(session.state)!.result.remarks.some(({ code }) => code === 'evidence-hollow');
    const wasHollow = hollow();
    session.answers.begin();
    await until(() => textsOf(session).length > 0);
    expect([textsOf(session), session.state.added.map(({ isFound }) => isFound)]).toEqual([['เดิม'], [true]]);
    expect(wasHollow && hollow()).toBe(false);
    session.answers.describe(session.state.added[0]!, 'อบรม');
    await session.answers.keep();
    expect(page.shapes).toMatchObject([{ id: '{1}', description: 'อบรม', ...place }]);
    await session.undo();
    expect(page.shapes).toMatchObject([{ id: '{1}', description: 'เดิม', ...place }]);
  });

  it('are put over the sheet beside their measure, described, undone and made again', async () => {
    const { session, page } = await openPane();
    expect(await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline })).toEqual({ added: 2, refused: [] });
    session.answers.describe(session.state.added[1]!, 'อบรม');
    await session.answers.keep();
    const { row } = measureOf(session, '1.1.1').fields.status[0]!;
    expect(page.pictures.map(({ at, description }) => [at.row, description])).toEqual([
      [row, ''],
      [row, 'อบรม'],
    ]);
    expect(textsOf(session)).toEqual(['', 'อบรม']);
    await session.undo();
    await session.undo();
    await session.answers.keep();
    expect([page.pictures, textsOf(session)]).toEqual([[], []]);
    expect(await session.redo()).toMatchObject({ code: 'pictures-redone', facts: { count: 2 } });
    expect(page.pictures).toHaveLength(2);
  });

  it('are stopped while Excel takes them, and none is left there', async () => {
    const { session, page } = await openPane();
    const large = noise(900, 900);
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.png`, large]));
    let most = 0;
    const end = session.subscribe(() => {
      most = Math.max(most, page.shapes.length);
      if (page.shapes.length > 0) session.stop();
    });
    expect(await add(session, files)).toEqual({ added: 0, refused: [] });
    end();
    expect(most).toBeGreaterThan(0);
    expect([page.shapes, session.state.added, session.state.working]).toEqual([[], [], undefined]);
    expect(session.state.notice).toMatchObject({ code: 'stopped' });
  });

  it('stay with their measure when rows are inserted above, and come back beside it', async () => {
    const { session, page } = await openPane();
    await add(session, { 'ก.png': png() }, '1.1.2');
    const { row } = measureOf(session, '1.1.2').fields.status[0]!;
    page.insertRows(row - 1, 3);
    await session.check();
    expect(textsOf(session, '1.1.2')).toEqual(['']);
    expect(page.pictures.map(({ at }) => at.row)).toEqual([row + 3]);
    await session.answers.removePicture(session.state.added[0]!);
    await session.undo();
    expect(page.pictures.map(({ at }) => at.row)).toEqual([row + 3]);
  });

  it('count as evidence at once', async () => {
    const { session } = await openPane();
    const { status, evidence } = measureOf(session, '1.1.1').fields;
    session.answers.type(status[0]!, 'ดำเนินการแล้ว');
    session.answers.type(evidence[0]!, 'ตามเอกสารแนบ');
    await session.answers.keep();
    const hollow = () => checkOf(session.state)!.result.remarks.some(({ code }) => code === 'evidence-hollow');
    expect(hollow()).toBe(true);
    await add(session, { 'ก.png': png() });
    expect(hollow()).toBe(false);
  });

  it('that the person deleted in Excel are no longer shown once that is noticed', async () => {
    const { session, page } = await openPane();
    await add(session, { 'ก.png': png() });
    page.shapes = [];
    expect(await session.answers.removePicture(session.state.added[0]!)).toBe(false);
    expect(session.state.notice).toMatchObject({ code: 'pictures-gone', facts: { count: 1 } });
    expect(session.state.added).toEqual([]);
  });

  it('stay with their measure on a sheet that was renamed: shown, described, taken away and undone there', async () => {
    const { session, page } = await openPane();
    const [cell] = measureOf(session, '1.1.1').fields.note;
    session.answers.type(cell!, 'บันทึก');
    await session.answers.keep();
    await add(session, { 'ก.png': png(), 'ข.jpg': JPEG.baseline });
    session.answers.describe(session.state.added[0]!, 'อบรม');
    page.name = 'ชื่อใหม่';
    await session.check();
    expect(measureOf(session, '1.1.1')).toMatchObject({ sheet: 'ชื่อใหม่', pictures: [{ description: 'อบรม' }, {}] });
    expect(session.state.added.map(({ sheet }) => sheet)).toEqual(['ชื่อใหม่', 'ชื่อใหม่']);
    expect(await session.answers.removePicture(session.state.added[1]!)).toBe(true);
    expect(page.pictures.map(({ description }) => description)).toEqual(['อบรม']);
    for (const code of ['pictures-undone', 'pictures-undone', 'pictures-undone', 'undone'])
      expect(await session.undo()).toMatchObject({ code });
    expect([page.pictures, page.at(cell!.row, cell!.column).value, session.state.undoable]).toEqual([[], '', []]);
    for (const code of ['redone', 'pictures-redone']) expect(await session.redo()).toMatchObject({ code });
    await session.answers.keep();
    expect(textsOf(session)).toEqual(['', '']);
  });

  it('keep apart what was done on two sheets whose names were exchanged', async () => {
    const { session, page } = await openPane();
    await add(session, { 'ก.png': png() });
    const other = page.workbook.sheet(districtPlan.sheets[2]!.name);
    [page.name, other.name] = [other.name, page.name];
    await session.check();
    expect(textsOf(session)).toEqual(['']);
    await session.undo();
    expect([page.pictures, other.pictures]).toEqual([[], []]);
  });

  it('of a sheet that was deleted do not keep what was done before them from being undone', async () => {
    const { session, page } = await openPane();
    const [cell] = measureOf(session, '2.2.1').fields.note;
    session.answers.type(cell!, 'บันทึก');
    await session.answers.keep();
    await add(session, { 'ก.png': png() });
    page.workbook.removeSheet(page);
    await session.check();
    expect(await session.undo()).toMatchObject({ code: 'pictures-gone', facts: { count: 1 } });
    expect(await session.undo()).toMatchObject({ code: 'undone', facts: { cells: 1 } });
    expect(session.state.undoable).toEqual([]);
  });

  it('say in words that Excel refuses them, and leave nothing behind', async () => {
    const { session, page } = await openPane();
    page.workbook.switches.readOnly = true;
    expect(await add(session, { 'ก.png': png() })).toEqual({ added: 0, refused: [] });
    expect(session.state.notice).toMatchObject({ kind: 'fault', reason: 'protected' });
    expect([page.shapes, session.state.added, session.state.undoable]).toEqual([[], [], []]);
  });
});
