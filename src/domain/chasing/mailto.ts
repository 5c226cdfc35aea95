/** A message to be sent by e-mail. */
export interface Email {
  /** Address; empty where none is known. */
  readonly to: string;
  readonly subject: string;
  /** Lines are separated by a line feed. */
  readonly body: string;
}

/** A link that opens a message in the person's e-mail program, and the message as it appears there. */
export interface MailtoLink {
  readonly href: string;
  readonly email: Email;
  /** Whether the text was too long, so that `email` has only its first lines and a note. */
  readonly isShortened: boolean;
}

/**
 * The length of a `mailto:` link that every program accepts. RFC 6068 sets no limit. On Windows, Chromium and Edge open no link longer
 * than 2048 characters including its two quotation marks (`kMaxUrlLength` in `platform_util_win.cc`, after Mozilla's “2K is safe”
 * for `ShellExecute`); with Outlook, 2046 were measured in Chrome, Firefox and Internet Explorer, and 2008 in a later Firefox.
 * @internal
 */
export const MAX_MAILTO = 2000;

/**
 * The link to a message. A Thai letter takes nine characters of a link, so a message of more than about two hundred letters is shortened
 * to the lines that fit. If not even the first line fits, the body is left out, and then the subject.
 * @param note appended to a shortened body; it tells the person what to do
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

/** The lines as one text without trailing blank lines; an empty list if nothing is left. */
function trimmedEnd(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n').trimEnd();
  return text === '' ? [] : [text];
}

function linkTo(message: Email): Omit<MailtoLink, 'isShortened'> {
  const email = { to: encodable(message.to), subject: encodable(message.subject), body: encodable(message.body) };
  const fields = [
    ['subject', email.subject],
    ['body', email.body.replaceAll('\n', '\r\n')],
  ].flatMap(([name = '', text = '']) => (text === '' ? [] : [`${name}=${encodeURIComponent(text)}`]));
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  return { href: `mailto:${encodeURIComponent(email.to).replace('%40', '@')}${query}`, email };
}

/** The text without lone surrogates, which `encodeURIComponent` refuses, and with line feeds as the only line breaks. */
function encodable(text: string): string {
  return text.replace(/\p{Cs}/gu, '\u{fffd}').replace(/\r\n?/g, '\n');
}

/** The first address in a text that a person wrote, such as “ita@example.go.th (คุณสมชาย)”; empty if there is none. */
export function addressIn(text: string): string {
  return /[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/.exec(text)?.[0] ?? '';
}
