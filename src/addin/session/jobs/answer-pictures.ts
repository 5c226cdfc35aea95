import type { MeasureForm } from '../../../domain/form/answers/answer-form.ts';
import {
  afterSwaps,
  picturePlan,
  picturePlans,
  pictureNumber,
  type AddedPicture,
  type MeasurePictureSwap,
} from '../../../domain/form/answers/form-pictures.ts';
import { afterWriting, describedPicture, typedAt, writtenText } from '../../../domain/form/answers/typed-texts.ts';
import { MAX_PICTURES } from '../../../domain/form/read/read-sheet-objects.ts';
import { MAX_ALL_LOOKED_AT_MB, MAX_LOOKED_AT_MB, type CleanPicture } from '../../../domain/image/picture.ts';
import type { CellLocation } from '../../../domain/spreadsheet/address.ts';
import { formOf } from '../../../usecases/form-remarks.ts';
import { FileFault, type ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { preparePicture, type WhyNotPut } from '../../../usecases/prepare-picture.ts';
import { notice } from '../notice.ts';
import { rulesInUse } from '../programmes.ts';
import { checkOf } from '../selectors.ts';
import type { Job } from '../session-state.ts';
import { checkChanged } from './check.ts';
import { changePicturesUndoably } from './undo.ts';

/** What came of chosen pictures. */
export interface AddedPictures {
  readonly added: number;
  readonly refused: readonly RefusedPicture[];
}

/** A file that was not taken; `unopened` where its bytes could not be read, `no-place` where the measure has no rows any more. */
export interface RefusedPicture {
  readonly file: string;
  readonly why: WhyNotPut | { readonly reason: 'unopened' | 'no-place' };
}

/**
 * Puts chosen pictures beside a measure, as one change that can be undone.
 * @param newName a name that no picture has
 * @throws {HostFault}
 */
export async function addPictures(
  job: Job,
  { measure: { key }, sheet }: MeasureForm,
  files: ChosenFiles,
  newName: () => string,
): Promise<AddedPictures> {
  const check = checkOf(job.state());
  const form = check && formOf(check.result, rulesInUse(job.state()));
  // Since the files were chosen, rows may have been moved.
  const one = form?.measures.find((each) => each.measure.key === key && each.sheet === sheet);
  if (form === undefined || one === undefined) {
    return { added: 0, refused: files.paths.map((file) => ({ file, why: { reason: 'no-place' } })) };
  }
  const room = roomIn(job, form.measures);
  const refused: RefusedPicture[] = [];
  const pictures: { readonly name: string; readonly picture: CleanPicture }[] = [];
  for (const file of files.paths) {
    const picture = await preparedFile(job, files, file);
    const why = 'reason' in picture ? picture : room.take(picture);
    if (why !== undefined) refused.push({ file, why });
    else if (!('reason' in picture)) pictures.push({ name: newName(), picture });
  }
  const plans = picturePlans(one, pictures);
  const done = await changePictures(
    job,
    plans.map((after) => ({ measure: key, sheet, after })),
  );
  return { added: done.length, refused };
}

/** Takes away a picture that was added. @returns whether it was there @throws {HostFault} */
export async function removePicture(job: Job, picture: AddedPicture): Promise<boolean> {
  const isSame = (one: AddedPicture): boolean => one.sheet === picture.sheet && one.plan.name === picture.plan.name;
  // Its description may have been written since it was shown.
  const { measure, sheet, plan } = job.state().added.find(isSame) ?? picture;
  const swap = { measure, sheet, before: plan };
  const done = await changePictures(job, [swap]);
  if (done.length > 0) return true;
  job.set({ added: afterSwaps(job.state().added, [swap]), notice: notice('pictures-gone', { facts: { count: 1 } }) });
  return false;
}

/**
 * Writes the descriptions that were typed for added pictures.
 * @param location of one of them; undefined for all
 * @throws {HostFault}
 */
export async function keepDescriptions(job: Job, location?: CellLocation): Promise<void> {
  const { typed, added } = job.state();
  const ready = typed.flatMap((one) => {
    if (location !== undefined && typedAt([one], location) === undefined) return [];
    const name = describedPicture(one);
    const picture = added.find(({ sheet, plan }) => sheet === one.sheet && plan.name === name);
    if (picture === undefined) return [];
    const { measure, sheet, plan: before } = picture;
    const text = writtenText(one);
    return [{ one: { ...one, text }, swap: { measure, sheet, before, after: { ...before, description: text } } }];
  });
  const changed = ready.filter(({ swap: { before, after } }) => before.description !== after.description);
  const done = await changePictures(
    job,
    changed.map(({ swap }) => swap),
  );
  const written = ready.filter(({ swap }) => done.includes(swap) || !changed.some((each) => each.swap === swap));
  const now = afterWriting(
    job.state().typed,
    written.map(({ one }) => one),
  );
  const left = now.filter((one) => {
    const done = written.find((each) => typedAt([one], each.one) !== undefined);
    return done?.one.text !== writtenText(one);
  });
  if (left.length === typed.length && written.length === 0) return;
  job.set({ typed: left });
  job.ports.draft?.keepTyped(left);
}

/**
 * Finds the pictures of a draft that were added before the page was left.
 * @returns the number of the last of them; 0 where there are none
 */
export async function recallPictures(job: Job, origin: string): Promise<number> {
  const check = checkOf(job.state());
  const file = check && (await job.ports.workbook.file?.());
  if (check === undefined || file === undefined) return 0;
  const { measures } = formOf(check.result, rulesInUse(job.state()));
  const own = measures.flatMap(({ measure, sheet, pictures }) =>
    pictures.flatMap((picture) => {
      const number = pictureNumber(picture.name, origin);
      return number === undefined ? [] : [{ measure: measure.key, sheet, number, key: picture.picture.key, picture }];
    }),
  );
  if (own.length === 0) return 0;
  const found = await job.ports.codec.pictures(file, new Set(own.map(({ key }) => key)));
  const recalled = own.flatMap(({ measure, sheet, key, picture: { name, description, cell } }) => {
    const picture = found.get(key);
    return picture === undefined
      ? []
      : [{ measure, sheet, plan: picturePlan({ name, description, at: cell, picture }) }];
  });
  const known = new Set(job.state().added.map(({ plan }) => plan.name));
  job.set({ added: [...recalled.filter(({ plan }) => !known.has(plan.name)), ...job.state().added] });
  return Math.max(...own.map(({ number }) => number));
}

async function changePictures(job: Job, swaps: readonly MeasurePictureSwap[]): Promise<readonly MeasurePictureSwap[]> {
  if (swaps.length === 0) return [];
  const done = await changePicturesUndoably(job, swaps);
  const sheets = [...new Set(done.map(({ sheet }) => sheet))];
  try {
    await checkChanged(job, sheets);
  } catch (error) {
    job.changed(sheets);
    throw error;
  }
  return done;
}

async function preparedFile(
  { ports }: Job,
  files: ChosenFiles,
  path: string,
): Promise<CleanPicture | RefusedPicture['why']> {
  try {
    const [{ size } = { size: 0 }] = await files.list(path);
    if (size > MAX_LOOKED_AT_MB * 2 ** 20) return { reason: 'too-large', most: MAX_LOOKED_AT_MB };
    return await preparePicture(ports, await files.read(path));
  } catch (error) {
    if (error instanceof FileFault) return { reason: 'unopened' };
    throw error;
  }
}

/** The room that a workbook has for more pictures: as many and as large as its readers look into. */
function roomIn(
  job: Job,
  measures: readonly MeasureForm[],
): { readonly take: (picture: CleanPicture) => WhyNotPut | undefined } {
  const objects = checkOf(job.state())?.result.content.sheets.flatMap((sheet) => sheet.objects ?? []) ?? [];
  let bytes = objects.reduce((sum, { image }) => sum + (image?.size ?? 0), 0);
  let count = measures.reduce((sum, { pictures }) => sum + pictures.length, 0);
  return {
    take({ bytes: { length } }) {
      if (count >= MAX_PICTURES) return { reason: 'too-many', most: MAX_PICTURES };
      if (bytes + length > MAX_ALL_LOOKED_AT_MB * 2 ** 20) return { reason: 'no-room', most: MAX_ALL_LOOKED_AT_MB };
      count += 1;
      bytes += length;
      return undefined;
    },
  };
}
