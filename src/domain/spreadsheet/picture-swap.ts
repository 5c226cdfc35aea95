import { isSameBytes } from '../image/picture.ts';
import type { PictureSwap } from './plan.ts';

/** Whether nothing of a picture changes but its description, so that it can stay where and as it is. */
export function isDescribed({ before, after }: PictureSwap): boolean {
  if (before === undefined || after === undefined) return false;
  const isPlaced = before.at.row === after.at.row && before.at.column === after.at.column && before.name === after.name;
  const isSized = before.width === after.width && before.height === after.height;
  return isPlaced && isSized && isSameBytes(before.picture.bytes, after.picture.bytes);
}
