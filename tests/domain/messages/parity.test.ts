import { cellAt } from '../../support/cells.ts';
import type { DataProblem } from '../../../src/domain/programme/data-problem.ts';
import { parseMeasureKey } from '../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import { cliEn } from '../../../src/domain/messages/en/cli.ts';
import { cliTh } from '../../../src/domain/messages/th/cli.ts';
import { en } from '../../../src/domain/messages/en/words.ts';
import { dataFactsOf, factsOf, hostFactsOf, type Wording } from '../../../src/domain/messages/facts.ts';
import { findingsEn } from '../../../src/domain/messages/en/findings.ts';
import { findingsTh } from '../../../src/domain/messages/th/findings.ts';
import { functionsEn } from '../../../src/domain/messages/en/functions.ts';
import { functionsTh } from '../../../src/domain/messages/th/functions.ts';
import { paneEn } from '../../../src/domain/messages/en/pane.ts';
import { paneTh } from '../../../src/domain/messages/th/pane.ts';
import {
  describeDataProblem,
  describeFault,
  describeHostFault,
  describeProblem,
} from '../../../src/domain/messages/message.ts';
import { requestsEn } from '../../../src/domain/messages/en/requests.ts';
import { requestsTh } from '../../../src/domain/messages/th/requests.ts';
import { rolloverEn } from '../../../src/domain/messages/en/rollover.ts';
import { rolloverTh } from '../../../src/domain/messages/th/rollover.ts';
import { sharedPaneEn } from '../../../src/domain/messages/en/shared-pane.ts';
import { sharedPaneTh } from '../../../src/domain/messages/th/shared-pane.ts';
import { SHARED_FACTS } from '../../../src/domain/messages/shared-pane-words.ts';
import { yearEn } from '../../../src/domain/messages/en/year.ts';
import { YEAR_FACTS } from '../../../src/domain/messages/year-words.ts';
import { yearTh } from '../../../src/domain/messages/th/year.ts';
import { sharingEn } from '../../../src/domain/messages/en/sharing.ts';
import { sharingTh } from '../../../src/domain/messages/th/sharing.ts';
import { signInEn } from '../../../src/domain/messages/en/sign-in.ts';
import { signInTh } from '../../../src/domain/messages/th/sign-in.ts';
import { SIGN_IN_FACTS } from '../../../src/domain/messages/sign-in-words.ts';
import { th } from '../../../src/domain/messages/th/words.ts';
import { ERROR_FACTS, LINE_FACTS } from '../../../src/domain/messages/cli-facts.ts';
import type { DeclaredFacts } from '../../../src/domain/messages/declared-facts.ts';
import { LABEL_FACTS, NOTICE_FACTS } from '../../../src/domain/messages/pane-facts.ts';
import { fill, placeholdersOf } from '../../../src/domain/messages/words.ts';
import type { Limit } from '../../../src/domain/spreadsheet/file-fault.ts';
import type { HostFaultReason } from '../../../src/domain/diagnostics/host-fault.ts';
import { SEVERITY, type Problem, type ProblemCode } from '../../../src/domain/diagnostics/problem.ts';

