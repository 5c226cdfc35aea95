import { PLACE_MARK, type TemplateFault, type TemplateNotice } from '../document/template.ts';
import { excerpt } from './excerpt.ts';
import { listPhrase } from './facts.ts';
import { formatValues, type TemplateValues } from './format-values.ts';
import { wordsOf } from './message.ts';
import { fill, type Language, type Template, type Words } from './words.ts';

/** Most names or addresses of a list. */
const MOST = 8;

/** Most characters of which an excerpt is made. */
const MOST_TEXT = 1_000;

/** Describes why a file cannot be a template, and what to do. */
export function describeTemplateFault(
  { reason, detail }: { readonly reason: TemplateFault; readonly detail: string },
  language: Language,
): Template {
  const { message, remedy } = wordsOf(language).templates.faults[reason];
  return { message: fill(message, { detail: excerpt(detail) }), remedy };
}

/** Describes what a document took from the program, or could not take over from its template. */
export function describeTemplateNotice(notice: TemplateNotice, language: Language): string {
  const words = wordsOf(language);
  const name = notice.code === 'template-turned' ? (`${notice.code}-${notice.orientation}` as const) : notice.code;
  return fill(words.templates.notices[name], formatValues(factsOf(notice, words), language));
}

function factsOf(notice: TemplateNotice, words: Words): TemplateValues {
  switch (notice.code) {
    case 'template-no-place':
    case 'template-place-inside':
      return { mark: PLACE_MARK };
    case 'template-places':
      return { count: notice.count };
    case 'template-text-replaced':
      return { text: excerpt(notice.text.slice(0, MOST_TEXT)) };
    case 'template-styles':
    case 'template-parts':
      return { names: quoted(notice.names, words) };
    case 'template-external':
      return { targets: quoted(notice.targets, words) };
    case 'template-font':
      return { font: excerpt(notice.font), size: notice.size };
    case 'template-object-replaced':
    case 'template-no-font':
    case 'template-language':
    case 'template-turned':
    case 'template-narrow':
    case 'template-page-numbers':
    case 'template-macros':
      return {};
  }
}

function quoted(names: readonly string[], words: Words): string {
  const shown = names.slice(0, MOST).map((name) => `“${excerpt(name)}”`);
  return listPhrase(names.length > MOST ? [...shown, '…'] : shown, words);
}
