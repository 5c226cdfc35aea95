import type { TransmissionLetter } from '../../programme/programme.ts';
import type { SectionPlan } from '../../document/plan.ts';
import { paragraph, paragraphs } from '../../document/paragraphs.ts';

/**
 * Plans the letter of transmission in the order of an official letter (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖,
 * form 1): number and sender, date, เรื่อง, เรียน, สิ่งที่ส่งมาด้วย, the body, the closing, the signature, and who to ask.
 */
export function planLetter(letter: TransmissionLetter, asOf: string): SectionPlan {
  return {
    orientation: 'portrait',
    pageNumbers: 'none',
    blocks: [
      paragraph('letterLine', `ที่ ${letter.number}`),
      ...paragraphs('letterRight', letter.from),
      paragraph('letterMiddle', letter.date),
      paragraph('letterLine', `เรื่อง\t${letter.subject}`),
      paragraph('letterLine', `เรียน\t${letter.to}`),
      ...letter.enclosures.map((text, index) => paragraph('letterLine', `${index === 0 ? 'สิ่งที่ส่งมาด้วย' : ''}\t${text}`)),
      ...paragraphs(
        'body',
        letter.body.map((text) => text.replaceAll('{asOf}', () => asOf)),
      ),
      ...paragraphs('letterMiddle', [letter.closing, ...letter.signature]),
      ...paragraphs('letterLine', letter.contact),
    ],
  };
}
