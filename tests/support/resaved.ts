import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LibreOffice } from './libreoffice.ts';

/** Where Debian's python3-openpyxl puts the library. */
const PYTHON = '/usr/bin/python3';

const SCRIPT = 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';

/** Other programs that save workbooks, by name. */
export const OTHER_PROGRAMS = ['libreoffice', 'openpyxl', 'gnumeric'] as const;
export type OtherProgram = (typeof OTHER_PROGRAMS)[number];

/** A workbook as another program saves it. */
export function resavedBy(program: OtherProgram, office: LibreOffice, name: string, bytes: Uint8Array): Uint8Array {
  const file = office.save(`${name}.xlsx`, bytes);
  const out = path.join(office.folder, `${name}-${program}.xlsx`);
  switch (program) {
    case 'libreoffice':
      return readFileSync(office.convert(file, 'xlsx'));
    case 'openpyxl':
      execFileSync(PYTHON, ['-c', SCRIPT, file, out]);
      return readFileSync(out);
    case 'gnumeric':
      execFileSync('ssconvert', [file, out], { stdio: 'pipe' });
      return readFileSync(out);
  }
}
