/**
 * Guards a text so that Excel stores it as text: with a leading `'` if Excel might take it for a formula, number, date
 * or boolean in any language, or if it starts with `'` itself.
 */
export function guarded(text: string): string {
  const plain = /^\p{L}/u.test(text) && !/\p{Nd}/u.test(text) && !/^(true|false|จริง|เท็จ)$/i.test(text);
  return text === '' || plain ? text : `'${text}`;
}
