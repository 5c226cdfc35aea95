/** Texts that the pane needs before the rest of it is loaded. */
export type StartLabel =
  | 'title'
  | 'looking'
  | 'no-workbook'
  | 'other-work'
  | 'without-workbook'
  | 'check'
  | 'digits'
  | 'make'
  | 'consolidate'
  | 'settings'
  | 'not-shown'
  | 'not-shown-remedy'
  | 'try-again';

/** These texts in one language; `{name}` is a slot for a fact. */
export type StartWords = Readonly<Record<StartLabel, string>>;
