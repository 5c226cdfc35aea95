import { defineType, type HostObject } from './host-object.ts';
import type { HostWorkbook } from './model.ts';
import { HostError } from './wire.ts';

/** The task pane of an add-in whose page goes on running when it is closed. */
export class HostPane {
  readonly #workbook: HostWorkbook;
  #isOpen: boolean;

  constructor(workbook: HostWorkbook, isOpen: boolean) {
    this.#workbook = workbook;
    this.#isOpen = isOpen;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** As a person does, by its button or its cross. */
  set isOpen(isOpen: boolean) {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#workbook.events.paneChanged(isOpen ? 'Visible' : 'Hidden');
  }

  /** What the add-in asks for. */
  setByAddIn(isOpen: boolean): void {
    if (!this.#workbook.switches.sharedRuntime) throw new HostError('ApiNotFound', 'The API is not supported here.');
    this.isOpen = isOpen;
  }
}

/** The service behind `Office.addin`. */
export const appRuntimeService: (pane: HostPane) => HostObject = defineType('AppRuntimeService', {
  methods: {
    GetAppRuntimeState: ({ isOpen }) => (isOpen ? 'Visible' : 'Background'),
    SetAppRuntimeState: (pane, [state]) => pane.setByAddIn(state === 'Visible'),
  },
});
