import type { ShellNotice } from '../../../usecases/ports/add-in-shell.ts';
import { toBase64 } from '../base64.ts';

const KEY = 'notice=';

/**
 * The address of the page that shows a notice, with the notice in its fragment, which no server sees. As letters of base64url:
 * Excel on the web refuses escaped line breaks in the address of a dialog (office-js#2762).
 */
export function noticeLink(page: string, notice: ShellNotice): string {
  const letters = toBase64(new TextEncoder().encode(JSON.stringify(notice)));
  return `${page}#${KEY}${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The notice of a fragment, behind which office.js may have put something of its own; undefined where there is none. */
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

/** What the notice's page says to the add-in: the action that was chosen, or that it wants to be closed. */
export function answerMessage(action: string | undefined): string {
  return JSON.stringify({ action });
}

/** The action of such a message, where it is one of the notice's. */
export function answerOf(message: string, { actions }: ShellNotice): string | undefined {
  return actions.find(({ id }) => message === answerMessage(id))?.id;
}
