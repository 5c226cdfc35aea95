import type { SkipReason } from '../../domain/conversion/skip-reason.ts';
import type { Problem } from '../../domain/diagnostics/problem.ts';
import { severityOfRemark, type Remark } from '../../domain/checks/remark.ts';
import type { HostFaultReason } from '../../domain/diagnostics/host-fault.ts';
import { countSeverities } from '../../domain/messages/describe-remark.ts';
import {
  describeHostFault,
  describeLibraryFault,
  describeProblem,
  paneWordsOf,
  wordsOf,
} from '../../domain/messages/message.ts';
import type { LabelArguments, NoticeCode, NoticeFacts } from '../../domain/messages/pane-words.ts';
import { formatValues, type TemplateValues } from '../../domain/messages/format-values.ts';
import { describeTemplateFault, describeTemplateNotice } from '../../domain/messages/describe-template.ts';
import { isToLookAt, type TemplateFault, type TemplateNotice } from '../../domain/document/template.ts';
import { describeSignInFault } from '../../domain/messages/sign-in.ts';
import { fill, type Language } from '../../domain/messages/words.ts';
import { UnusableTemplate } from '../../usecases/ports/document-codec.ts';
import { LibraryFault } from '../../usecases/ports/document-library.ts';
import { SignInFault } from '../../usecases/ports/sign-in.ts';
import { FileFault } from '../../usecases/ports/file-store.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { UnreadableWorkbook } from '../../usecases/ports/workbook-codec.ts';
import { isLoadFailure } from '../../usecases/load-failure.ts';
import { unopened, unreadable } from '../../usecases/unreadable.ts';

/** The outcome of a job, without words. */
export type Notice =
  | {
      readonly kind: 'message';
      readonly code: NoticeCode;
      readonly facts: TemplateValues;
      /** Counted as `{counts}`. */
      readonly remarks: readonly Remark[];
      /** How many cells were skipped, by reason. */
      readonly skipped: ReadonlyMap<SkipReason, number>;
      /** Whether the person can undo it. */
      readonly canUndo: boolean;
      /** What the person has to save after a change; undefined if nothing changed. */
      readonly toSave: 'copy' | 'workbook' | undefined;
      /** What the person still has to fill in or correct. */
      readonly left: readonly Remark[];
      /** What else the person has to look at; a sentence each. */
      readonly hints: readonly Hint[];
      /** Notices about the template of a document. */
      readonly template: readonly TemplateNotice[];
    }
  /** A request to the shared folder failed, or nobody signed in. */
  | { readonly kind: 'shared-fault'; readonly fault: LibraryFault }
  | { readonly kind: 'fault'; readonly reason: HostFaultReason; readonly detail: string }
  /** A file could not be opened or read. The problem names the file unless it is the open one. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'template'; readonly reason: TemplateFault; readonly detail: string };

/** A sentence that goes with a notice. */
export type Hint = LabelArguments;

/** Creates a notice; parts that are left out are empty. */
export function notice<Code extends NoticeCode>(code: Code, ...[more]: MoreOf<Code>): Notice {
  return {
    kind: 'message',
    code,
    facts: {},
    remarks: [],
    skipped: new Map(),
    canUndo: false,
    toSave: undefined,
    left: [],
    hints: [],
    template: [],
    ...more,
  };
}

/** The other parts of a notice. Its facts may be left out only if its code has none. */
type MoreOf<Code extends NoticeCode> = keyof NoticeFacts<Code> extends never
  ? [more?: NoticeDetails]
  : [more: NoticeDetails & { readonly facts: NoticeFacts<Code> }];

/** What a notice may have besides its facts. */
export type NoticeDetails = Partial<Omit<Extract<Notice, { kind: 'message' }>, 'kind' | 'code' | 'facts'>>;