/** Every text of a catalogue of words, by its path. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const location = `${path}/${key}`;
    return typeof value === 'string' ? [[location, value] as [string, string]] : textsOf(value as object, location);
  });
}

const THAI = /[\u0e01-\u0e5b]/;
const CATALOGUES: [string, object, object][] = [
  ['problems', th, en],
  ['the command line', cliTh, cliEn],
  ['the findings', findingsTh, findingsEn],
  ['the pane', paneTh, paneEn],
  ['signing in', signInTh, signInEn],
  ['messages to agencies', requestsTh, requestsEn],
  ['the shared folder', sharingTh, sharingEn],
  ['the shared folder in the pane', sharedPaneTh, sharedPaneEn],
  ['another year', rolloverTh, rolloverEn],
  ["a year's workbook", yearTh, yearEn],
  ['the custom functions', functionsTh, functionsEn],
];

describe.each(CATALOGUES)('the Thai and English words of %s', (_, thai, english) => {
  it('are for the same things, in the same order', () => {
    expect(textsOf(thai).map(([path]) => path)).toEqual(textsOf(english).map(([path]) => path));
  });

  it('use the same facts', () => {
    const facts = (words: object) => textsOf(words).map(([path, text]) => [path, placeholdersOf(text).toSorted()]);
    expect(facts(thai)).toEqual(facts(english));
  });

  it('are never blank, and each in its own language', () => {
    const needThai = textsOf(thai).filter(([path]) => !path.endsWith('listComma'));
    expect(needThai.filter(([, text]) => !THAI.test(text))).toEqual([]);
    const foreign = textsOf(english).filter(([path, text]) => path !== '/help' && THAI.test(text));
    expect(foreign).toEqual([]);
  });
});

describe.each<[string, object, DeclaredFacts, readonly string[]]>([
  // `describeNotice` counts the remarks of every notice.
  ['notices of the pane', paneEn.notices, NOTICE_FACTS, ['counts']],
  ['labels of the pane', paneEn.labels, LABEL_FACTS, []],
  ['errors of the command line', cliEn.errors, ERROR_FACTS, []],
  ['lines of the command line', cliEn.lines, LINE_FACTS, []],
  ['texts about signing in', signInEn.texts, SIGN_IN_FACTS, []],
  ['texts of the pane about the shared folder', sharedPaneEn, SHARED_FACTS, []],
  ['texts of the pane about years', yearEn.texts, YEAR_FACTS, []],
])('the %s', (_, words, declared, given) => {
  it.each(Object.entries(words) as [string, object | string][])(
    'use exactly their declared facts: %s',
    (code, text) => {
      const asked = textsOf({ text }).flatMap(([, template]) => placeholdersOf(template));
      const own = new Set(asked.filter((name) => !given.includes(name)));
      expect([...own].toSorted()).toEqual(Object.keys(declared[code] ?? {}).toSorted());
    },
  );
});

const DECLARED: readonly DeclaredFacts[] = [
  NOTICE_FACTS,
  LABEL_FACTS,
  SHARED_FACTS,
  YEAR_FACTS,
  ERROR_FACTS,
  LINE_FACTS,
];

/** Facts that number something, and do not count it. */
const ORDINALS = ['year', 'issue', 'line', 'number'];

const COUNTS = new Set(
  DECLARED.flatMap((texts) => Object.values(texts))
    .flatMap((facts) => Object.entries(facts))
    .filter(([name, kind]) => kind === 'number' && !ORDINALS.includes(name))
    .map(([name]) => name)
    .concat('seconds', 'most', 'characters'),
);

const PREPOSITION = / (?:that|with|without|into|to|from|in|at|left|before)\b.*/;

/** What follows each count of a text up to a preposition or a punctuation mark, where every count is `count`. */
function wordsAfterCounts(template: string, count: number): string[][] {
  const facts = placeholdersOf(template).map((name) => [name, COUNTS.has(name) ? String(count) : '…']);
  const text = fill(template, Object.fromEntries(facts) as Record<string, string>);
  const phrases = text.matchAll(new RegExp(String.raw`(?<=\b${count} )[A-Za-z -]+`, 'g'));
  return [...phrases].map(([phrase]) => phrase.trim().replace(PREPOSITION, '').split(' '));
}

const ENGLISH = CATALOGUES.flatMap(([name, , english]) => textsOf(english, name)).filter(
  ([, template]) => template !== cliEn.help && placeholdersOf(template).some((name) => COUNTS.has(name)),
);

describe('English words with a count', () => {
  /** No noun follows: `1 of 77`, `2 ready to send`. */
  const hasNoun = ([first = '']: readonly string[]) => !/^(?:of|in|read|ready|left|MB)$/.test(first);
  const isPlural = (word: string) => word.endsWith('s') && !/^(?:is|was|has|as|its|this|looks)$/.test(word);

  it.each(ENGLISH)('read rightly for 1: %s', (_, template) => {
    const words = wordsAfterCounts(template, 1).filter(hasNoun).flat();
    expect(words.filter((word) => isPlural(word) || /^(?:are|were|have)$/.test(word))).toEqual([]);
  });

  it.each(ENGLISH)('read rightly for 0 and 2: %s', (_, template) => {
    for (const phrase of [0, 2].flatMap((count) => wordsAfterCounts(template, count)).filter(hasNoun)) {
      if (phrase.join(' ') === 'more') continue;
      expect(phrase.some(isPlural)).toBe(true);
      expect(phrase.filter((word) => /^(?:is|was|has|looks)$/.test(word))).toEqual([]);
    }
  });
});

