import { foldDigits } from '../../text/digits.ts';
import { entryRule, type CheckedText } from './rule.ts';

/** A list's number at the beginning of a paragraph: `๑.`, `๑)`, `(๑)`, `ข้อ ๑`; not `๑.๑`, nor `๑๐ ฝ่าย`. */
const NUMBER = /^(?:(\d{1,2})([.)])(?!\d)|\((\d{1,2})\)|(?:ข้อ|ข้อที่) ?(\d{1,2})(?![\d.]))/;

/**
 * Paragraphs of one answer whose numbering restarts or skips a number. A paragraph without a number may start a new
 * list.
 */
export const numberingBroken = entryRule({
  code: 'numbering-broken',
  severity: 'may',
  facts: ['number', 'expected'],
  parameters: {},
  *find({ texts }) {
    let last: { readonly number: number; readonly style: string } | undefined;
    for (const at of texts) {
      if (at.source.field !== 'result') continue;
      const item = itemOf(at);
      if (item && last?.style === item.style && item.number !== last.number + 1) {
        const span = { start: 0, end: item.length };
        yield { at, span, facts: { number: item.number, expected: last.number + 1 } };
      }
      last = item;
    }
  },
});

function itemOf({
  text,
}: CheckedText): { readonly number: number; readonly style: string; readonly length: number } | undefined {
  const match = NUMBER.exec(foldDigits(text.slice(0, 12)));
  if (match === null) return undefined;
  const [found, plain, mark, inBrackets, named] = match as readonly (string | undefined)[];
  const style = mark ?? (inBrackets === undefined ? 'ข้อ' : '()');
  return { number: Number(plain ?? inBrackets ?? named), style, length: found?.length ?? 0 };
}
