/** Words that the pane needs before the rest of it is loaded. */
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

/** All of them in one language; `{name}` stands for a fact of the same name. */
export type StartWords = Readonly<Record<StartLabel, string>>;
