import type { ReportFront } from '../programme/programme.ts';
import { foldDigits } from '../text/digits.ts';
import { ANY_MONTH } from '../text/find-dates.ts';
import type { ReportDoubt } from './report-doubt.ts';

/** The texts around the table, by how they stand: what could be told. */
export interface PrintedFront {
  readonly year: number;
  readonly report: Partial<ReportFront>;
  readonly doubts: readonly ReportDoubt[];
}

/** Characters of a line of the cover, at most; a paragraph of the introduction has more. */
const MOST_OF_LINE = 180;

/** Lines of those who compiled the report. */
const MOST_COMPILERS = 4;

const YEAR = /ปีงบประมาณ ?(?:พ\. ?ศ\. ?)?(2[4-6]\d\d)/;
const MONTH = new RegExp(`^(?:${ANY_MONTH}) ?(?:พ\\. ?ศ\\. ?)?2[45]\\d\\d$`);
const AS_OF = new RegExp(`(ณ เดือน ?)((?:${ANY_MONTH}) ?(?:พ\\. ?ศ\\. ?)?[\\d๐-๙]{4})`);

/** Room for a signature, a name, a position or a date. */
const TO_SIGN = /\.{4,}|…{2,}|^\(?ลงชื่อ/;

/**
 * What stands before and after the table of a printed report: the cover, the heading, the introduction, who compiled it and its month.
 * @param otherwise the year, if none is told
 */
export function reportFront(before: readonly string[], after: readonly string[], otherwise: number): PrintedFront {
  const lines = before.map((line) => line.replace(/\s+/g, ' '));
  const told = [...lines, ...after].flatMap((line) => YEAR.exec(foldDigits(line))?.[1] ?? []);
  const year = told[0] === undefined ? otherwise : Number(told[0]);
  const firstLong = lines.findIndex((line) => line.length > MOST_OF_LINE);
  const [top, introduction] = firstLong < 0 ? [lines, []] : [lines.slice(0, firstLong), lines.slice(firstLong)];
  const { cover, heading } = coverOf(top);
  const month = after.find((line) => MONTH.test(foldDigits(line.trim())));
  const asOf = month?.trim() ?? introduction.flatMap((line) => AS_OF.exec(line)?.[2] ?? [])[0];
  const rest = after.filter((line) => line !== month && !TO_SIGN.test(line));
  const compiledBy = rest.slice(0, MOST_COMPILERS);
  return {
    year,
    report: {
      ...(cover.length === 0 ? {} : { cover }),
      ...(heading === '' ? {} : { heading }),
      ...(introduction.length === 0
        ? {}
        : { introduction: introduction.map((line) => line.replace(AS_OF, (_, words: string) => `${words}{asOf}`)) }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(compiledBy.length === 0 ? {} : { compiledBy }),
    },
    doubts: [
      ...(told.length === 0 ? [{ code: 'year-unknown', year } as const] : []),
      ...(lines.length + after.length === 0 ? [] : [{ code: 'front-guessed' } as const]),
      ...rest.slice(MOST_COMPILERS).map((text) => ({ code: 'paragraph-not-taken', text }) as const),
    ],
  };
}

/** The last title of a report is its heading, with the lines that it goes on in; what stands above it is the cover. */
function coverOf(lines: readonly string[]): { readonly cover: readonly string[]; readonly heading: string } {
  const start = lines.findLastIndex((line, index) => index > 0 && line.startsWith('รายงาน'));
  if (start < 0) return { cover: lines, heading: '' };
  return { cover: lines.slice(0, start), heading: lines.slice(start).join(' ') };
}