describe('a placeholder without a fact', () => {
  it('stays as it is, so that it is noticed', () => {
    expect(fill('{file}: {cells cell|cells}', { file: 'a' })).toBe('a: {cells cell|cells}');
  });
});

describe('the forms of a count', () => {
  it.each([
    ['0', '0 cells are'],
    ['1', '1 cell is'],
    ['2', '2 cells are'],
    ['1,001', '1,001 cells are'],
  ])('are chosen by its number: %s', (cells, text) => {
    expect(fill('{cells cell is|cells are}', { cells })).toBe(text);
  });
});

describe('full stops in the pane', () => {
  const texts = (words: object, end: RegExp) => textsOf(words).filter(([path]) => end.test(path));

  it('end every English notice and hint', () => {
    const sentences = [...texts(paneEn.notices, /./), ...texts(paneEn.labels, /-(?:hint|here|packed|opened|saved)$/)];
    const own = sentences.filter(([path]) => !path.endsWith('put-here'));
    expect(own.filter(([, text]) => !text.endsWith('.'))).toEqual([]);
  });

  it('end an English label that has several sentences, and no other of up to three words', () => {
    const labels = textsOf(paneEn.labels).map(([path, text]) => [path, text.replaceAll('.zip', 'zip')] as const);
    expect(labels.filter(([, text]) => /\. [A-Z]/.test(text) && !/[.:}]$/.test(text))).toEqual([]);
    expect(labels.filter(([, text]) => text.split(' ').length <= 3 && text.endsWith('.'))).toEqual([]);
  });

  it('are not used in Thai', () => {
    expect(textsOf(paneTh).filter(([, text]) => text.endsWith('.'))).toEqual([]);
  });
});

describe('Thai words', () => {
  it('ask politely in every remedy, or say that nothing is needed', () => {
    const remedies = [...textsOf(th), ...textsOf(findingsTh), ...textsOf(paneTh)].filter(([path]) =>
      path.endsWith('/remedy'),
    );
    expect(remedies.filter(([, text]) => !/โปรด|ไม่ต้อง/.test(text))).toEqual([]);
  });

  it('have no damaged letters and no blank at an end', () => {
    const damaged = /เเ|ํา|[\u200b-\u200f\u00a0]|[\u0e48-\u0e4b]{2}/;
    const texts = [th, cliTh, findingsTh, functionsTh]
      .flatMap((words) => textsOf(words))
      .filter(([path]) => !path.startsWith('/phrases'));
    expect(texts.filter(([, text]) => damaged.test(text) || text !== text.trim())).toEqual([]);
  });
});

const agency = '5001' as AgencyCode;
const measure = parseMeasureKey('5.2.3')!;

