import { builtInCatalogue } from '../../../domain/programme/catalogue.ts';
import { measuresOf } from '../../../domain/programme/programme.ts';
import { describeYearChange, describeYearProblem } from '../../../domain/messages/year.ts';
import type { Language } from '../../../domain/messages/words.ts';
import { cellName } from '../../../domain/spreadsheet/address.ts';
import { severityOfYearProblem } from '../../../domain/year-workbook/problem.ts';
import type { YearImport } from '../../../usecases/year/read-year.ts';
import type { Call } from '../../command.ts';
import { DATA_OPTIONS, loadData, readYearFile } from '../../data.ts';
import { EXIT, type ExitCode } from '../../io.ts';
import type { Messages } from '../../output/messages.ts';
import { printable } from '../../output/printable.ts';
import { renderYearProblems } from '../../output/render.ts';

/**
 * Reads an edited workbook, against the data that the options name, or the edition that it was made from.
 * @throws {UnusableData} if it cannot be read as a workbook; {@link FileFault}
 */
export async function readImport(call: Call, file: string): Promise<YearImport> {
  const base = DATA_OPTIONS.some((name) => call.options.has(name)) ? await loadData(call) : undefined;
  return readYearFile(call, file, await call.ports.files.read(file), builtInCatalogue, base);
}

/** 1 where something in the workbook should be looked at, else 0. */
export function codeOf({ problems }: YearImport): ExitCode {
  return problems.some((problem) => severityOfYearProblem(problem) !== 'may') ? EXIT.problems : EXIT.clean;
}

/** What is in the workbook, what is wrong with it, and what changed. */
export function importAsText({ data, base, problems, changes }: YearImport, file: string, voice: Messages): string {
  const head =
    data === undefined
      ? voice.error('data-unusable', { file })
      : voice.line('programme-read', {
          file,
          year: data.programme.year,
          version: data.programme.version,
          measures: measuresOf(data.programme).length,
          agencies: data.roster.agencies.length,
        });
  const told = problems.length === 0 ? [] : [renderYearProblems(problems, voice)];
  return [printable(head), ...told, ...(data === undefined ? [] : [changesAsText(base, changes, voice)])].join('\n');
}

function changesAsText(base: YearImport['base'], changes: YearImport['changes'], voice: Messages): string {
  if (base === undefined) return printable(voice.line('programme-first'));
  const { id, version } = base.programme;
  if (changes.length === 0) return printable(voice.line('programme-same', { id, version }));
  const lines = changes.map((change) => `  - ${describeYearChange(change, voice.language)}`);
  return printable([voice.line('programme-changes', { count: changes.length, id, version }), ...lines].join('\n'));
}

/** The same for other programs. */
export function importJson(
  { data, base, problems, changes }: YearImport,
  file: string,
  [language = 'th']: readonly Language[],
): Record<string, unknown> {
  return {
    file,
    id: data?.programme.id ?? null,
    version: data?.programme.version ?? null,
    year: data?.programme.year ?? null,
    base: base === undefined ? null : { id: base.programme.id, version: base.programme.version },
    problems: problems.map((problem) => {
      const { where, message, remedy } = describeYearProblem(problem, language);
      const { code, sheet = null, cell } = problem;
      const severity = severityOfYearProblem(problem);
      return { code, severity, sheet, cell: cell ? cellName(cell) : null, where, message, remedy };
    }),
    changes: changes.map((change) => ({ ...change, message: describeYearChange(change, language) })),
  };
}
