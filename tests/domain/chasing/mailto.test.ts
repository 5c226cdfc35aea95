import fc from 'fast-check';
import { addressIn, mailtoLink, MAX_MAILTO, type Email } from '../../../src/domain/chasing/mailto.ts';

const NOTE = '[โปรดวางข้อความที่นี่]';

/** What a program for e-mail makes of a link (RFC 6068). */
function opened(href: string): Email {
  const { protocol, pathname, searchParams } = new URL(href.replaceAll('+', '%2B'));
  expect(protocol).toBe('mailto:');
  const fieldOf = (name: string): string => searchParams.get(name) ?? '';
  return {
    to: decodeURIComponent(pathname),
    subject: fieldOf('subject'),
    body: fieldOf('body').replaceAll('\r\n', '\n'),
  };
}

describe('a link to an e-mail', () => {
  it('opens the message as it is where that is short', () => {
    const email = { to: 'ita+1@wiang.go.th', subject: 'ขอติดตาม & เร่งรัด', body: 'เรียน ผู้ประสานงาน\n\n100% ? = #' };
    const link = mailtoLink(email, NOTE);
    expect(link).toMatchObject({ email, isShortened: false });
    expect(opened(link.href)).toEqual(email);
    expect(link.href).toContain('%0D%0A');
  });

  it('keeps the first lines of a longer one, and says what to do', () => {
    const body = ['เรียน ผู้ประสานงานกองคลัง', '', 'ก'.repeat(300), 'จบ'].join('\n');
    const { email, isShortened } = mailtoLink({ to: 'a@b.th', subject: 'เรื่อง', body }, NOTE);
    expect(isShortened).toBe(true);
    expect(email.body).toBe(`เรียน ผู้ประสานงานกองคลัง\n\n${NOTE}`);
  });

  it('never exceeds its limit, and opens the text that is shown', () => {
    const text = fc.string({
      unit: fc.constantFrom('ก', 'a', ' ', '\n', '\r\n', '&', '?', '%', '😀', '\ud800', '+'),
      maxLength: 3000,
    });
    fc.assert(
      fc.property(text, text, text, (to, subject, body) => {
        const { href, email, isShortened } = mailtoLink({ to: addressIn(to), subject, body }, NOTE);
        expect(href.length).toBeLessThanOrEqual(MAX_MAILTO);
        expect(opened(href)).toEqual(email);
        expect(isShortened || email.body.length === body.replaceAll('\r\n', '\n').length).toBe(true);
      }),
    );
  });
});

describe('the address in what a person wrote', () => {
  it.each([
    ['ita@wiang.go.th', 'ita@wiang.go.th'],
    ['คุณสมชาย <somchai.j@wiang.go.th> หรือ b@c.th', 'somchai.j@wiang.go.th'],
    ['ไม่มี', ''],
    ['@line', ''],
  ])('%s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });
});