/** A problem of each code with all its facts. */
const PROBLEMS: { readonly [Code in ProblemCode]: Problem & { readonly code: Code } } = {
  'file-empty': { code: 'file-empty' },
  'file-not-workbook': { code: 'file-not-workbook' },
  'file-encrypted': { code: 'file-encrypted' },
  'file-rights-managed': { code: 'file-rights-managed' },
  'file-old-format': { code: 'file-old-format' },
  'file-other-format': { code: 'file-other-format', format: 'ods' },
  'file-damaged': { code: 'file-damaged', damage: 'xml', detail: 'detail' },
  'file-too-large': { code: 'file-too-large', limit: 'cells', most: 1_000 },
  'file-unreadable': { code: 'file-unreadable', detail: 'EIO' },
  'file-took-too-long': { code: 'file-took-too-long', seconds: 60 },
  'file-crashed-reader': { code: 'file-crashed-reader', cause: 'memory', detail: 'detail' },
  'file-lock-skipped': { code: 'file-lock-skipped' },
  'file-archive-skipped': { code: 'file-archive-skipped' },
  'file-table-skipped': { code: 'file-table-skipped' },
  'file-partial-skipped': { code: 'file-partial-skipped' },
  'file-document-skipped': { code: 'file-document-skipped' },
  'file-of-office-skipped': { code: 'file-of-office-skipped' },
  'master-not-checked': { code: 'master-not-checked' },
  'not-agency-workbook': { code: 'not-agency-workbook' },
  'programme-differs': { code: 'programme-differs', found: 'a', expected: 'b' },
  'form-version-unknown': { code: 'form-version-unknown', found: '9', expected: '1' },
  'version-differs': { code: 'version-differs', found: '1', expected: '2' },
  'carried-year-differs': { code: 'carried-year-differs', programme: 'bma-2570', version: '2' },
  'carried-year-unusable': { code: 'carried-year-unusable', programme: 'bma-2570', why: 'damaged' },
  'agency-unknown': { code: 'agency-unknown', found: '9999' },
  'agency-differs': { code: 'agency-differs', found: agency, named: agency },
  'sheet-of-another-agency': { code: 'sheet-of-another-agency', found: agency, expected: agency },
  'sheet-missing': { code: 'sheet-missing', issue: 5, title: 'title' },
  'sheet-twice': { code: 'sheet-twice', issue: 5, others: ['a'] },
  'sheet-unreadable': {
    code: 'sheet-unreadable',
    holds: 'comments',
    damage: 'xml',
    detail: 'detail',
    issue: { number: 2, title: 'title' },
  },
  'place-unreadable': { code: 'place-unreadable', damage: 'reference', detail: 'detail', text: 't' },
  'sheet-too-large': { code: 'sheet-too-large', limit: 'cells', most: 40_000 },
  'formats-missing': { code: 'formats-missing', detail: 'detail' },
  'submission-superseded': {
    code: 'submission-superseded',
    usedFile: 'a.xlsx',
    usedSavedAt: '2022-04-28T18:05:00Z',
    savedAt: '2022-04-28T02:00:00Z',
    parts: [1, 'contact'],
    keptParts: [2],
    differences: [{ measure, field: 'result', sheet: 'a', cell: cellAt('F6'), text: 't', usedText: 'b' }],
  },
  'submission-repeated': {
    code: 'submission-repeated',
    usedFile: 'a.xlsx',
    usedSavedAt: '2022-04-28T18:05:00Z',
    savedAt: '2022-04-28T02:00:00Z',
    parts: [1, 'contact'],
    keptParts: [],
  },
  'text-not-responsible': { code: 'text-not-responsible', measure, text: 't' },
  'text-outside-measure': { code: 'text-outside-measure', text: 't' },
  'token-not-answer': { code: 'token-not-answer', text: 'ita:end' },
  'text-outside-columns': { code: 'text-outside-columns', text: 't' },
  'text-in-unknown-sheet': { code: 'text-in-unknown-sheet', text: 't' },
  'text-on-page': { code: 'text-on-page', text: 'ก' },
  'text-in-shape': { code: 'text-in-shape', text: 't' },
  'comment-not-answer': { code: 'comment-not-answer', author: 'a', text: 't' },
  'picture-not-carried': {
    code: 'picture-not-carried',
    name: 'n',
    text: 't',
    why: { reason: 'format', format: 'heic' },
  },
  'picture-superseded': { code: 'picture-superseded', usedFile: 'b.xlsx', text: 't' },
  'picture-gone': { code: 'picture-gone', text: 't' },
  'object-not-carried': { code: 'object-not-carried', kind: 'picture', name: 'n', text: 't' },
  'text-in-sorted-row': { code: 'text-in-sorted-row', measure, text: 't' },
  'issue-gone': {
    code: 'issue-gone',
    issue: 3,
    title: 'ช',
    measures: 7,
    text: 't',
    answers: [{ measure, field: 'result', sheet: 's', cell: { row: 0, column: 0 }, text: 'a' }],
  },
  'issue-gone-unanswered': { code: 'issue-gone-unanswered', issue: 3, title: 'ช', measures: 7, text: 't' },
  'measure-gone': {
    code: 'measure-gone',
    measure,
    likely: measure,
    text: 't',
    answers: [{ measure, field: 'result', sheet: 's', cell: { row: 0, column: 0 }, text: 'a' }],
  },
  'measure-gone-unanswered': { code: 'measure-gone-unanswered', measure, text: 't' },
  'text-of-other-programme': { code: 'text-of-other-programme', text: 't' },
  'text-of-unknown-agency': { code: 'text-of-unknown-agency', text: 't' },
  'status-unknown': { code: 'status-unknown', measure, text: 't' },
  'status-twice': { code: 'status-twice', measure, usedText: 'u', text: 't' },
  'value-not-text': { code: 'value-not-text', kind: 'formula', text: 't' },
  'error-value': { code: 'error-value', text: 't' },
  'formula-not-computed': { code: 'formula-not-computed', text: 't' },
  'text-struck-out': { code: 'text-struck-out', text: 't' },
  'measure-text-edited': { code: 'measure-text-edited', measure, text: 't' },
  'measure-by-text': { code: 'measure-by-text', measure },
  'row-identity-conflict': { code: 'row-identity-conflict', found: '1.1.1, 1.1.2', text: 't' },
};

