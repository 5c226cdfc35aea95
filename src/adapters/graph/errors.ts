import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import { LibraryFault } from '../../usecases/ports/document-library.ts';
import { fieldOf, textOf } from './json.ts';

/** Thrown for an answer that is a refusal. The status decides what it means; code and request id are for the IT officer. */
export class Refused extends LibraryFault {
  readonly status: number;
  readonly code: string;
  readonly headers: Headers;

  constructor(reason: LibraryFaultReason, item: string, answer: RefusedAnswer) {
    super(reason, item, detailOf(answer));
    this.name = 'Refused';
    this.status = answer.status;
    this.code = textOf(fieldOf(answer.json, 'error'), 'code') ?? '';
    this.headers = answer.headers;
  }
}

/** The request may have taken effect or not: whoever made it has to look. */
export class LostAnswer extends LibraryFault {
  constructor(reason: 'unreachable' | 'busy', item: string, detail: string, options?: ErrorOptions) {
    super(reason, item, detail, options);
    this.name = 'LostAnswer';
  }
}

/** An answer as far as a fault tells of it. */
interface RefusedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

const REASONS: Readonly<Record<number, LibraryFaultReason>> = {
  401: 'signed-out',
  403: 'denied',
  404: 'missing',
  409: 'exists',
  410: 'missing',
  412: 'changed',
  423: 'locked',
  429: 'busy',
  503: 'busy',
  507: 'full',
};

/** The fault that an answer stands for. Bodies differ for one status, so only the status counts. */
export function refusal(answer: RefusedAnswer, item: string, reason?: LibraryFaultReason): Refused {
  const usual = REASONS[answer.status] ?? (answer.status >= 500 ? 'unreachable' : 'unexpected');
  return new Refused(reason ?? usual, item, answer);
}

/** `423 notAllowed (resourceLocked), request-id …`. */
function detailOf({ status, headers, json }: RefusedAnswer): string {
  const error = fieldOf(json, 'error');
  const inner = fieldOf(error, 'innerError');
  const code = textOf(error, 'code') ?? textOf({ type: headers.get('Content-Type') }, 'type') ?? '';
  const innerCode = textOf(inner, 'code');
  const id = headers.get('request-id') ?? textOf(inner, 'request-id');
  const words = [`${status} ${code}`.trim(), innerCode === undefined ? '' : `(${innerCode})`].filter(Boolean).join(' ');
  return id === undefined ? words : `${words}, request-id ${id}`;
}
