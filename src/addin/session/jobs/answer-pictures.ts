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
import type { WhyNoPicture } from '../../../domain/diagnostics/problem.ts';
import { MAX_PICTURES } from '../../../domain/form/read/read-sheet-objects.ts';
import { MAX_ALL_LOOKED_AT_MB, MAX_LOOKED_AT_MB, type CleanPicture } from '../../../domain/image/picture.ts';
import type { CellLocation } from '../../../domain/spreadsheet/address.ts';
import { formOf } from '../../../usecases/form-remarks.ts';
import { FileFault, type ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { preparePicture, type WhyNotPut } from '../../../usecases/prepare-picture.ts';
import { ANY_SIZE } from '../../../usecases/ports/workbook-codec.ts';
import { notice } from '../notice.ts';
import { PictureRoom } from '../picture-room.ts';
import { rulesInUse } from '../programmes.ts';
import { checkOf } from '../selectors.ts';
import type { Job } from '../session-state.ts';
import { checkChanged } from './check.ts';
import { changePicturesUndoably } from './undo.ts';

/** What came of chosen pictures. */
export interface AddedPictures {
  readonly added: number;
  readonly refused: readonly RefusedPicture[];
  /** The pictures that found no room in the workbook: these and all that were chosen after them. */
  readonly left?: LeftPictures;
}

/** Chosen pictures for which the workbook has no room. */
export interface LeftPictures {
  /** The first of them. */
  readonly file: string;
  readonly count: number;
  readonly why: WhyNoPicture;
}

/** A file that was not taken; `unopened` where its bytes could not be read, `no-place` where the measure has no rows any more. */
export interface RefusedPicture {
  readonly file: string;
  readonly why: WhyNotPut | { readonly reason: 'unopened' | 'no-place' };
}

/**
 * Puts chosen pictures beside a measure, as one change that can be undone. Those after the first one without room are not looked into.
 * @param newName a name that no picture has
 * @throws {HostFault}
 * @throws the signal's reason as soon as it is aborted; no picture is there then
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
  if (check === undefined || form === undefined || one === undefined) {
    return { added: 0, refused: files.paths.map((file) => ({ file, why: { reason: 'no-place' } })) };
  }
  const { pictures, refused, left } = await preparedPictures(job, files, new PictureRoom(check));
  const plans = picturePlans(
    one,
    pictures.map((picture) => ({ name: newName(), picture })),
  );
  const swaps = plans.map((after) => ({ measure: key, sheet, after }));
  const done = await changePictures(job, swaps, (written) => {
    job.signal.throwIfAborted();
    if (isMany(files) && written < swaps.length) job.progress(written, swaps.length, '');
  });
  return { added: done.length, refused, ...(left && { left }) };
}

/** Pictures that are prepared at the same time: the browser decodes and encodes them on threads of its own. */
const AT_ONCE = 3;

/** Whether so many files are chosen that it is told how far they are. */
function isMany({ paths }: ChosenFiles): boolean {
  return paths.length > AT_ONCE;
}

/** The chosen pictures as they go into the workbook, in their order, as far as there is room. */
async function preparedPictures(
  job: Job,
  files: ChosenFiles,
  room: PictureRoom,
): Promise<{ readonly pictures: readonly CleanPicture[] } & Pick<AddedPictures, 'refused' | 'left'>> {
  const { paths } = files;
  const refused: RefusedPicture[] = [];
  const pictures: CleanPicture[] = [];
  const underWay: Promise<CleanPicture | RefusedPicture['why']>[] = [];
  for (const [index, file] of paths.entries()) {
    job.signal.throwIfAborted();
    if (isMany(files)) job.progress(index, paths.length, file);
    const leftBecause = (why: WhyNoPicture): LeftPictures => ({ file, count: paths.length - index, why });
    if (room.count === 0) return { pictures, refused, left: leftBecause({ reason: 'too-many', most: MAX_PICTURES }) };
    for (const next of paths.slice(index + underWay.length, index + Math.min(AT_ONCE, room.count))) {
      const preparing = preparedFile(job, files, next);
      // Nobody waits for it where the work ends before.
      preparing.catch(() => undefined);
      underWay.push(preparing);
    }
    const picture = await underWay.shift();
    if (picture === undefined) continue;
    if ('reason' in picture) refused.push({ file, why: picture });
    else if (room.take(picture)) pictures.push(picture);
    else return { pictures, refused, left: leftBecause({ reason: 'no-room', most: MAX_ALL_LOOKED_AT_MB }) };
  }
  job.signal.throwIfAborted();
  return { pictures, refused };
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
 * Finds the pictures that are in the file: those of a draft that were added before the page was left, and others, which can be described.
 * @param origin of the draft
 * @param fetched the file of the workbook that is open in Excel
 * @returns the number of the last one of the draft; 0 where there are none
 * @throws {HostFault}
 */
export async function recallPictures(job: Job, origin: string, fetched?: Uint8Array): Promise<number> {
  const { ports } = job;
  const check = checkOf(job.state());
  const file = ports.live === undefined ? await ports.workbook.file?.() : fetched;
  if (check === undefined || file === undefined) return 0;
  // Excel gives no pictures with the content.
  const content = ports.live === undefined ? check.result.content : await ports.codec.decode(file, ANY_SIZE);
  const { measures } = formOf({ ...check.result, content }, rulesInUse(job.state()));
  const describable = await ports.codec.uniqueObjectNames(file);
  const isKnown = (sheet: string, name: string): boolean =>
    job.state().added.some((one) => one.sheet === sheet && one.plan.name === name);
  const there = measures.flatMap(({ measure, sheet, pictures }) =>
    pictures.flatMap((picture) => {
      const number = pictureNumber(picture.name, origin);
      const isUsable = number !== undefined || describable.get(sheet)?.has(picture.name) === true;
      return isUsable && !isKnown(sheet, picture.name) ? [{ measure: measure.key, sheet, number, picture }] : [];
    }),
  );
  if (there.length === 0) return 0;
  const found = await ports.codec.pictures(file, new Set(there.map(({ picture }) => picture.picture.key)));
  const recalled = there.flatMap(({ measure, sheet, number, picture: { name, description, cell, picture } }) => {
    const clean = found.get(picture.key);
    const plan = clean && picturePlan({ name, description, at: cell, picture: clean });
    return plan === undefined
      ? []
      : [{ measure, sheet, plan, ...(number === undefined ? { isFound: true as const } : {}) }];
  });
  job.set({ added: [...recalled, ...job.state().added] });
  if (ports.live !== undefined) job.changed([...new Set(recalled.map(({ sheet }) => sheet))]);
  return Math.max(...there.map(({ number = 0 }) => number));
}

async function changePictures(
  job: Job,
  swaps: readonly MeasurePictureSwap[],
  between?: (done: number) => void,
): Promise<readonly MeasurePictureSwap[]> {
  if (swaps.length === 0) return [];
  const done = await changePicturesUndoably(job, swaps, between);
  const sheets = [...new Set(done.map(({ sheet }) => sheet))];
  // The page answers between writing and reading, which both take a while with many pictures.
  await job.ports.delay(0);
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
