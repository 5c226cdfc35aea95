import { answerMessage, noticeOfLink } from '../../adapters/excel/shell/notice-link.ts';
import type { ShellAction, ShellNotice } from '../../usecases/ports/add-in-shell.ts';

/** The page of the dialog that shows a command's notice, which is in the page's address. */
const notice = noticeOfLink(location.hash);
if (notice !== undefined) show(notice);

addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') void answer(undefined);
});

/** Shows everything as text, never as HTML. The first button, or else the heading, gets the focus. */
function show({ heading, lines, actions }: ShellNotice): void {
  document.title = heading;
  const title = textElement('h1', heading);
  title.tabIndex = -1;
  const buttons = actions.map(button);
  const bar = document.createElement('div');
  bar.className = 'actions';
  bar.append(...buttons);
  const main = document.createElement('main');
  main.append(title, ...lines.map((line) => textElement('p', line)), ...(buttons.length > 0 ? [bar] : []));
  document.body.replaceChildren(main);
  (buttons[0] ?? title).focus();
}

function button({ id, label }: ShellAction): HTMLButtonElement {
  const element = textElement('button', label);
  element.type = 'button';
  element.addEventListener('click', () => void answer(id));
  return element;
}

/** An element with its language, for screen readers; a text with Latin letters only is English. */
function textElement<Name extends 'h1' | 'p' | 'button'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  element.lang = /\p{Script=Latin}/u.test(text) && !/\p{Script=Thai}/u.test(text) ? 'en' : 'th';
  return element;
}

/** Tells the add-in, which closes this window. */
async function answer(action: string | undefined): Promise<void> {
  await Office.onReady();
  Office.context.ui.messageParent(answerMessage(action));
}
