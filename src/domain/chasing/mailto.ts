/** A message to be sent by e-mail. */
export interface Email {
  /** Address; empty where none is known. */
  readonly to: string;
  readonly subject: string;
  /** Lines are separated by a line feed. */
  readonly body: string;
}

/** A link that opens a message in the person's own program for e-mail, and the message as it will stand there. */
export interface MailtoLink {
  readonly href: string;
  readonly email: Email;
  /** Whether the text was too long, so that `email` has only its first lines, and a note. */
  readonly isShortened: boolean;
}

/**
 * Characters of a `mailto:` link that every program takes. RFC 6068 sets no limit. On Windows, Chromium and Edge open nothing that is longer
 * than 2048 characters with the two quotation marks around it (`kMaxUrlLength` in `platform_util_win.cc`, by Mozilla's “2K is safe”
 * for `ShellExecute`); with Outlook people measured 2046 in Chrome, Firefox and Internet Explorer, and 2008 in a later Firefox.
 * @internal
 */
export const MAX_MAILTO = 2000;

/**
 * The link to a message. A Thai letter takes nine characters of a link, so that a message of more than some two hundred is shortened to the lines that
 * fit, and `note`, which says what to do; where not even that fits, the body or the subject is left out.
 */
export function mailtoLink(email: Email, note: string): MailtoLink {
  const whole = linkTo(email);
  if (whole.href.length <= MAX_MAILTO) return { ...whole, isShortened: false };
  const lines = email.body.split('\n');
  const fitting = lines
    .map((_, index) => [...trimmedEnd(lines.slice(0, lines.length - 1 - index)), note].join('\n\n'))
    .map((body) => linkTo({ ...email, body }));
  const shorter = [...fitting, linkTo({ ...email, body: '' }), linkTo({ ...email, subject: '', body: '' })];
  const found = shorter.find(({ href }) => href.length <= MAX_MAILTO) ?? linkTo({ to: '', subject: '', body: '' });
  return { ...found, isShortened: true };
}

/** The lines as one text without blank ones at its end, or none. */
function trimmedEnd(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n').trimEnd();
  return text === '' ? [] : [text];
}

function linkTo(message: Email): Omit<MailtoLink, 'isShortened'> {
  const email = { to: wellFormed(message.to), subject: wellFormed(message.subject), body: wellFormed(message.body) };
  const fields = [
    ['subject', email.subject],
    ['body', email.body.replaceAll('\n', '\r\n')],
  ].flatMap(([name = '', text = '']) => (text === '' ? [] : [`${name}=${encodeURIComponent(text)}`]));
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  return { href: `mailto:${encodeURIComponent(email.to).replace('%40', '@')}${query}`, email };
}

/** A lone surrogate is no character, and has no code in UTF-8; every line ends in one way. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\u{fffd}').replace(/\r\n?/g, '\n');
}

/** The first address in a text that a person wrote, such as “ita@example.go.th (คุณสมชาย)”; empty if there is none. */
export function addressIn(text: string): string {
  return /[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/.exec(text)?.[0] ?? '';
}
