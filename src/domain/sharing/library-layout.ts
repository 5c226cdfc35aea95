import { thaiDigits } from '../text/digits.ts';
import type { Agency } from '../programme/roster.ts';

/** Folder of the shared folder in which the master is published. */
export const MASTER_FOLDER = 'master';

/** Folder in which the program records what it did; for the compiling office alone. */
export const RECORD_FOLDER = '_ita';

/** File of {@link RECORD_FOLDER} with the record. */
export const RECORD_FILE = 'manifest.json';

/** Folder of {@link RECORD_FOLDER} with a file of events for every run. */
export const LOG_FOLDER = 'log';

/** The folder of an agency. A code is short, and no name of a folder is refused because of it. */
export function agencyFolderName({ code }: Pick<Agency, 'code'>): string {
  return code;
}

/** Whether what lies at a path below the root may be an agency's answer: not what the office keeps there itself. */
export function isOfAgencies(path: readonly string[]): boolean {
  const folder = path[0]?.toLowerCase();
  return path.length === 1 || (folder !== MASTER_FOLDER && folder !== RECORD_FOLDER);
}

/** Name of the file of a run's events, by when it began; `run` tells runs apart that began at the same time. */
export function logFileName(at: string, run: string): string {
  return `${at.replaceAll(':', '-')}-${run}.jsonl`;
}

/** Name of the workbook of remarks that goes back to an agency for the n-th time. */
export function remarksFileName({ code }: Pick<Agency, 'code'>, round: number): string {
  return `${REMARKS_PREFIX}${code}-ครั้งที่-${thaiDigits(String(round))}.xlsx`;
}

const REMARKS_PREFIX = 'ข้อสังเกต-';

const REMARKS_FILE = new RegExp(`^${REMARKS_PREFIX}[^-]+-ครั้งที่-[๐-๙]+\\.xlsx$`);

/**
 * Whether a file is a workbook of remarks by its name; it is no answer. Only the very name that this program gives: under one that
 * merely begins so, an agency may have answered.
 */
export function isRemarksFile(name: string): boolean {
  return REMARKS_FILE.test(name);
}
