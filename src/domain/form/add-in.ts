/** The add-in as every workbook refers to it, so that its pane opens with the workbook. */
export const ADD_IN = {
  /** GUID, the same as in manifest.xml. It never changes: Excel would take another one for another add-in. */
  id: '8cad0563-8d48-4a9e-852e-dab22bdfe3e6',
  /** Stays as it is when the add-in gets a new version: it is a part of every workbook, also of those that were sent. */
  version: '1.0.0.0',
} as const;
