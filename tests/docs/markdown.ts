/** A table; cells may hold any text but line breaks. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text in the font of code; characters that nobody sees are written as escapes. */
export function code(text: string): string {
  const visible = text.replace(
    /[\p{Cf}\p{Co}\u00a0\u2007\u202f]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.includes('`') ? `\`\` ${visible} \`\`` : `\`${visible}\``;
}

/** A whole page from its blocks. */
export function page(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

export const GENERATED = '<!-- Written by `npm run docs`. Change the code it describes, not this file. -->';
