import { paragraph, paragraphs } from './paragraphs.ts';
import type { SectionPlan } from './plan.ts';

/** The words of a memorandum within an organisation. Dots stand where something is written by hand. */
export interface Memo {
  /** The sender, with who to ask and the telephone number. */
  readonly from: string;
  /** Number of the memorandum, without ที่. */
  readonly number: string;
  readonly date: string;
  /** After เรื่อง. */
  readonly subject: string;
  /** After เรียน. */
  readonly to: string;
  readonly enclosures: readonly string[];
  /** Paragraphs before the list. */
  readonly body: readonly string[];
  /** Lines of a list; may be empty. */
  readonly list: readonly string[];
  /** Paragraphs after the list. */
  readonly end: readonly string[];
  /** Name and position, line by line. */
  readonly signature: readonly string[];
}

/**
 * Plans a memorandum in the order of an internal letter (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, form 2, บันทึกข้อความ): sender, number and
 * date, เรื่อง, เรียน, the body and the signature. Such a letter has no closing. Enclosures are named below the recipient.
 */
export function planMemo({
  from,
  number,
  date,
  subject,
  to,
  enclosures,
  body,
  list,
  end,
  signature,
}: Memo): SectionPlan {
  return {
    orientation: 'portrait',
    pageNumbers: 'none',
    blocks: [
      paragraph('memoTitle', 'บันทึกข้อความ'),
      paragraph('memoLine', `ส่วนราชการ  ${from}`),
      paragraph('memoLine', `ที่  ${number}\tวันที่  ${date}`),
      paragraph('memoLine', `เรื่อง  ${subject}`),
      paragraph('letterLine', `เรียน\t${to}`),
      ...enclosures.map((text, index) => paragraph('letterLine', `${index === 0 ? 'สิ่งที่ส่งมาด้วย' : ''}\t${text}`)),
      ...paragraphs('body', body),
      ...paragraphs('listLine', list),
      ...paragraphs('body', end),
      ...paragraphs('letterSign', signature),
    ],
  };
}
