import type { AnswerCell } from '../../domain/form/answers/answer-form.ts';
import { textAt, typedAt, withTyped, type TypedText } from '../../domain/form/answers/typed-texts.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import type { OpenDraft } from './open-draft.ts';
import { checkOf } from './selectors.ts';
import type { Job, Section, SessionState } from './session-state.ts';

/** What a session does for the form. */
export interface AnswerRun {
  state(): SessionState;
  setState(change: Partial<SessionState>): void;
  /** Queues work that shows no progress and ends without a notice, unless it fails. */
  quietly(work: (job: Job) => Promise<void>): Promise<void>;
  show(section: Section): void;
}

/**
 * What a session does with the form for answers. A text is typed first, and a draft of it kept; it is written into the workbook when the
 * person leaves the field, as one change that can be undone.
 */
export class AnswerSession {
  readonly #draft: OpenDraft | undefined;
  readonly #run: AnswerRun;

  constructor(draft: OpenDraft | undefined, run: AnswerRun) {
    this.#draft = draft;
    this.#run = run;
    draft?.follow((state) => run.setState({ draft: state }));
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

  /** The field of the wanted cell is shown. */
  arrived(): void {
    this.#run.setState({ wanted: undefined });
  }

  /** The form is shown: somebody may type at any time. */
  begin(): void {
    this.#draft?.prepare();
  }

  /** Takes what a person types for a cell. */
  type(cell: AnswerCell, text: string): void {
    this.#setTyped(withTyped(this.#run.state().typed, cell, text));
  }

  /** Forgets what was typed for a cell, so that the field shows again what stands in the cell. */
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
   * Writes what was typed into the workbook, as far as that can be.
   * @param location the cell whose field a person has left; the others may not be done. Undefined for all.
   */
  keep(location?: CellLocation): Promise<void> {
    return this.#run.quietly(async (job) => {
      if (job.state().typed.length > 0) await (await import('./jobs/answer.ts')).keepTyped(job, location);
    });
  }

  /** Throws away what is kept of the open file in the browser. */
  discardDraft(): void {
    this.#draft?.discard();
  }

  #setTyped(typed: readonly TypedText[]): void {
    this.#run.setState({ typed });
    this.#draft?.keepTyped(typed);
  }
}
