import type { HostEvents } from './events.ts';
import { defineType, type HostObject } from './host-object.ts';

/** The task pane of an add-in whose page goes on running when it is closed. */
export class HostPane {
  readonly #events: HostEvents;
  #isOpen: boolean;

  constructor(events: HostEvents, isOpen: boolean) {
    this.#events = events;
    this.#isOpen = isOpen;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** As a person does, by its button or its cross; or the add-in itself. */
  set isOpen(isOpen: boolean) {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#events.paneChanged(isOpen ? 'Visible' : 'Hidden');
  }
}

/** The service behind `Office.addin`. */
export const appRuntimeService: (pane: HostPane) => HostObject = defineType('AppRuntimeService', {
  methods: {
    GetAppRuntimeState: ({ isOpen }) => (isOpen ? 'Visible' : 'Background'),
    SetAppRuntimeState: (pane, [state]) => void (pane.isOpen = state === 'Visible'),
  },
});
