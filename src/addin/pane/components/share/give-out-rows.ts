import { describeLibraryFault } from '../../../../domain/messages/message.ts';
import type { SharingWords } from '../../../../domain/messages/sharing-words.ts';
import type { Language } from '../../../../domain/messages/words.ts';
import type { Agency } from '../../../../domain/programme/roster.ts';
import type { GivenOut } from '../../../../usecases/sharing/give-out.ts';
import type { GiveOutLine } from '../../../../usecases/sharing/plan-give-out.ts';

/** What is to be done for an agency, or was done, in words. */
export interface GiveOutRow {
  readonly agency: Agency;
  readonly file: string;
  readonly access: string;
  /** Why it could not be done, and what to do about it. */
  readonly why?: string;
}

/** Whether giving out does anything for an agency. */
export function doesAnything({ file, access }: GiveOutLine): boolean {
  return file === 'create' || (access === 'grant' && file !== 'taken' && file !== 'denied');
}

/** What would be done. */
export function plannedRow({ agency, file, access }: GiveOutLine, words: SharingWords): GiveOutRow {
  return { agency, file: words.fileSteps[file], access: words.accessSteps[access] };
}

/** What was done. */
export function givenRow({ line, file, access, fault }: GivenOut, words: SharingWords, language: Language): GiveOutRow {
  const { message, remedy } = fault ? describeLibraryFault(fault, language) : { message: '', remedy: '' };
  const isClosed = line.file === 'taken' || line.file === 'denied';
  const isOwn = access === 'not-done' && line.access !== 'grant';
  return {
    agency: line.agency,
    file: isClosed ? words.fileSteps[line.file] : words.fileOutcomes[file],
    access: isOwn ? words.accessSteps[line.access] : words.accessOutcomes[access],
    ...(fault ? { why: `${message} ${remedy}` } : {}),
  };
}
