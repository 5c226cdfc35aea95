import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../../src/domain/image/picture.ts';
import type { PicturePlan } from '../../../src/domain/spreadsheet/plan.ts';
import type { LiveWorkbook } from '../../../src/usecases/ports/workbook-host.ts';
import { codec } from '../../support/excel-host/host-workbooks.ts';
import type { HostSheet } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { png } from '../../support/pictures.ts';
import { districtPlan } from '../../support/plans-2565.ts';

const sheet = districtPlan.sheets[1]!.name;
const picture = cleanPicture(png({ width: 40, height: 30 }), crc32) as CleanPicture;

function planned(change: Partial<PicturePlan> = {}): PicturePlan {
  return { name: 'ภาพ 1', description: 'อบรม', at: { row: 6, column: 14 }, width: 100, height: 50, picture, ...change };
}

/** The picture with so many bytes that nobody sees behind its end. */
function withPadding(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(picture.bytes);
  return bytes;
}

async function open(): Promise<{
  readonly excel: LiveWorkbook;
  readonly page: HostSheet;
  readonly host: Awaited<ReturnType<typeof openInExcel>>;
}> {
  const host = await openInExcel(districtPlan);
  const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
  return { excel, page: host.workbook.sheet(sheet), host };
}

describe('pictures over the sheets of the workbook in Excel', () => {
  it('stand in the middle of their cell, in the size that is asked for, and move with it', async () => {
    const { excel, page } = await open();
    await excel.changePictures([{ sheet, after: planned() }]);
    expect(page.shapes).toMatchObject([
      {
        name: 'ภาพ 1',
        description: 'อบรม',
        left: (page.leftOf(14) + page.leftOf(15)) / 2,
        top: (page.topOf(6) + page.topOf(7)) / 2,
        width: 100,
        height: 50,
        isRatioLocked: true,
        placement: 'OneCell',
      },
    ]);
    expect(page.shapes[0]!.picture.bytes).toEqual(picture.bytes);
  });

  it.each([-10, 10])(
    'stand in the row of their measure where Excel tells cells %i points beside shapes',
    async (points) => {
      const { excel, page } = await open();
      page.workbook.switches.pointsOff = points;
      await excel.changePictures([{ sheet, after: planned() }]);
      expect(page.pictures.map(({ at }) => at)).toEqual([{ row: 6, column: 14 }]);
    },
  );

  it('are put on a protected sheet that locks its objects, and it is protected as before', async () => {
    const { excel, page } = await open();
    const protection = { ...page.protection, allowEditObjects: false };
    page.protection = protection;
    await excel.changePictures([{ sheet, after: planned() }]);
    await excel.changePictures([{ sheet, before: planned(), after: planned({ description: 'ใหม่' }) }]);
    expect(page.shapes.map(({ description }) => description)).toEqual(['ใหม่']);
    expect(page.protection).toEqual(protection);
    await excel.changePictures([{ sheet, before: planned() }]);
    expect([page.shapes, page.protection]).toEqual([[], protection]);
  });

  it('leave the protection alone that lets people change objects, so that Ctrl+Z still works', async () => {
    const { excel, page } = await open();
    page.password = 'ลับ';
    expect(await excel.changePictures([{ sheet, after: planned() }])).toEqual([]);
    expect(page.shapes).toHaveLength(1);
  });

  it('say that a sheet with a password cannot be changed', async () => {
    const { excel, page } = await open();
    page.protection = {};
    page.password = 'ลับ';
    await expect(excel.changePictures([{ sheet, after: planned() }])).rejects.toMatchObject({ reason: 'protected' });
    expect(page.shapes).toEqual([]);
  });

  it('keep the size and place that somebody gave them when they are described anew', async () => {
    const { excel, page } = await open();
    await excel.changePictures([{ sheet, after: planned() }]);
    Object.assign(page.shapes[0]!, { left: 700, width: 300 });
    await excel.changePictures([{ sheet, before: planned(), after: planned({ description: 'ใหม่' }) }]);
    expect(page.shapes).toMatchObject([{ left: 700, width: 300, description: 'ใหม่' }]);
  });

  it('are left out where somebody deleted them, or copied them under the same name', async () => {
    const { excel, page } = await open();
    await excel.changePictures([{ sheet, after: planned() }]);
    page.shapes = [...page.shapes, { ...page.shapes[0]!, id: '{9}' }];
    const swap = { sheet, before: planned() };
    expect(await excel.changePictures([swap])).toEqual([swap]);
    page.shapes = [];
    expect(await excel.changePictures([swap])).toEqual([swap]);
  });

  it('are all there or none, also where Excel refuses one that is too large', async () => {
    const { excel, page } = await open();
    page.workbook.switches.payloadLimit = 60_000;
    const large = { ...picture, bytes: new Uint8Array(200_000) };
    const swaps = [planned(), planned({ name: 'ภาพ 2', picture: large })].map((after) => ({ sheet, after }));
    await expect(excel.changePictures(swaps)).rejects.toMatchObject({ reason: 'too-large' });
    expect(page.shapes).toEqual([]);
  });

  it('go many into a request, and are taken away so, without the requests growing with their number', async () => {
    const { excel, page, host } = await open();
    const plans = Array.from({ length: 200 }, (_, index) => planned({ name: `ภาพ ${index}` }));
    const syncsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = host.syncs;
      await work();
      return host.syncs - before;
    };
    await excel.read([]);
    const one = await syncsOf(() => excel.changePictures([{ sheet, after: planned({ name: 'เดิม' }) }]));
    expect(await syncsOf(() => excel.changePictures(plans.map((after) => ({ sheet, after }))))).toBe(one);
    expect(await syncsOf(() => excel.changePictures(plans.map((before) => ({ sheet, before }))))).toBe(one);
    expect(page.shapes.map(({ name }) => name)).toEqual(['เดิม']);
  });

  it('are stopped between requests, and none is there then', async () => {
    const { excel, page } = await open();
    const large = { ...picture, bytes: withPadding(2_000_000) };
    const swaps = ['ก', 'ข', 'ค'].map((name) => ({ sheet, after: planned({ name, picture: large }) }));
    const told: number[] = [];
    const stopping = excel.changePictures(swaps, (done) => {
      told.push(done);
      if (done === 2) throw new Error('หยุด');
    });
    await expect(stopping).rejects.toThrow('หยุด');
    expect([told, page.shapes]).toEqual([[1, 2], []]);
  });

  it('leave nothing behind where Excel stops in the middle of a request, and what had their name stays', async () => {
    const { excel, page } = await open();
    await excel.changePictures([{ sheet, after: planned({ name: 'ข' }) }]);
    const broken = { ...picture, bytes: new Uint8Array(20) };
    const swaps = [planned({ name: 'ก' }), planned({ name: 'ข' }), planned({ name: 'ค', picture: broken })];
    await expect(excel.changePictures(swaps.map((after) => ({ sheet, after })))).rejects.toMatchObject({
      name: 'HostFault',
    });
    expect(page.shapes.map(({ name }) => name)).toContain('ข');
    expect(page.shapes.map(({ name }) => name)).not.toContain('ก');
  });
});
