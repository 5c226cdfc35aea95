import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import { agencyFileName, planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { picturesInSheet } from '../../../src/domain/master/read/pictures-in-sheet.ts';
import { PICTURES_SHEET } from '../../../src/domain/master/sheet-names.ts';
import { answer } from '../../support/answer.ts';
import { codec } from '../../support/excel-host/host-workbooks.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { fileSession } from '../../support/file-session.ts';
import { paneSession } from '../../support/pane-session.ts';
import { JPEG, png } from '../../support/pictures.ts';
import { created, emptyMaster } from '../../support/plans-2565.ts';
import { putPictures } from '../../support/put-pictures.ts';
import { partsOf } from '../../support/report-document.ts';
import { programme, roster } from '../../support/report-2565.ts';

const [one, two] = roster.agencies as unknown as readonly [Agency, Agency];
type Agency = (typeof roster.agencies)[number];

const ISSUE = '๑ การปฏิบัติหน้าที่';
const PICTURES = { letter: false, annexes: ['pictures'], unfinished: true } as const;

/** An agency's file as a person chooses it, with an answer to the first measure and a picture beside it. */
async function fileOf(agency: Agency, bytes: Uint8Array): Promise<File> {
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created }));
  const answered = await answer(codec, blank, { '1.1.1': { result: `ของ ${agency.code}` } });
  const workbook = putPictures(answered, [{ sheet: ISSUE, row: 5, column: 5, bytes, description: agency.code }]);
  return new File([workbook as Uint8Array<ArrayBuffer>], agencyFileName(programme, agency));
}

/** Who has pictures in a master that was delivered. */
async function agenciesIn(bytes: Uint8Array): Promise<readonly (string | undefined)[]> {
  const sheet = (await codec.decode(bytes)).sheets.find(({ name }) => name === PICTURES_SHEET);
  return sheet ? picturesInSheet(sheet).map(({ description }) => description) : [];
}

/** A master of one agency with a picture, as the page without Excel saves it. */
async function masterOfOne(): Promise<Uint8Array> {
  const delivered: NamedBytes[] = [];
  const session = fileSession({ delivered });
  await session.start();
  await session.collect(createChosenFiles([await fileOf(one, png())]));
  await session.putMaster('new');
  return delivered[0]!.bytes;
}

describe('on the page without Excel', () => {
  it('a late file comes into the open master, and the pictures of the others stay', async () => {
    const master = await masterOfOne();
    expect(await agenciesIn(master)).toEqual([one.code]);
    const delivered: NamedBytes[] = [];
    const session = fileSession({ bytes: master, delivered });
    await session.start();
    await session.collect(createChosenFiles([await fileOf(two, JPEG.baseline)]));
    await session.putMaster('new');
    expect(await agenciesIn(delivered[0]!.bytes)).toEqual([one.code, two.code]);
  });

  it('the document for Word has the pictures of the open master', async () => {
    const delivered: NamedBytes[] = [];
    const session = fileSession({ bytes: await masterOfOne(), delivered });
    await session.start();
    expect(await session.writeReport(PICTURES)).toMatchObject({ code: 'document-saved' });
    const parts = partsOf(delivered[0]!.bytes);
    expect([...parts.keys()].filter((name) => /^word\/media\/./.test(name))).toHaveLength(1);
  });
});

describe('in Excel that gives its file', () => {
  it('pictures of the open report stay beside those of a late file, and stand in the document for Word', async () => {
    const host = await openInExcel(emptyMaster, TODAY);
    const delivered: NamedBytes[] = [];
    const session = paneSession({ created, delivered });
    await session.start();
    await session.collect(createChosenFiles([await fileOf(one, png())]));
    await session.putMaster('here');
    await session.collect(createChosenFiles([await fileOf(two, JPEG.baseline)]));
    expect(await session.putMaster('here')).toMatchObject({ code: 'master-put', hints: [] });
    expect(host.workbook.sheet(PICTURES_SHEET).pictures).toHaveLength(2);
    await session.writeReport(PICTURES);
    const parts = partsOf(delivered[0]!.bytes);
    expect([...parts.keys()].filter((name) => /^word\/media\/./.test(name))).toHaveLength(2);
    expect(host.files.openCount).toBe(0);
  });
});

describe('in Excel that does not', () => {
  it('a report with pictures is put in, and a later one says that pictures which were not chosen again are on the kept sheet', async () => {
    const { workbook: book } = await openInExcel(emptyMaster);
    const session = paneSession({ created });
    await session.start();
    await session.collect(createChosenFiles([await fileOf(one, png())]));
    expect(await session.putMaster('here')).toMatchObject({ code: 'master-put', hints: [] });
    await session.collect(createChosenFiles([await fileOf(two, png())]));
    expect(await session.putMaster('here')).toMatchObject({
      hints: [['pictures-not-read', { sheet: PICTURES_SHEET }]],
    });
    const names = book.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([PICTURES_SHEET, `เดิม · ${PICTURES_SHEET}`]));
  });

  it('the document for Word says that it lacks the pictures of the open report', async () => {
    const { workbook: book } = await openInExcel(emptyMaster);
    const delivered: NamedBytes[] = [];
    const session = paneSession({ created, delivered });
    await session.start();
    expect(await session.writeReport(PICTURES)).not.toMatchObject({ hints: [['document-without-pictures']] });
    await session.collect(createChosenFiles([await fileOf(one, png())]));
    await session.putMaster('here');
    expect(book.sheets.map(({ name }) => name)).toContain(PICTURES_SHEET);
    expect(await session.writeReport(PICTURES)).toMatchObject({
      hints: expect.arrayContaining([['document-without-pictures']]) as unknown,
    });
  });
});