/** The notice of an error. */
export function faultNotice(error: unknown): Notice {
  if (error instanceof HostFault) return { kind: 'fault', reason: error.reason, detail: error.detail };
  if (error instanceof LibraryFault) return { kind: 'shared-fault', fault: error };
  if (error instanceof UnreadableWorkbook) return { kind: 'problem', problem: unreadable(error) };
  if (error instanceof UnusableTemplate) return { kind: 'template', reason: error.reason, detail: error.detail };
  if (error instanceof FileFault) return { kind: 'problem', problem: unopened(error, error.path) };
  if (isLoadFailure(error)) return notice('not-loaded');
  if (error instanceof DOMException && error.name === 'AbortError') return notice('stopped');
  return notice('unexpected', { facts: { detail: String(error) } });
}

/** Whether a notice is the result of a check, which is outdated by the next change of the workbook. */
export function isVerdict(notice: Notice | undefined): boolean {
  return notice?.kind === 'message' && ['ready', 'ready-with-notes', 'not-ready'].includes(notice.code);
}

/** Whether a notice mentions something that the person still has to correct or look at. */
export function leavesWork(notice: Notice): boolean {
  if (notice.kind !== 'message') return true;
  return (
    notice.left.length + notice.hints.length > 0 ||
    notice.template.some(isToLookAt) ||
    notice.remarks.some((remark) => severityOfRemark(remark) === 'must')
  );
}

/** Whether a notice says that a copy was saved. */
export function isCopySaved(notice: Notice): boolean {
  return (
    notice.kind === 'message' && ['copy-saved', 'copy-saved-same-name', 'copy-saved-unfinished'].includes(notice.code)
  );
}

/** Whether a notice has a button to undo. */
export function offersUndo(notice: Notice | undefined): boolean {
  return notice?.kind === 'message' && notice.canUndo;
}

/** A notice in words. */
export interface NoticeText {
  /** What happened. */
  readonly message: string;
  /** What to do next. */
  readonly remedy: string;
  /** Further information, a sentence each. */
  readonly lines: readonly string[];
}

/** The words of a notice. */
export function describeNotice(notice: Notice, language: Language): NoticeText {
  if (notice.kind === 'fault') {
    const { message, remedy } = describeHostFault(notice, language);
    return { message, remedy, lines: [] };
  }
  if (notice.kind === 'shared-fault') {
    const { fault } = notice;
    const { message, remedy } =
      fault instanceof SignInFault ? describeSignInFault(fault, language) : describeLibraryFault(fault, language);
    return { message, remedy, lines: [] };
  }
  if (notice.kind === 'problem') {
    // A file that is opened by itself is most likely the reader's own.
    const { where, message, remedy } = describeProblem(notice.problem, language, { reader: 'agency' });
    return { message: [where, message].filter(Boolean).join(': '), remedy, lines: [] };
  }
  if (notice.kind === 'template') return { ...describeTemplateFault(notice, language), lines: [] };
  const { notices, labels } = paneWordsOf(language);
  const { skippedCells } = wordsOf(language);
  const { message, remedy } = notices[notice.code];
  const facts = formatValues(
    { ...notice.facts, counts: countSeverities(notice.remarks, language) || labels.none },
    language,
  );
  const { left, toSave } = notice;
  const next = [
    ...(left.length === 0
      ? []
      : [
          fill(
            labels['left-to-do'],
            formatValues({ count: left.length, counts: countSeverities(left, language) }, language),
          ),
        ]),
    ...(toSave === undefined ? [] : [labels[`save-${toSave}-first`]]),
  ];
  return {
    message: fill(message, facts),
    remedy: [...next, fill(remedy, facts)].join(' '),
    lines: [
      ...Array.from(notice.skipped, ([reason, count]) =>
        fill(labels['skipped-cells'], formatValues({ count, reason: skippedCells[reason] }, language)),
      ),
      ...notice.hints.map(([name, values = {}]) => fill(labels[name], formatValues(values, language))),
      ...notice.template.map((each) => describeTemplateNotice(each, language)),
    ],
  };
}
