import { cliTh } from '../../../src/domain/messages/th/cli.ts';
import { findingsTh } from '../../../src/domain/messages/th/findings.ts';
import { paneTh } from '../../../src/domain/messages/th/pane.ts';
import { requestsTh } from '../../../src/domain/messages/th/requests.ts';
import { rolloverTh } from '../../../src/domain/messages/th/rollover.ts';
import { sharedPaneTh } from '../../../src/domain/messages/th/shared-pane.ts';
import { sharingTh } from '../../../src/domain/messages/th/sharing.ts';
import { yearTh } from '../../../src/domain/messages/th/year.ts';
import { th } from '../../../src/domain/messages/th/words.ts';
import { describeProblem } from '../../../src/domain/messages/message.ts';

/** All texts of an object of words. */
function textsOf(words: unknown): readonly string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsOf);
}

const TEXTS = [
  th,
  findingsTh,
  paneTh,
  requestsTh,
  sharedPaneTh,
  sharingTh,
  rolloverTh,
  yearTh,
  { ...cliTh, help: '' },
].flatMap(textsOf);

describe('Thai sentences, as an officer writes them', () => {
  it.each([
    ['call groups of measures by a number, which no sheet shows', /กลุ่มที่ \{|ลำดับที่ \{/],
    ['say that nothing is to be done in words of everyday speech', /ไม่ต้องทำอะไร/],
    ['have instants of computers', /\d{4}-\d{2}-\d{2}T/],
    ['use one phrase for two counts', /จาก \{\w+\} จาก/],
    ['speak of Latin letters', /ละติน/],
    ['say what is done to a thing, as translations do', /ถูก(?!ต้อง|มาตรการ)/],
    ['call the form by two names', /แบบฟอร์ม/],
  ])('never %s', (_what, wrong) => {
    expect(TEXTS.filter((text) => wrong.test(text))).toEqual([]);
  });

  it('tell measures whose rows conflict by issue and number', () => {
    const { message } = describeProblem({ code: 'row-identity-conflict', found: '1.1.1, 1.1.2', text: 'ก' }, 'th');
    expect(message).toContain('คือ ประเด็นที่ ๑ ข้อ ๑ และประเด็นที่ ๑ ข้อ ๒');
  });
});
