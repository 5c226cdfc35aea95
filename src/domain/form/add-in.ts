/** The reference to the add-in in every workbook, by which its pane opens together with the workbook. */
export const ADD_IN = {
  /** GUID, the same as in manifest.xml. It never changes: Excel would take another id for another add-in. */
  id: '8cad0563-8d48-4a9e-852e-dab22bdfe3e6',
  /**
   * The same as in manifest.xml: Microsoft's documentation asks for it with `EXCatalog` (develop/automatically-open-a-task-pane-with-a-document).
   * No value is documented to outlive an update (OfficeDev/office-js#4838, #6227): docs/deploy.md says when to raise it.
   */
  version: '1.0.0.0',
} as const;
