import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../../src/domain/image/clean-picture.ts';
import { defineType } from './host-object.ts';
import { accessDenied, type HostShape, type HostSheet } from './model.ts';
import { HostError } from './wire.ts';

interface ShapeOnSheet {
  readonly sheet: HostSheet;
  readonly shape: HostShape;
}

/**
 * The shapes of a sheet (Excel.ShapeCollection, ExcelApi 1.9). `addImage` takes "a Base64-encoded string representing an image in either
 * JPEG or PNG format"; a key is "the name or ID of the shape".
 */
export const shapes = defineType<HostSheet>('ShapeCollection', {
  items: (sheet) => sheet.shapes.map((one) => shape({ sheet, shape: one })),
  methods: {
    AddImage: (sheet, [base64]) => {
      checkObjects(sheet);
      const bytes = Uint8Array.from(atob(String(base64)), (letter) => letter.charCodeAt(0));
      const picture = cleanPicture(bytes, crc32);
      if ('reason' in picture) throw new HostError('InvalidArgument', 'The argument is invalid or missing.');
      const id = `{${String(sheet.shapes.reduce((most, one) => Math.max(most, Number(one.id.slice(1, -1))), 0) + 1)}}`;
      const added: HostShape = {
        id,
        name: `Picture ${id.slice(1, -1)}`,
        description: '',
        left: 0,
        top: 0,
        width: picture.width * 0.75,
        height: picture.height * 0.75,
        isRatioLocked: true,
        placement: 'TwoCell',
        picture,
      };
      sheet.shapes = [...sheet.shapes, added];
      return shape({ sheet, shape: added });
    },
    GetItem: (sheet, [key]) => {
      const found = sheet.shapes.find(({ id, name }) => id === key || name === key);
      if (found === undefined) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      return shape({ sheet, shape: found });
    },
  },
});

const shape = defineType<ShapeOnSheet>('Shape', {
  id: ({ shape: { id } }) => id,
  scalars: {
    Id: ({ shape: { id } }) => id,
    Name: ({ shape: { name } }) => name,
    Type: () => 'Image',
    AltTextDescription: ({ shape: { description } }) => description,
    Left: ({ shape: { left } }) => left,
    Top: ({ shape: { top } }) => top,
    Width: ({ shape: { width } }) => width,
    Height: ({ shape: { height } }) => height,
    LockAspectRatio: ({ shape: { isRatioLocked } }) => isRatioLocked,
    Placement: ({ shape: { placement } }) => placement,
  },
  setters: {
    Name: (self, name) => change(self, { name: String(name) }),
    AltTextDescription: (self, text) => change(self, { description: String(text) }),
    Left: (self, left) => change(self, { left: place(left) }),
    Top: (self, top) => change(self, { top: place(top) }),
    Width: (self, value) => {
      const width = size(value);
      const { isRatioLocked, width: before, height } = self.shape;
      change(self, { width, ...(isRatioLocked ? { height: (height * width) / before } : {}) });
    },
    Height: (self, value) => {
      const height = size(value);
      const { isRatioLocked, width, height: before } = self.shape;
      change(self, { height, ...(isRatioLocked ? { width: (width * height) / before } : {}) });
    },
    LockAspectRatio: (self, isLocked) => change(self, { isRatioLocked: isLocked === true }),
    Placement: (self, placement) => change(self, { placement: placement as HostShape['placement'] }),
  },
  methods: {
    Delete: ({ sheet, shape: { id } }) => {
      checkObjects(sheet);
      sheet.shapes = sheet.shapes.filter((one) => one.id !== id);
    },
  },
});

function change({ sheet, shape: one }: ShapeOnSheet, to: Partial<HostShape>): void {
  checkObjects(sheet);
  Object.assign(one, to);
}

/** "Throws an `InvalidArgument` exception when set with a negative value", and for a size also with zero (Excel.Shape). */
function place(value: unknown): number {
  const points = Number(value);
  if (!(points >= 0)) throw new HostError('InvalidArgument', 'The argument is invalid or missing.');
  return points;
}

function size(value: unknown): number {
  if (Number(value) === 0) throw new HostError('InvalidArgument', 'The argument is invalid or missing.');
  return place(value);
}

/** Objects of a protected sheet are changed only where `WorksheetProtectionOptions.allowEditObjects` says so. */
function checkObjects({ protection, workbook }: HostSheet): void {
  if (workbook.switches.readOnly) throw accessDenied();
  if (protection !== undefined && protection.allowEditObjects !== true) throw accessDenied();
}
