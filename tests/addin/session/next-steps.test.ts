import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { zipFiles } from '../../../src/adapters/downloads/zip-files.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { describeNotice, leavesWork, isCopySaved, type Notice } from '../../../src/addin/session/notice.ts';
import { checkOf, hasUnsavedAnswers } from '../../../src/addin/session/selectors.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { lazyCodec } from '../../../src/usecases/lazy-codec.ts';
import { answer } from '../../support/answer.ts';
import { fileSession } from '../../support/file-session.ts';
import { districtPlan } from '../../support/plans-2565.ts';

const codec = createXlsxCodec();
const status = 'ดำเนินการแล้ว';
let file: Uint8Array;
let blank: Uint8Array;

beforeAll(async () => {
  blank = await codec.encode(districtPlan);
  file = await answer(codec, blank, { '1.1.1': { status, result: 'เเจ้งเวียนแล้ว 25 คน' } });
});

async function opened(bytes: Uint8Array): Promise<Session> {
  const session = fileSession({ bytes });
  await session.start();
  return session;
}

const fixed = (session: Session): Promise<Notice> => session.fix(checkOf(session.state)!.result.changes);
const remedyOf = (notice: Notice): string => describeNotice(notice, 'th').remedy;

describe('an archive that a person opens on the page without Excel', () => {
  it('is no workbook to be opened: the workbooks in it are collected, and each is listed', async () => {
    const session = await opened(file);
    const zip = await zipFiles([{ name: 'เขต.xlsx', bytes: file }]);
    const chosen = createChosenFiles([new File([zip as Uint8Array<ArrayBuffer>], 'ส่งแล้ว.zip')]);
    await session.openChosen(chosen, () => {
      throw new Error('opened');
    });
    expect(session.state.section).toBe('consolidate');
    expect(session.state.collection).toMatchObject({ kind: 'read', files: [{ path: 'ส่งแล้ว.zip/เขต.xlsx' }] });
  });
});

describe('a file that a person opens on the page without Excel', () => {
  const chosenAs = (name: string, bytes: Uint8Array) =>
    createChosenFiles([new File([bytes as Uint8Array<ArrayBuffer>], name)]);

  it.each(['เขต.zip', 'เขต.xlsx.download', 'เขต.pdf', 'เขต', '~$เขต.xlsx'])(
    'is opened where it is a workbook by its content: %s',
    async (name) => {
      const session = await opened(blank);
      const paths: string[] = [];
      await session.openChosen(chosenAs(name, file), (path) => paths.push(path));
      expect([paths, session.state.notice]).toEqual([[name], undefined]);
    },
  );

  it.each([
    ['~$เขต.xlsx', 'ข้ามไฟล์ชั่วคราวที่ Excel หรือโปรแกรมอื่นสร้างไว้ขณะมีผู้เปิดไฟล์'],
    ['.~lock.เขต.xlsx#', 'ข้ามไฟล์ชั่วคราวที่ Excel หรือโปรแกรมอื่นสร้างไว้ขณะมีผู้เปิดไฟล์'],
    ['เขต.xlsx.crdownload', 'ไฟล์นี้ดาวน์โหลดไม่ครบ หรือเป็นไฟล์ชั่วคราวของโปรแกรมอื่น จึงไม่ได้อ่าน'],
  ])('is told as what a program keeps for a while, and the open one stays: %s', async (name, sentence) => {
    const session = await opened(blank);
    await session.openChosen(chosenAs(name, new TextEncoder().encode('สมหญิง')), () => {
      throw new Error('opened');
    });
    expect(describeNotice(session.state.notice!, 'th').message).toContain(sentence);
  });
});

describe('answers that were collected and not saved yet', () => {
  const chosen = (name: string, bytes: Uint8Array) =>
    createChosenFiles([new File([bytes as Uint8Array<ArrayBuffer>], name)]);

  it('stay where the reading of files that are chosen after them is stopped', async () => {
    const session = fileSession();
    await session.start();
    await session.collect(chosen('เขต.xlsx', file));
    const { collection } = session.state;
    session.subscribe(() => (session.state.working?.canStop === true ? session.stop() : undefined));
    await session.collect(chosen('เขต.xlsx', file));
    expect(session.state.collection).toBe(collection);
    expect(hasUnsavedAnswers(session.state)).toBe(true);
  });
});

