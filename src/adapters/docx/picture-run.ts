import { Drawing, hashedId, TextRun, type IContext, type IMediaData } from 'docx';
import { turnOf, type Crop } from '../../domain/image/picture.ts';
import type { PicturePlan } from '../../domain/document/plan.ts';
import { safeLines } from './safe-text.ts';

/** English Metric Units in a point, and in a pixel of the library (ISO 29500-1, 20.1.10.16). */
const EMU = 12_700;
const EMU_OF_PIXEL = 9_525;

const QUARTER = 90 * 60_000;

/**
 * A picture in a line of text. One that is turned on a side says how far it reaches beyond the box before the turn (ISO 29500-1,
 * 20.4.2.6), so that the lines around leave room for it; the library's own run does not.
 */
export class PictureRun extends TextRun {
  readonly #media: IMediaData;

  /** @param id of the drawing, from 1 on; each is in a document once */
  constructor(plan: PicturePlan, id: number) {
    const { picture, frame, description } = plan;
    const { quarters, mirrored } = turnOf(picture, frame);
    const onSide = quarters % 2 === 1;
    const [width, height] = onSide ? [plan.height, plan.width] : [plan.width, plan.height];
    const [x, y] = [Math.round(width * EMU), Math.round(height * EMU)];
    const media: IMediaData = {
      type: picture.format === 'png' ? 'png' : 'jpg',
      data: picture.bytes,
      fileName: `${hashedId(picture.bytes)}.${picture.format === 'png' ? 'png' : 'jpg'}`,
      transformation: {
        pixels: { x: Math.round(x / EMU_OF_PIXEL), y: Math.round(y / EMU_OF_PIXEL) },
        emus: { x, y },
        ...(mirrored ? { flip: { horizontal: true } } : {}),
        ...(quarters === 0 ? {} : { rotation: quarters * QUARTER }),
      },
    };
    const beyond = onSide ? Math.round((x - y) / 2) : 0;
    const [upright, across] = [Math.max(0, beyond), Math.max(0, -beyond)];
    const crop = frame?.crop;
    super({
      children: [
        new Drawing(media, {
          docProperties: { id: String(id), name: `Picture ${id}`, description: safeLines(description).join(' ') },
          effectExtent: { top: upright, bottom: upright, left: across, right: across },
          ...(crop === undefined ? {} : { crop: inPercent(crop) }),
        }),
      ],
    });
    this.#media = media;
  }

  override prepForXml(context: IContext): ReturnType<TextRun['prepForXml']> {
    context.file.Media.addImage(this.#media.fileName, this.#media);
    return super.prepForXml(context);
  }
}

function inPercent({ left, top, right, bottom }: Crop): Crop {
  return { left: left * 100, top: top * 100, right: right * 100, bottom: bottom * 100 };
}
