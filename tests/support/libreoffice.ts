import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** LibreOffice with a profile and a folder of its own; `close` takes both away. */
export interface LibreOffice {
  readonly folder: string;
  /** Converts a file, `.xlsx` to re-save it, and gives the path of the result. */
  convert(file: string, format: 'xlsx' | 'ods' | 'pdf' | 'odt' | 'docx'): string;
  /** Converts a document to a tagged PDF, which says what is a heading and what a table, and gives its path. */
  convertToTagged(file: string): string;
  /** Puts bytes into a file of the folder and gives its path. */
  save(name: string, bytes: Uint8Array): string;
  close(): void;
}

/** Formulas are computed anew on opening, as Excel does when the file asks for it; LibreOffice trusts the stored results. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const TAGGED = JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: 'true' } });

/** Starts nothing yet: every conversion is a run of its own. */
export function openLibreOffice(): LibreOffice {
  const folder = mkdtempSync(path.join(tmpdir(), 'ita-libreoffice-'));
  const user = path.join(folder, 'profile', 'user');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'registrymodifications.xcu'), RECALCULATE);
  const profile = `-env:UserInstallation=file://${path.dirname(user)}`;
  const run = (file: string, format: string, filter: string): string => {
    const out = path.join(folder, format);
    execFileSync('libreoffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, file], {
      stdio: 'pipe',
    });
    return path.join(out, `${path.parse(file).name}.${format}`);
  };
  return {
    folder,
    convert: (file, format) => run(file, format, format),
    convertToTagged: (file) => run(file, 'pdf', `pdf:writer_pdf_Export:${TAGGED}`),
    save(name, bytes) {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      return file;
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
