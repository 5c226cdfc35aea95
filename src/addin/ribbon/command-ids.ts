/** What the ribbon's buttons and the keyboard's shortcuts run; the same ids are in manifest.xml and shortcuts.json. */
export const COMMANDS = [
  'openPane',
  'makeWorkbooks',
  'checkWorkbook',
  'toThaiDigits',
  'toArabicDigits',
  'consolidateReport',
] as const;

/** One of them. */
export type CommandId = (typeof COMMANDS)[number];
