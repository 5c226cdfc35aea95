/**
 * A text as Excel must be given it to keep it: with a `'` before everything that it might take for a formula, a number, a
 * date or a boolean, in the digits and words of whatever language it speaks, and before a `'`, which it would swallow.
 */
export function guarded(text: string): string {
  const plain = /^\p{L}/u.test(text) && !/\p{Nd}/u.test(text) && !/^(true|false|จริง|เท็จ)$/i.test(text);
  return text === '' || plain ? text : `'${text}`;
}