const DATA_PROBLEMS: { readonly [Code in DataProblem['code']]: DataProblem & { readonly code: Code } } = {
  'data-syntax': { code: 'data-syntax', line: 1, column: 1 },
  'data-missing': { code: 'data-missing', path: 'p' },
  'data-unknown-field': { code: 'data-unknown-field', path: 'p' },
  'data-type': { code: 'data-type', path: 'p', expected: 'text', found: '1' },
  'data-rule': { code: 'data-rule', path: 'p', rule: 'not-empty', found: ' ' },
  'data-duplicate': { code: 'data-duplicate', path: 'p', found: 'a', first: 'q' },
  'party-unknown': { code: 'party-unknown', path: 'p', found: 'a', suggestion: 'b' },
};

describe('the facts of a problem', () => {
  const wording: Wording = { language: 'th', words: th, names: () => undefined };

  it.each(Object.keys(SEVERITY) as ProblemCode[])('are all said, and no others asked for: %s', (code) => {
    const asked = placeholdersOf(th.problems[code].message + th.problems[code].remedy);
    expect([...asked].sort()).toEqual(Object.keys(factsOf(PROBLEMS[code], wording)).sort());
  });

  it.each(Object.keys(DATA_PROBLEMS) as DataProblem['code'][])('of a data file are all said: %s', (code) => {
    const asked = placeholdersOf(th.data[code].message + th.data[code].remedy);
    expect([...asked].sort()).toEqual(Object.keys(dataFactsOf(DATA_PROBLEMS[code], wording)).sort());
  });

  it.each(Object.keys(th.hostFaults) as HostFaultReason[])('of a workbook’s host are all said: %s', (reason) => {
    const asked = placeholdersOf(th.hostFaults[reason].message + th.hostFaults[reason].remedy);
    expect([...asked].sort()).toEqual(Object.keys(hostFactsOf({ reason, detail: 'd' }, th)).sort());
  });
});

describe.each(['th', 'en'] as const)('every message in %s', (language) => {
  it('has all its facts, and those of the phrases in it', () => {
    const location = { file: 'f', sheet: 's', cell: cellAt('A1') };
    const messages = [
      ...Object.values(PROBLEMS).map((problem) => describeProblem({ ...problem, ...location }, language)),
      ...(Object.keys(th.limits) as Limit[]).map((limit) =>
        describeProblem({ code: 'file-too-large', limit, most: 1 }, language),
      ),
      ...Object.values(DATA_PROBLEMS).map((problem) => describeDataProblem(problem, language, 'f.json')),
      ...(Object.keys(th.hostFaults) as HostFaultReason[]).flatMap((reason) =>
        ['', 'd'].map((detail) => describeHostFault({ reason, detail }, language)),
      ),
      ...['ENOENT', 'EWEIRD'].flatMap((code) =>
        (['read', 'write'] as const).map((action) => describeFault({ action, path: 'p', code }, language)),
      ),
    ];
    expect(
      messages.flatMap((message) => Object.values(message) as string[]).filter((text) => text.includes('{')),
    ).toEqual([]);
  });
});
