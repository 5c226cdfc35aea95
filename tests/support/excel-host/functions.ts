import type { HostEvents } from './events.ts';
import { defineType, type HostObject } from './host-object.ts';
import { pending } from './pending.ts';

/** What a formula shows: a value, or an error with its reason. */
export type FunctionResult = { readonly value: unknown } | { readonly error: string; readonly message: string };

/** Errors by the numbers under which office.js reports them; all others are `#VALUE!`. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

interface WireResult {
  readonly id: number;
  readonly value: unknown;
  readonly failed?: boolean;
  readonly errorCode?: number;
}

/** Formulas that call functions of the add-in, as soon as office.js is ready for it. */
export class HostFunctions {
  readonly #events: HostEvents;
  readonly #called = new Map<number, (result: FunctionResult) => void>();
  readonly #ready = pending<undefined>();

  constructor(events: HostEvents) {
    this.#events = events;
  }

  /** Calls a function by the identifier of its metadata, with values of cells: matrices for ranges. */
  async call(name: string, args: readonly unknown[]): Promise<FunctionResult> {
    await this.#ready.promise;
    const id = this.#called.size + 1;
    const { promise, resolve } = pending<FunctionResult>();
    this.#called.set(id, resolve);
    this.#events.invoke({ id, name, args });
    return promise;
  }

  ready(): void {
    this.#ready.resolve(undefined);
  }

  finished({ id, value, failed, errorCode = 0 }: WireResult): void {
    const result = failed === true ? { error: ERRORS[errorCode] ?? '#VALUE!', message: String(value) } : { value };
    this.#called.get(id)?.(result);
  }
}

/** The service that office.js gives results to. */
export const customFunctionsService: (functions: HostFunctions) => HostObject = defineType('CustomFunctions', {
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: (functions) => functions.ready(),
    SetInvocationResults: (functions, [results]) => {
      for (const result of results as readonly WireResult[]) functions.finished(result);
    },
  },
});
