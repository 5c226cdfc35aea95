import type { KnownOfAgency } from '../../chasing/chase.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';

/** Headings of the completeness sheet that tell what came of an agency; the one of the time has more behind it. */
export const RECEIVED_HEADINGS = {
  code: 'รหัส',
  file: 'ไฟล์',
  saved: 'บันทึกเมื่อ',
  name: 'ผู้ประสานงาน',
  phone: 'โทรศัพท์',
  email: 'อีเมล',
} as const;

/**
 * What the completeness sheet of a master tells of the agencies by their codes: files, when they were saved, and contacts. The table of all
 * answers knows neither contacts nor workbooks that came back blank.
 */
export function receivedInSheet({ cells }: Pick<SheetContent, 'cells'>): ReadonlyMap<string, KnownOfAgency> {
  const rows = [...groupBy(cells, ({ row }) => row).values()].map(
    (row) => new Map(row.map(({ column, text }) => [column, text])),
  );
  const first = rows.findIndex((row) => {
    const texts = [...row.values()];
    return texts.includes(RECEIVED_HEADINGS.code) && texts.includes(RECEIVED_HEADINGS.email);
  });
  const headings = [...(rows[first] ?? [])];
  const columnOf = (heading: string): number => headings.find(([, text]) => text.startsWith(heading))?.[0] ?? -1;
  return new Map(
    rows.slice(first + 1).flatMap((row): readonly (readonly [string, KnownOfAgency])[] => {
      const textOf = (heading: keyof typeof RECEIVED_HEADINGS): string =>
        row.get(columnOf(RECEIVED_HEADINGS[heading]))?.trim() ?? '';
      const [code, saved = ''] = [foldDigits(textOf('code')), textOf('saved').split('\n')[0]];
      const savedAt = instantOfThaiTime(saved);
      if (code === '') return [];
      return [
        [
          code,
          {
            files: textOf('file')
              .split('\n')
              .filter((file) => file !== ''),
            ...(Number.isNaN(Date.parse(savedAt)) ? {} : { savedAt }),
            contact: { name: textOf('name'), phone: textOf('phone'), email: textOf('email') },
          },
        ],
      ];
    }),
  );
}
