import fc from 'fast-check';
import { busy, FAULTS, type Fault } from './faults.ts';
import type { GraphService } from './service.ts';

/** What may go wrong between a program and the service without ending either, and is over with the next attempt. */
const PASSING: Readonly<Record<string, Fault>> = {
  cutBefore: FAULTS.cutBefore,
  cutAfter: FAULTS.cutAfter,
  cutBody: FAULTS.cutBody,
  lateGateway: FAULTS.lateGateway,
  badGateway: FAULTS.badGateway,
  page: FAULTS.page,
  throttled: busy(429, { 'Retry-After': '3' }),
  notReady: busy(503),
};

/** Something that happens after some more requests were served as they should be. */
export interface ScheduledEvent {
  readonly after: number;
  /**
   * People do something, by number; the next request goes wrong; or the program ends there, before or after the request took
   * effect.
   */
  readonly what:
    | { readonly kind: 'act'; readonly act: number }
    | { readonly kind: 'fault'; readonly fault: string }
    | { readonly kind: 'end'; readonly effect: boolean };
}

/** What happens during some runs of a program. */
export type Schedule = readonly ScheduledEvent[];

/**
 * Any schedule: few or many events, close together or far apart.
 * @param most events
 */
export function schedules(most = 12): fc.Arbitrary<Schedule> {
  const what = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('act' as const), act: fc.nat(1000) }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...Object.keys(PASSING)) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), effect: fc.boolean() }) },
  );
  return fc.array(fc.record({ after: fc.nat(7), what }), { maxLength: most });
}

/** Thrown by a program's network after the program was ended; nothing that it asks for is done any more. */
class ProgramEnded extends Error {
  constructor() {
    super('the program was ended');
    this.name = 'ProgramEnded';
  }
}

/**
 * Runs a program while a schedule happens: until no event is left that ends it, and then once more undisturbed.
 * @param acts what people may do; event number n does the act n modulo their number
 * @param program gets the network and the signal of this run. A run that is ended never reaches the service again, and its
 * signal is aborted; what it rejects with is taken for the end of the run. Any other run has to come to its end by itself.
 * @param fetchIt the network to the service
 */
export async function runThrough(
  server: GraphService,
  schedule: Schedule,
  acts: readonly (() => void)[],
  program: (run: { readonly fetch: typeof fetch; readonly signal: AbortSignal }) => Promise<void>,
  fetchIt: typeof fetch = fetch,
): Promise<void> {
  const events = [...schedule];
  let served = 0;
  for (let isOver = false; !isOver;) {
    isOver = events.length === 0;
    const end = new AbortController();
    const network: typeof fetch = async (input, init) => {
      if (end.signal.aborted) throw new ProgramEnded();
      return fetchIt(input, init);
    };
    server.trouble = () => {
      if (end.signal.aborted) return FAULTS.cutBefore;
      for (let event = events[0]; event !== undefined && served >= event.after; event = events[0]) {
        events.shift();
        served = 0;
        const { what } = event;
        if (what.kind === 'act') acts[what.act % acts.length]?.();
        else if (what.kind === 'fault') return PASSING[what.fault];
        else {
          // The answer of a request that takes effect is for a program that is there no more.
          end.abort(new ProgramEnded());
          return what.effect ? FAULTS.cutAfter : FAULTS.cutBefore;
        }
      }
      served++;
      return undefined;
    };
    const run = program({ fetch: network, signal: end.signal });
    await (isOver ? run : run.catch((error: unknown) => endedOnly(error, end.signal)));
  }
  server.trouble = undefined;
}

function endedOnly(error: unknown, signal: AbortSignal): void {
  if (!signal.aborted) throw error;
}
