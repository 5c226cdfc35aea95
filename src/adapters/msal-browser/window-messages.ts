/** What the add-in asks of the page in which a person signs in. */
export interface SignInQuestion {
  /** The account that Excel knows, so that the person need not type it. */
  readonly loginHint?: string | undefined;
  /** What the service asked for in addition, as JSON text. */
  readonly claims?: string | undefined;
}

/** What that page answers. */
export type SignInAnswer =
  | {
      readonly token: string;
      /** Milliseconds since 1970. */
      readonly expiresAt: number;
      /** Name of the account. */
      readonly name: string;
    }
  /** Code and description of the fault, as Microsoft says them. */
  | { readonly error: string; readonly description: string };

const KEY = 'ask=';

/** The address of the page with the question in its fragment, which no server sees. */
export function questionLink(page: string, question: SignInQuestion): string {
  const bytes = new TextEncoder().encode(JSON.stringify(question));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${page}#${KEY}${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The question in a fragment, to which office.js may have appended text; undefined if there is none. */
export function questionOf(fragment: string): SignInQuestion | undefined {
  const [, letters] = new RegExp(`[#&]${KEY}([\\w-]+)`).exec(fragment) ?? [];
  if (letters === undefined) return undefined;
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return (JSON.parse(new TextDecoder().decode(bytes)) as SignInQuestion | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The answer in a message of the page; undefined if it is none. */
export function answerIn(message: string): SignInAnswer | undefined {
  try {
    const { token, expiresAt, name, error, description } = JSON.parse(message) as Record<string, unknown>;
    if (typeof token === 'string' && typeof expiresAt === 'number' && typeof name === 'string') {
      return { token, expiresAt, name };
    }
    if (typeof error === 'string' && typeof description === 'string') return { error, description };
  } catch {
    // Not a message of ours.
  }
  return undefined;
}
