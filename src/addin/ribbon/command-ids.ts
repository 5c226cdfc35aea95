/** The actions of the ribbon's buttons and the keyboard shortcuts; manifest.xml and shortcuts.json have the same ids. */
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
