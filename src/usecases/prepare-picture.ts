import type { WhyNoPicture } from '../domain/diagnostics/problem.ts';
import type { CleanPicture } from '../domain/image/picture.ts';
import { MAX_PICTURE_MB, smaller } from './fetch-pictures.ts';
import type { ShrinkPicture, TurnUpright } from './ports/shrink-picture.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';

/** The ports of preparing a picture. */
export interface PreparePorts {
  readonly codec: Pick<WorkbookCodec, 'cleanPicture'>;
  /** By default large pictures stay as they are. */
  readonly shrinkPicture?: ShrinkPicture;
  /** By default pictures are not taken that a camera stored on their side. */
  readonly turnUpright?: TurnUpright;
}

/** Why a picture is not put into a workbook. */
export type WhyNotPut = WhyNoPicture | { readonly reason: 'turned' };

/**
 * A picture as it goes into a workbook: cleaned, stored upright and made smaller, so that the master takes it as it is. Every program
 * shows it upright then, whether it knows what cameras tell of their turn or not.
 */
export async function preparePicture(ports: PreparePorts, bytes: Uint8Array): Promise<CleanPicture | WhyNotPut> {
  const picture = await ports.codec.cleanPicture(bytes);
  if ('reason' in picture) return picture;
  const small = await smaller(ports, picture);
  const isUpright = small.turn.quarters === 0 && !small.turn.mirrored;
  const upright = isUpright ? small : await ports.turnUpright?.(small);
  if (upright === undefined) return { reason: 'turned' };
  // A browser that wrote it adds facts of its own.
  const clean = upright === picture ? picture : await ports.codec.cleanPicture(upright.bytes);
  if ('reason' in clean || clean.bytes.length <= MAX_PICTURE_MB * 2 ** 20) return clean;
  return { reason: 'too-large', most: MAX_PICTURE_MB };
}
