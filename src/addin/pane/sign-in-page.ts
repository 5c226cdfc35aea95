import { signInHere } from '../../adapters/msal-browser/in-window.ts';
import type { SignInAnswer } from '../../adapters/msal-browser/window-messages.ts';
import { signInText } from '../../domain/messages/sign-in.ts';
import type { SignInText } from '../../domain/messages/sign-in-words.ts';
import { LANGUAGES } from '../../domain/messages/words.ts';
import { loadDeployment } from './deployment.ts';

/**
 * The page of the window in which a person signs in where Excel does not do it. It leaves for Microsoft's page only when the
 * add-in opened it: office.js is ready before, so that it still knows its add-in when the person comes back.
 */
void start();

async function start(): Promise<void> {
  if (typeof Office === 'undefined' || (await Office.onReady()).host !== Office.HostType.Excel) {
    show('not-a-page');
    return;
  }
  show('signing-in');
  const answer = await signIn();
  if (answer === undefined) return;
  show('close-window');
  Office.context.ui.messageParent(JSON.stringify(answer));
}

async function signIn(): Promise<SignInAnswer | undefined> {
  try {
    const { sharePoint } = await loadDeployment();
    const { origin, pathname, hash } = location;
    if (sharePoint === undefined) return { error: 'no_settings', description: '' };
    return await signInHere(sharePoint, `${origin}${pathname}`, hash);
  } catch (error) {
    return { error: 'no_settings', description: error instanceof Error ? error.message : String(error) };
  }
}

/** Shows a text in every language, Thai first. */
function show(text: Exclude<SignInText, 'device-code' | 'signed-in'>): void {
  const lines = LANGUAGES.map((language) => {
    const line = document.createElement('p');
    line.lang = language;
    line.textContent = signInText(language, text);
    return line;
  });
  document.querySelector('main')?.replaceChildren(...lines);
}
