/** What marks the place of the report in a template, as a paragraph of its own. */
export const PLACE_MARK = '{{รายงาน}}';

/** Why a file cannot be the template of a document. */
export type TemplateFault =
  | 'empty'
  /** No document of Word, but perhaps one of Excel. */
  | 'not-document'
  /** A .doc of Word 97–2003. */
  | 'old-format'
  | 'encrypted'
  | 'rights-managed'
  /** ISO 29500-1 Strict, whose names are others. */
  | 'strict'
  | 'damaged'
  | 'too-large';

/** What a document took from the program because its template lacks it, and what of the template it could not take over. */
export type TemplateNotice =
  /** The template has a text and no place for the report, which stands behind the text. */
  | { readonly code: 'template-no-place' }
  /** The place is in a table or a text box, where no report fits; the report stands behind the text. */
  | { readonly code: 'template-place-inside' }
  /** There are several places; the report stands at the first, the others are left as they are. */
  | { readonly code: 'template-places'; readonly count: number }
  /** What stood at the place of the report, besides its mark. */
  | { readonly code: 'template-text-replaced'; readonly text: string }
  /** A picture, table or other object stood at the place of the report. */
  | { readonly code: 'template-object-replaced' }
  /** Names of styles that the program added. */
  | { readonly code: 'template-styles'; readonly names: readonly string[] }
  /** The template does not say in which font texts are; they are as without a template. */
  | { readonly code: 'template-no-font' }
  /** The template's font and size for Thai text, in points, where they are not those of official documents. */
  | { readonly code: 'template-font'; readonly font: string; readonly size: number }
  /** Thai text had another language. */
  | { readonly code: 'template-language' }
  /** There is no page of this orientation; the other was turned. */
  | { readonly code: 'template-turned'; readonly orientation: 'portrait' | 'landscape' }
  /** The margins leave no room for the table, so that the page is as without a template. */
  | { readonly code: 'template-narrow' }
  | { readonly code: 'template-page-numbers' }
  | { readonly code: 'template-macros' }
  /** Addresses outside the file to which it is linked. */
  | { readonly code: 'template-external'; readonly targets: readonly string[] }
  /** Names of embedded objects, signatures and other parts. */
  | { readonly code: 'template-parts'; readonly names: readonly string[] };

/** What is of the template and not in the document, or not where it should be: somebody has to look at it before it is signed. */
const TO_LOOK_AT: ReadonlySet<TemplateNotice['code']> = new Set([
  'template-no-place',
  'template-place-inside',
  'template-places',
  'template-text-replaced',
  'template-object-replaced',
  'template-macros',
  'template-external',
  'template-parts',
]);

/** Whether somebody has to look at it before the document is signed; the others tell what the program filled in. */
export function isToLookAt({ code }: TemplateNotice): boolean {
  return TO_LOOK_AT.has(code);
}
