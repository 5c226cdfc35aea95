import { messagesIn } from '../../src/cli/output/messages.ts';
import { mergeText } from '../../src/cli/output/render-merge.ts';
import { messageContext } from '../../src/domain/messages/message.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { mergeMaster } from '../../src/usecases/merge-master.ts';
import { answersOf, type AgencyAnswers } from '../support/agency-answers.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../support/small-programme.ts';
import { WorkedMaster } from '../support/worked-master.ts';

const created = '2027-06-01T00:00:00Z';

/** What a preview shows of a merge with answers, after somebody edited the report of others. */
function previewOf(
  before: AgencyAnswers,
  now: AgencyAnswers,
  [text, by]: readonly [string, string],
): readonly string[] {
  const master = new WorkedMaster(contentOfPlan(planMaster(answersOf(before), { created })));
  const merge = mergeMaster(master.replace(text, text, by).content, answersOf(now))!;
  const context = messageContext({ programme: SMALL_PROGRAMME, roster: SMALL_ROSTER }, 'office');
  return mergeText({ path: 'รายงาน.xlsx', isWritten: false, merge, context }, messagesIn('th')).split('\n');
}

/** So many paragraphs of an agency, each like no other. */
function many(count: number, words: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${words} ${index + 1}`);
}

describe('the preview of a merge', () => {
  it('says first how much changes and what meets an edit, and shows the measures with such changes before others', () => {
    const lines = previewOf(
      { '02': { '1.1.1': ['อบรม ๒๕ คน'], '1.1.2': ['ประชุม ๓ ครั้ง'] } },
      { '02': { '1.1.1': ['อบรม ๓๐ คน'], '1.1.2': ['ประชุม ๔ ครั้ง', 'ประกาศแล้ว'] } },
      ['ประชุม', 'จัดประชุม'],
    );
    expect(lines.slice(0, 3)).toEqual([
      'ดูตัวอย่างเท่านั้น ยังไม่ได้เขียน “รายงาน.xlsx” จะเปลี่ยนแปลง ๒ มาตรการ',
      'จะมี ๑ รายการที่ต้องทบทวน ในแผ่นงาน “ทบทวน”',
      'คำตอบใหม่กระทบข้อความที่แก้ไขไว้ ๑ รายการ เพิ่มใหม่ ๑ รายการ เปลี่ยน ๑ รายการ ถอน ๐ รายการ',
    ]);
    expect(lines.slice(3).map((line) => line.replace(/“.*/, '').replace('กองคลัง : ', ''))).toEqual([
      '@ ประเด็นที่ ๑ ข้อ ๒ ',
      '- จัดประชุม ๓ ครั้ง',
      '+ จัดประชุม ๔ ครั้ง',
      '+ ประกาศแล้ว',
      '@ ประเด็นที่ ๑ ข้อ ๑ ',
      '- อบรม ๒๕ คน',
      '+ อบรม ๓๐ คน',
    ]);
  });

  it('shows forty paragraphs, and says how many more there are', () => {
    const lines = previewOf(
      { '02': { '1.1.1': ['อบรม'] } },
      { '02': { '1.1.1': ['อบรม', ...many(57, 'ประกาศครั้งที่')] } },
      ['อบรม', 'จัดอบรม'],
    );
    expect(lines.filter((line) => line.startsWith('+ '))).toHaveLength(40);
    expect(lines.at(-1)).toBe('และอีก ๑๗ รายการ (ดูทั้งหมดได้ด้วย --format json)');
  });

  it('shows of a long paragraph how it begins and where it differs', () => {
    const long = (said: string): string =>
      `${many(60, 'ติดตามผล').join(' ')} อบรม ${said} คน ${many(60, 'ประเมินผล').join(' ')}`;
    const lines = previewOf(
      { '02': { '1.1.1': [long('๒๕')], '1.1.2': ['ประชุม'] } },
      { '02': { '1.1.1': [long('๓๐')], '1.1.2': ['ประชุม'] } },
      ['ประชุม', 'จัดประชุม'],
    );
    const [gone, come] = ['- ', '+ '].map((sign) => lines.find((line) => line.startsWith(sign))!);
    expect(gone).toMatch(/^- กองคลัง : ติดตามผล 1 .*… .*ติดตามผล 60 อบรม ๒๕ คน ประเมินผล 1 .*…$/);
    expect(come).toMatch(/^\+ กองคลัง : ติดตามผล 1 .*… .*ติดตามผล 60 อบรม ๓๐ คน ประเมินผล 1 .*…$/);
    expect(Math.max(gone!.length, come!.length)).toBeLessThan(600);
  });
});
