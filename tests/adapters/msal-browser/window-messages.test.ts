import fc from 'fast-check';
import { answerIn, questionLink, questionOf } from '../../../src/adapters/msal-browser/window-messages.ts';

const PAGE = 'https://files.example.go.th/ita/sign-in.html';

describe('the question to the window in which a person signs in', () => {
  it('comes through the address as it was asked, whatever letters are in it and whatever office.js puts behind it', () => {
    fc.assert(
      fc.property(fc.record({ loginHint: fc.string({ unit: 'grapheme' }), claims: fc.string() }), (question) => {
        const link = questionLink(PAGE, question);
        expect(link).toMatch(/^https:\/\/files\.example\.go\.th\/ita\/sign-in\.html#ask=[\w-]+$/);
        expect(questionOf(new URL(`${link}&_host_Info=Excel`).hash)).toEqual(question);
      }),
    );
  });

  it.each(['', '#', '#ask=', '#ask=%E0', '#ask=AAAA', '#ask=bnVsbA', '#code=c&state=s'])(
    'is none in “%s”',
    (fragment) => {
      expect(questionOf(fragment)).toBeUndefined();
    },
  );
});

describe('what the window says', () => {
  it.each([
    { token: 't', expiresAt: 1, name: 'somchai@example.go.th' },
    { error: 'access_denied', description: 'AADSTS65004' },
  ])('is an answer: %j', (answer) => {
    expect(answerIn(JSON.stringify(answer))).toEqual(answer);
  });

  it.each(['', 'null', '1', '[]', '{"token":1}', '{"token":"t","expiresAt":"1","name":"n"}', '{"error":"e"}'])(
    'is no answer: %s',
    (message) => {
      expect(answerIn(message)).toBeUndefined();
    },
  );

  it('is never taken for one by chance', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (message) => answerIn(message) === undefined));
  });
});
