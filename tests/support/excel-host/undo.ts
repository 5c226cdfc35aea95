import type { HostWorkbook } from './model.ts';

/** Where Excel runs: what it can undo differs. The wire is the one of Excel for Windows in any case. */
export type Platform = 'windows' | 'mac' | 'web';

/**
 * Bits that office.js sends beside a request (1.1.110, `ClientRequestBase.aggregrateRequestFlags`): whether it writes, and whether all
 * it writes can be undone. The library decides it member by member; the worst one decides for the whole request.
 */
const WRITES = 1;
const UNDOABLE = 16;

/** Calls that Excel cannot undo, by class (Office Add-ins documentation, "Undo support with the Excel JavaScript API"). */
const NEVER_UNDONE: Readonly<Record<string, readonly string[]>> = {
  Workbook: ['InsertWorksheetsFromBase64'],
  Worksheet: ['Delete', 'Copy'],
  WorksheetProtection: ['Protect', 'Unprotect'],
  WorkbookProtection: ['Protect', 'Unprotect'],
};

/** Calls of the same table that only Excel on the web can undo. */
const UNDONE_ON_WEB: Readonly<Record<string, readonly string[]>> = { Worksheet: ['Name', 'Visibility', 'Position'] };

/** A request as far as undo goes. */
export interface SentRequest {
  readonly writes: boolean;
  readonly undoable: boolean;
}

/** What the flags of a request say. */
export function sentRequest(flags: number): SentRequest {
  return { writes: (flags & WRITES) !== 0, undoable: (flags & UNDOABLE) !== 0 };
}

/**
 * What a person can undo with Ctrl+Z: steps of their own and of the add-in, the last one first. What `mergeUndoGroup`
 * refuses is not modelled: office.js 1.1.110 does not send it, and the adapter gives `Excel.run` no options (undo.test.ts).
 */
export class UndoStack {
  readonly #workbook: HostWorkbook;
  readonly #platform: Platform;
  #steps: (() => void)[] = [];

  constructor(workbook: HostWorkbook, platform: Platform) {
    this.#workbook = workbook;
    this.#platform = platform;
  }

  /** Steps that can be undone. */
  get depth(): number {
    return this.#steps.length;
  }

  /** A change by the person: one step. */
  person(change: () => void): void {
    this.#steps.push(this.#workbook.snapshot());
    change();
  }

  /**
   * Carries out a request of the add-in. One that is not sent as a write leaves the steps alone; a write that can be undone is a step;
   * any other write takes all steps before it away.
   * @param called what the request called, known once it was carried out
   */
  request<Value>(sent: SentRequest, called: readonly CalledMember[], execute: () => Value): Value {
    if (!sent.writes) return execute();
    const restore = this.#workbook.snapshot();
    try {
      return execute();
    } finally {
      if (!sent.undoable || !called.every((member) => this.#canUndo(member))) this.#steps = [];
      else if (called.some(({ name }) => !name.startsWith('_'))) this.#steps.push(restore);
    }
  }

  /** Ctrl+Z: whether there was something to undo. */
  undo(): boolean {
    const step = this.#steps.pop();
    step?.();
    return step !== undefined;
  }

  #canUndo({ type, name }: CalledMember): boolean {
    if (NEVER_UNDONE[type]?.includes(name) === true) return false;
    return this.#platform === 'web' || UNDONE_ON_WEB[type]?.includes(name) !== true;
  }
}

/** A method that was called or a property that was set, by the class of its object. */
export interface CalledMember {
  readonly type: string;
  readonly name: string;
}
