import type { AnswerCell, MeasureForm } from '../../domain/form/answers/answer-form.ts';
import { descriptionOf, pictureName, type AddedPicture } from '../../domain/form/answers/form-pictures.ts';
import { textAt, typedAt, withTyped, type TypedText } from '../../domain/form/answers/typed-texts.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import type { CleanPicture } from '../../domain/image/picture.ts';
import type { ChosenFiles } from '../../usecases/ports/file-store.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import type { ShrinkPicture } from '../../usecases/ports/shrink-picture.ts';
import type { AddedPictures } from './jobs/answer-pictures.ts';
import type { OpenDraft } from './open-draft.ts';
import { PictureRoom } from './picture-room.ts';
import { checkOf } from './selectors.ts';
import type { Job, Section, SessionState } from './session-state.ts';

/** What the form for answers uses of its session. */
export interface AnswerRun {
  state(): SessionState;
  setState(change: Partial<SessionState>): void;
  /** Queues work that shows no progress unless it reports some, and that ends without a notice unless it fails or is stopped. */
  quietly(work: (job: Job) => Promise<void>): Promise<void>;
  show(section: Section): void;
  /** Fetches the file of the workbook that is open in Excel, which takes a while; undefined on the page, which has the file. */
  readonly fetchFile: (() => Promise<Uint8Array | undefined>) | undefined;
  /** By default pictures stay as they are. */
  readonly shrinkPicture: ShrinkPicture | undefined;
}

/** Pixels of the longer side of a picture in a list: two for each that it is shown in. */
const LIST_SIDE = 192;

/**
 * The part of a session for the form for answers. What a person types is kept as a draft and written into the workbook when the person
 * leaves the field, as one change that can be undone.
 */
export class AnswerSession {
  readonly #draft: OpenDraft | undefined;
  readonly #run: AnswerRun;
  /** Tells the pictures that were added here, also after the page was left, from all others. */
  readonly #origin: string;
  /** The number of the last picture. */
  #pictures = 0;
  /** Small pictures by the bytes of the large ones. */
  readonly #small = new WeakMap<Uint8Array, Promise<CleanPicture>>();
  #making: Promise<unknown> = Promise.resolve();
  /** Whether the pictures of the file were looked for. */
  #isRecalled = false;

  constructor(draft: OpenDraft | undefined, run: AnswerRun) {
    this.#draft = draft;
    this.#run = run;
    this.#origin = (draft?.id ?? String(Math.random())).replace(/\D/g, '').slice(-8);
    draft?.subscribe((state) => run.setState({ draft: state }));
  }

  /** The draft of the open file; undefined where there is none. */
  get draftId(): string | undefined {
    return this.#draft?.id;
  }

  /** Shows the form, with the field of a cell. */
  goTo(location: CellLocation): void {
    this.#run.setState({ wanted: location });
    this.#run.show('answer');
  }

  /** To be called once the field of the wanted cell is shown. */
  arrived(): void {
    this.#run.setState({ wanted: undefined });
  }

  /** To be called when the form is shown and a person may begin to type. */
  begin(): void {
    this.#draft?.prepare();
    if (this.#isRecalled) return;
    this.#isRecalled = true;
    void this.#recall();
  }

  /** Finds the pictures of the file. Nobody asked for it: where Excel does not give them, the form is of use without. */
  async #recall(): Promise<void> {
    try {
      // No job waits for the file of Excel; on the page what was typed before is written only once they are found.
      const { fetchFile } = this.#run;
      const file = fetchFile && (await fetchFile());
      await this.#run.quietly(async (job) => {
        const jobs = await import('./jobs/answer-pictures.ts');
        this.#pictures = Math.max(this.#pictures, await jobs.recallPictures(job, this.#origin, file));
      });
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      // The next time the form is shown they are looked for again.
      this.#isRecalled = false;
    }
  }

  /** Takes what a person types for a cell. */
  type(cell: AnswerCell, text: string): void {
    this.#setTyped(withTyped(this.#run.state().typed, cell, text));
  }

  /** Forgets what was typed for a cell, so that its field shows the cell's text again. */
  forget(location: CellLocation): void {
    const { typed } = this.#run.state();
    this.#setTyped(typed.filter((one) => one !== typedAt(typed, location)));
  }

  /** Writes what was typed for a cell although somebody else has changed the cell since. */
  insist(location: CellLocation): Promise<void> {
    const { typed } = this.#run.state();
    const content = checkOf(this.#run.state())?.result.content;
    const own = typedAt(typed, location);
    if (own === undefined || content === undefined) return Promise.resolve();
    this.#setTyped(typed.map((one) => (one === own ? { ...one, before: textAt(content, one) } : one)));
    return this.keep(location);
  }

  /**
   * Writes what was typed into the workbook, as far as possible.
   * @param location the cell whose field the person left; by default all cells
   */
  keep(location?: CellLocation): Promise<void> {
    return this.#run.quietly(async (job) => {
      if (job.state().typed.length > 0) await (await import('./jobs/answer.ts')).keepTyped(job, location);
    });
  }

  /** Puts chosen pictures beside a measure, as one change that can be undone. @returns the files that were not taken */
  async addPictures(measure: MeasureForm, files: ChosenFiles): Promise<AddedPictures> {
    let outcome: AddedPictures = { added: 0, refused: [] };
    await this.#run.quietly(async (job) => {
      const jobs = await import('./jobs/answer-pictures.ts');
      outcome = await jobs.addPictures(job, measure, files, () => pictureName(this.#origin, ++this.#pictures));
    });
    return outcome;
  }

  /** Takes away a picture that was added on the form. @returns whether it is gone */
  async removePicture(picture: AddedPicture): Promise<boolean> {
    let isGone = false;
    await this.#run.quietly(async (job) => {
      isGone = await (await import('./jobs/answer-pictures.ts')).removePicture(job, picture);
    });
    return isGone;
  }

  /** The room that the open workbook has for more pictures; undefined where none was checked. */
  get pictureRoom(): PictureRoom | undefined {
    const check = checkOf(this.#run.state());
    return check && new PictureRoom(check);
  }

  /** A picture as small as a list shows it. They are made one after the other: each takes a lot of memory meanwhile. */
  small(picture: CleanPicture): Promise<CleanPicture> {
    const known = this.#small.get(picture.bytes);
    if (known !== undefined) return known;
    const made = this.#making.then(async () => (await this.#run.shrinkPicture?.(picture, LIST_SIDE)) ?? picture);
    this.#making = made;
    this.#small.set(picture.bytes, made);
    return made;
  }

  /** Takes what a person types as the description of a picture that was added. */
  describe(picture: AddedPicture, text: string): void {
    this.type(descriptionOf(picture), text);
  }

  /** Discards what the browser keeps of the open file. */
  discardDraft(): void {
    this.#draft?.discard();
  }

  #setTyped(typed: readonly TypedText[]): void {
    this.#run.setState({ typed });
    this.#draft?.keepTyped(typed);
  }
}
