/** The add-in as manifest.xml names it: every workbook that is made refers to it, and the manifest is held to it by a test. */
export const ADD_IN = {
  /** GUID. It never changes: Excel would take another one for another add-in. */
  id: '8cad0563-8d48-4a9e-852e-dab22bdfe3e6',
  version: '1.0.0.0',
} as const;
