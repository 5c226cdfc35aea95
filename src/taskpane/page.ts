import { describeRemark, foundIn, suggestedFor } from '../domain/messages/describe-remark.ts';
import { agencyNames, paneWordsOf, wordsOf } from '../domain/messages/message.ts';
import type { PaneLabel } from '../domain/messages/pane-words.ts';
import { fill, type Language } from '../domain/messages/words.ts';
import type { AgencyCode } from '../domain/programme/roster.ts';
import { severityOfRemark, type Remark } from '../domain/report/remark.ts';
import { placesOf } from '../usecases/check-open-workbook.ts';
import type { FileSource } from '../usecases/ports.ts';
import { element } from './element.ts';
import { describeNotice, spelt } from './notice.ts';
import type { Session } from './session.ts';
import type { Section, SessionState } from './session-state.ts';

/** What the page works with. */
export interface PageParts {
  readonly session: Session;
  readonly language: Language;
  /** Makes a source of the files that a person chose. */
  readonly open: (files: readonly File[]) => FileSource & { readonly paths: readonly string[] };
}

type Label = (name: PaneLabel, facts?: Readonly<Record<string, string | number>>) => string;

/** Shows what is open, what came of the last command, and a button for everything that the ribbon can do. */
export function showPage(root: HTMLElement, parts: PageParts): void {
  const { session, language } = parts;
  const words = paneWordsOf(language);
  const label: Label = (name, facts = {}) => fill(words.labels[name], spelt(facts, language));
  const status = element('p', { id: 'open' });
  const working = element('p', { id: 'working', role: 'status' });
  const notice = element('div', { id: 'notice', role: 'status' });
  const remarks = element('ul', { id: 'remarks' });
  const put = element('div', { id: 'put' });
  const sections = new Map<Section, HTMLElement>([
    ['check', section(label('check'), [button('check', label('check'), () => session.check())], remarks)],
    ['digits', section(label('digits'), digitButtons(session, label))],
    ['make', section(label('make'), agencyForm(parts, label))],
    ['consolidate', section(label('consolidate'), filesForm(parts, label), put)],
  ]);
  root.replaceChildren(element('h1', {}, label('title')), status, working, notice, ...sections.values());
  let shown: Section | undefined;
  const render = (): void => {
    const { state } = session;
    status.textContent = openText(state, label);
    working.replaceChildren(...workingParts(state, session, label));
    notice.replaceChildren(...noticeParts(state, session, parts, label));
    remarks.replaceChildren(...remarkItems(state, session, language, label));
    put.replaceChildren(...putParts(state, session, label));
    if (state.section !== shown) sections.get(state.section ?? 'check')?.scrollIntoView();
    shown = state.section;
  };
  session.subscribe(render);
  render();
}

function section(heading: string, controls: readonly Node[], ...more: readonly Node[]): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, heading),
    element('div', { class: 'controls' }, ...controls),
    ...more,
  );
}

function button(id: string, text: string, run: () => unknown): HTMLButtonElement {
  const made = element('button', { type: 'button', id }, text);
  made.addEventListener('click', () => void run());
  return made;
}

function digitButtons(session: Session, label: Label): readonly Node[] {
  return (['selection', 'workbook'] as const).flatMap((scope) => [
    button(`to-thai-${scope}`, `${label('to-thai')}: ${label(scope)}`, () => session.convert('thai', scope)),
    button(`to-arabic-${scope}`, `${label('to-arabic')}: ${label(scope)}`, () => session.convert('arabic', scope)),
  ]);
}

function agencyForm({ session }: PageParts, label: Label): readonly Node[] {
  const { agencies } = session.state.data.roster;
  const choice = element(
    'select',
    { id: 'agency' },
    ...agencies.map(({ code, name }) => element('option', { value: code }, `${code} ${name}`)),
  );
  return [
    element('label', { for: 'agency' }, label('agency')),
    choice,
    button('make', label('make-one'), () => session.makeWorkbooks([choice.value as AgencyCode])),
  ];
}

function filesForm({ session, open }: PageParts, label: Label): readonly Node[] {
  const input = element('input', { type: 'file', id: 'files', multiple: '', accept: '.xlsx,.xlsm,.xls,.ods' });
  input.addEventListener('change', () => {
    const files = open([...(input.files ?? [])]);
    // The same files can then be chosen again, after they were changed.
    input.value = '';
    if (files.paths.length > 0) void session.collect(files, files.paths);
  });
  return [element('label', { for: 'files' }, label('choose-files')), input];
}

function openText({ open, checked, data }: SessionState, label: Label): string {
  switch (open?.kind) {
    case undefined:
      return label('looking');
    case 'agency': {
      const names = agencyNames(data.roster);
      const codes = checked?.agencies ?? [];
      return label('agency-workbook', {
        agency: codes.length === 0 ? open.workbook.agency : codes.map((code) => names(code) ?? code).join(', '),
      });
    }
    case 'master':
    case 'office':
      return label('office-workbook');
    case 'unknown':
      return label('unknown-workbook');
  }
}

function workingParts({ working }: SessionState, session: Session, label: Label): readonly Node[] {
  if (working === undefined || working.total === 0) return [];
  return [
    document.createTextNode(label('working', { done: working.done, total: working.total, label: working.label })),
    button('stop', label('stop'), () => session.stop()),
  ];
}

function noticeParts(state: SessionState, session: Session, { language }: PageParts, label: Label): readonly Node[] {
  const undo = state.undoable.length === 0 ? [] : [button('undo', label('undo'), () => session.undo())];
  if (state.notice === undefined) return undo;
  const { message, remedy, lines } = describeNotice(state.notice, language);
  return [element('strong', {}, message), ...[remedy, ...lines].map((line) => element('p', {}, line)), ...undo];
}

function remarkItems(
  { checked, data, notice, collected }: SessionState,
  session: Session,
  language: Language,
  label: Label,
): readonly Node[] {
  const told = notice?.kind === 'said' && notice.code === 'nothing-read' ? notice.remarks : [];
  const remarks = collected?.consolidation.problems ?? (told.length > 0 ? told : checked?.remarks);
  if (remarks === undefined) return [];
  if (remarks.length === 0) return [element('li', {}, label('no-remarks'))];
  const names = agencyNames(data.roster);
  const { severities } = wordsOf(language);
  return remarks.map((remark) => {
    const { where, message, remedy } = describeRemark(remark, language, names);
    const found = [foundIn(remark), suggestedFor(remark)].filter(Boolean).map((text) => `“${text}”`);
    const texts = [`[${severities[severityOfRemark(remark)]}] ${message}`, found.join(' → '), remedy].filter(Boolean);
    return element('li', {}, place(remark, where, session), ...texts.map((text) => element('p', {}, text)));
  });
}

/** Leads to the cell, where a remark of the open workbook names one. */
function place(remark: Remark, where: string, session: Session): Node {
  const [at] = remark.file === '' || remark.file === undefined ? placesOf([remark]) : [];
  if (at === undefined) return document.createTextNode(remark.file === '' ? '' : where);
  return button('', `${remark.sheet ?? ''} ${remark.cell ?? ''}`, () => session.select(at));
}

function putParts({ collected, open }: SessionState, session: Session, label: Label): readonly Node[] {
  if (collected === undefined) return [];
  const parts: Node[] = [button('put-new', label('put-new'), () => session.putMaster('new'))];
  if (open?.kind !== 'master') return parts;
  return [
    ...parts,
    button('put-here', label('put-here'), () => session.putMaster('here')),
    element('p', {}, label('replaces', { sheets: session.sheetsOfMaster().join(', ') })),
  ];
}
