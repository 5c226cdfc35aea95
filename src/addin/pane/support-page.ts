import { ADD_IN } from '../../domain/form/add-in.ts';
import { formatValues, type TemplateValues } from '../../domain/messages/format-values.ts';
import { supportWordsOf } from '../../domain/messages/support.ts';
import type { SupportText } from '../../domain/messages/support-words.ts';
import { fill, LANGUAGES } from '../../domain/messages/words.ts';
import { groupBy } from '../../domain/text/group-by.ts';
import { headerFaults, type HeaderFault, type ServerAnswer } from './server-headers.ts';

/** The page of the manifest's SupportUrl: whom to ask, and a test of the server that it comes from. */
const main = document.querySelector('main');
if (main !== null) void show(main);

async function show(page: HTMLElement): Promise<void> {
  const link = document.createElement('a');
  link.href = 'standalone.html';
  link.append(...lines('open-standalone'));
  const result = document.createElement('section');
  result.setAttribute('role', 'status');
  page.replaceChildren(
    element('h1', lines('title')),
    element('p', lines('version', { version: ADD_IN.version })),
    element('p', lines('ask')),
    element('p', lines('without-excel')),
    element('p', [link]),
    element('h2', lines('for-it')),
    result,
  );
  if (location.protocol === 'file:') {
    result.append(element('p', lines('from-folder')));
    return;
  }
  result.append(element('p', lines('testing')));
  try {
    result.replaceChildren(...report(await headerFaults(ask)));
  } catch (error) {
    result.replaceChildren(element('p', lines('not-asked', { detail: String(error) })));
  }
}

/** Asks this page's own server; what the browser has kept is not asked for. */
async function ask(file: string): Promise<ServerAnswer> {
  const { status, headers } = await fetch(file, { cache: 'no-store' });
  return { status, header: (name) => headers.get(name) };
}

/** The faults, the severe ones first; what is the same of several files is said once. */
function report(faults: readonly HeaderFault[]): readonly HTMLElement[] {
  if (faults.length === 0) return [element('p', lines('server-good'))];
  const same = groupBy(faults, ({ code, found, wanted }) => JSON.stringify([code, found, wanted]));
  const items = [...same.values()]
    .toSorted(([one], [other]) => Number(other.isSevere) - Number(one.isSevere))
    .map((group) => {
      const [{ code, isSevere, found, wanted }] = group;
      const file = group.map((fault) => fault.file).join(', ');
      const severity = element('strong', lines(isSevere ? 'severe' : 'minor'));
      return element('li', [severity, ...lines(code, { file, found, wanted })]);
    });
  return [element('p', lines('server-faulty', { faults: items.length })), element('ol', items)];
}

/** A text in both languages, Thai first. Technical names and values keep their digits. */
function lines(text: SupportText, facts: TemplateValues = {}): readonly HTMLElement[] {
  return LANGUAGES.map((language) => {
    const line = element('span', [fill(supportWordsOf(language)[text], formatValues(facts, language))]);
    line.lang = language;
    return line;
  });
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
