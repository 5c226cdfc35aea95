import { UPRIGHT, type Turn } from './picture.ts';

/** The tag of the orientation in the first directory (Exif 2.32, 4.6.4), and the type of its value. */
const ORIENTATION = 0x0112;
const SHORT = 3;

/** The turns by orientation: 1 is upright, 6 is how most telephones store a picture that was taken upright. */
const TURNS: readonly Turn[] = [
  UPRIGHT,
  UPRIGHT,
  { quarters: 0, mirrored: true },
  { quarters: 2, mirrored: false },
  { quarters: 2, mirrored: true },
  { quarters: 3, mirrored: true },
  { quarters: 1, mirrored: false },
  { quarters: 1, mirrored: true },
  { quarters: 3, mirrored: false },
];

/** How a camera held a picture, by its Exif data without the signature; upright where they do not tell. */
export function turnInExif(bytes: Uint8Array): Turn {
  if (bytes.length < 8) return UPRIGHT;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  const isLittle = order === 0x4949;
  if ((!isLittle && order !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return UPRIGHT;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > bytes.length) return UPRIGHT;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + 12 * index;
    if (at + 12 > bytes.length) break;
    if (view.getUint16(at, isLittle) !== ORIENTATION || view.getUint16(at + 2, isLittle) !== SHORT) continue;
    return TURNS[view.getUint16(at + 8, isLittle)] ?? UPRIGHT;
  }
  return UPRIGHT;
}
