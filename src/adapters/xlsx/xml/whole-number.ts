/**
 * The number that a text of type xsd:unsignedInt stands for; undefined for any other text, above all for an empty one,
 * of which `Number` makes 0.
 */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
}
