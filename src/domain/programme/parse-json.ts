import type { DataProblem, Parsed } from './data-problem.ts';

/**
 * Parses a JSON text, or returns the location of its first error: line and column, counted from 1. Locations are found
 * here because engines report errors differently, and not all with a location. A duplicate field in an object is a
 * problem too: the value has only the last one.
 */
export function parseJson(text: string): Parsed<unknown> {
  // Editors on Windows write a byte order mark.
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const problems: DataProblem[] = [];
  const fault = findFault(source, problems);
  if (fault === undefined) return { value: JSON.parse(source) as unknown, problems };
  const lines = source.slice(0, fault).split(/\r\n|\r|\n/);
  return { problems: [{ code: 'data-syntax', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }] };
}

/**
 * White space, then one token (RFC 8259): punctuation, a string (without unescaped quotes, backslashes and control
 * characters), or another scalar.
 */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|((?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])))/y;
const BLANKS = /[ \t\n\r]*/y;

/** What is expected next. */
type Awaiting = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma';

/** An open object or list, and the current position in it. */
interface Frame {
  readonly path: string;
  /** Names of an object's fields so far; undefined for a list. */
  readonly fields?: Set<string>;
  location: string;
  items: number;
}

/** Index of the first unexpected character, or undefined; duplicate fields are added to the problems. */
function findFault(source: string, problems: DataProblem[]): number | undefined {
  const open: Frame[] = [];
  let awaiting: Awaiting = 'value';
  let at = 0;
  for (;;) {
    BLANKS.lastIndex = at;
    BLANKS.exec(source);
    const start = BLANKS.lastIndex;
    if (start === source.length && awaiting === 'comma' && open.length === 0) return undefined;
    TOKEN.lastIndex = at;
    const [, mark, string, scalar] = TOKEN.exec(source) ?? [];
    const next = step(awaiting, mark ?? string ?? scalar ?? '', open, problems);
    if (next === undefined) return start;
    awaiting = next;
    at = TOKEN.lastIndex;
  }
}

/** What is expected after `token`, or undefined if the token is not allowed. Updates the stack of open frames. */
function step(awaiting: Awaiting, token: string, open: Frame[], problems: DataProblem[]): Awaiting | undefined {
  const frame = open.at(-1);
  switch (awaiting) {
    case 'value':
    case 'first-value':
      if (token === ']' && awaiting === 'first-value') return close(open);
      return value(token, open);
    case 'key':
    case 'first-key':
      if (token === '}' && awaiting === 'first-key') return close(open);
      if (!token.startsWith('"') || frame === undefined) return undefined;
      enterField(frame, JSON.parse(token) as string, problems);
      return 'colon';
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'comma':
      if (frame === undefined) return undefined;
      if (token === ',') return frame.fields ? 'key' : 'value';
      return token === (frame.fields ? '}' : ']') ? close(open) : undefined;
  }
}

function value(token: string, open: Frame[]): Awaiting | undefined {
  const frame = open.at(-1);
  if (frame && !frame.fields) frame.location = `${frame.path}[${frame.items++}]`;
  const path = frame?.location ?? '';
  if (token === '{') {
    open.push({ path, fields: new Set(), location: path, items: 0 });
    return 'first-key';
  }
  if (token === '[') {
    open.push({ path, location: path, items: 0 });
    return 'first-value';
  }
  return token === '' || '}],:'.includes(token) ? undefined : 'comma';
}

function close(open: Frame[]): Awaiting {
  open.pop();
  return 'comma';
}

function enterField(frame: Frame, field: string, problems: DataProblem[]): void {
  frame.location = frame.path === '' ? field : `${frame.path}.${field}`;
  if (frame.fields?.has(field)) {
    problems.push({ code: 'data-duplicate', path: frame.location, found: field, first: frame.location });
  }
  frame.fields?.add(field);
}