describe('the next step on the page without Excel', () => {
  it('after mending is what is left, and to save the copy', async () => {
    const session = await opened(file);
    const notice = await fixed(session);
    expect(remedyOf(notice)).toMatch(
      /^เหลือที่ต้องแก้ไขเอง ([๐-๙]+) รายการ \(ยังไม่ได้กรอก \1 ข้อ\) โปรดบันทึกสำเนาก่อนปิดหน้านี้ หากต้องการข้อความเดิม โปรดกด “ย้อนกลับ”$/,
    );
    expect(leavesWork(notice)).toBe(true);
  });

  it('after a conversion is to save the copy', async () => {
    const session = await opened(file);
    expect(remedyOf(await session.convert('thai', 'workbook'))).toMatch(/^โปรดบันทึกสำเนาก่อนปิดหน้านี้/);
  });

  it('after saving is where the copy is and what is left to do in it', async () => {
    const session = await opened(file);
    await fixed(session);
    const { message, remedy } = describeNotice(await session.saveCopy('เขต (แก้ไขแล้ว).xlsx', file), 'th');
    expect(message).toBe('บันทึกสำเนาแล้ว เป็นไฟล์ “เขต (แก้ไขแล้ว).xlsx” ในโฟลเดอร์ดาวน์โหลด');
    expect(remedy).toMatch(/^เหลือที่ต้องแก้ไขเอง .* โปรดกรอกและแก้ไขให้ครบก่อนส่ง ทำต่อในหน้านี้.* หรือเปิดสำเนานี้ใน Excel$/);
  });

  it('after saving under the same name is to put the copy where the original is', async () => {
    const session = await opened(file);
    const notice = await session.saveCopy('เขต.xlsx', file, 'same');
    expect(describeNotice(notice, 'th')).toMatchObject({
      message: 'บันทึกสำเนาแล้ว เป็นไฟล์ชื่อเดิม “เขต.xlsx” ในโฟลเดอร์ดาวน์โหลด ไฟล์เดิมยังไม่เปลี่ยนแปลง',
      remedy: expect.stringMatching(/^เหลือที่ต้องแก้ไขเอง .* โปรดย้ายสำเนานี้ไปวางแทนไฟล์เดิม/) as unknown,
    });
    expect(isCopySaved(notice)).toBe(true);
  });

  it('with an empty workbook is to fill it in, and nothing in it must be corrected', async () => {
    const notice = await (await opened(blank)).check();
    expect(describeNotice(notice, 'th').message).toMatch(/^ตรวจแล้ว ยังไม่พร้อมส่ง: ยังไม่ได้กรอก [๐-๙]+ ข้อ/);
    expect(describeNotice(notice, 'th').message).not.toContain('ต้องแก้ไข');
  });

  it('after saving a master is still what is missing and what was found', async () => {
    const session = await opened(blank);
    await session.collect(createChosenFiles([new File([file as Uint8Array<ArrayBuffer>], 'เขต.xlsx')]));
    expect(hasUnsavedAnswers(session.state)).toBe(true);
    await session.putMaster('new');
    expect(hasUnsavedAnswers(session.state)).toBe(false);
    expect(session.state.collection).toMatchObject({ kind: 'read', files: [{ path: 'เขต.xlsx' }] });
  });
});

describe('a lost connection', () => {
  /** A codec whose part of the program does not arrive the first time: webpack’s error. */
  const lostOnce = () => {
    let isLost = true;
    return lazyCodec(() => {
      if (!isLost) return Promise.resolve(codec);
      isLost = false;
      return Promise.reject(Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' }));
    });
  };

  it('is told as such, calls no file damaged, and what was asked for is done at the next try', async () => {
    const session = fileSession({ codec: lostOnce() });
    const files = createChosenFiles([new File([file as Uint8Array<ArrayBuffer>], 'เขต.xlsx')]);
    const notice = await session.collect(files);
    expect(describeNotice(notice, 'th')).toEqual({
      message: 'ยังไม่ได้ดำเนินการตามที่สั่ง เพราะการเชื่อมต่อขัดข้อง',
      remedy: 'โปรดตรวจสอบการเชื่อมต่อ แล้วกด “ลองใหม่”',
      lines: [],
    });
    expect(await session.retry()).toMatchObject({ code: 'collected', facts: { files: 1, received: 1 } });
    expect(session.state.retry).toBeUndefined();
  });
});
