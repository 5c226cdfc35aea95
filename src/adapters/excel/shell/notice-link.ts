import type { ShellNotice } from '../../../usecases/ports/add-in-shell.ts';
import { toBase64 } from '../base64.ts';

const KEY = 'notice=';

/**
 * The URL of the notice page with the notice in its fragment, which no server sees. It is encoded in base64url, because
 * Excel on the web refuses escaped line breaks in the URL of a dialog (office-js#2762).
 */
export function noticeLink(page: string, notice: ShellNotice): string {
  const letters = toBase64(new TextEncoder().encode(JSON.stringify(notice)));
  return `${page}#${KEY}${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Decodes the notice of a fragment, to which office.js may have appended text; undefined if there is none. */
export function noticeOfLink(fragment: string): ShellNotice | undefined {
  const [, letters] = new RegExp(`[#&]${KEY}([\\w-]+)`).exec(fragment) ?? [];
  if (letters === undefined) return undefined;
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(
      new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0))),
    ) as ShellNotice;
  } catch {
    return undefined;
  }
}

/** The message of the notice page to the add-in: the chosen action, or a request to close. */
export function answerMessage(action: string | undefined): string {
  return JSON.stringify({ action });
}

/** The action in such a message, if the notice has it. */
export function answerOf(message: string, { actions }: ShellNotice): string | undefined {
  return actions.find(({ id }) => message === answerMessage(id))?.id;
}
