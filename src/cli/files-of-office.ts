import type { Problem } from '../domain/diagnostics/problem.ts';

/** Those of the named files that were skipped because they are masters or lists, made for those who compile the report. */
export function filesOfOffice(problems: readonly Problem[], paths: readonly string[]): readonly string[] {
  return problems.flatMap(({ code, file }) =>
    code === 'file-of-office-skipped' && file !== undefined && paths.includes(file) ? [file] : [],
  );
}
