/** The add-in as manifest.xml names it: every workbook that is made refers to it, and the manifest is held to it by a test. */
export const ADD_IN = {
  /** GUID. It never changes: Excel would take another one for another add-in. */
  id: '34b7e2d0-1ee4-4d44-a56b-dec9e22b3fe3',
  version: '1.0.0.0',
} as const;
