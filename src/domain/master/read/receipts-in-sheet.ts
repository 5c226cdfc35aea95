import type { Receipt } from '../../chasing/chase.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';

/** Beginnings of the headings of the completeness sheet that tell what came of an agency: the one of the time goes on. */
export const RECEIPT_HEADINGS = {
  code: 'รหัส',
  file: 'ไฟล์',
  saved: 'บันทึกเมื่อ',
  name: 'ผู้ประสานงาน',
  phone: 'โทรศัพท์',
  email: 'อีเมล',
} as const;

/**
 * What was received from each agency, by its code, according to the completeness sheet of a master: files, when they were saved, and
 * contacts. The table of all answers has neither contacts nor workbooks that came back blank.
 */
export function receiptsInSheet({ cells }: Pick<SheetContent, 'cells'>): ReadonlyMap<string, Receipt> {
  const rows = [...groupBy(cells, ({ row }) => row).values()].map(
    (row) => new Map(row.map(({ column, text }) => [column, text])),
  );
  const first = rows.findIndex((row) => {
    const texts = [...row.values()];
    return texts.includes(RECEIPT_HEADINGS.code) && texts.includes(RECEIPT_HEADINGS.email);
  });
  const headings = [...(rows[first] ?? [])];
  const columnOf = (heading: string): number => headings.find(([, text]) => text.startsWith(heading))?.[0] ?? -1;
  return new Map(
    rows.slice(first + 1).flatMap((row): readonly (readonly [string, Receipt])[] => {
      const textOf = (heading: keyof typeof RECEIPT_HEADINGS): string =>
        row.get(columnOf(RECEIPT_HEADINGS[heading]))?.trim() ?? '';
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
