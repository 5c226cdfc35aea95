import fc from 'fast-check';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { nameAgencies } from '../../../src/domain/programme/name-agencies.ts';
import {
  agencyByCode,
  findAgency,
  inRosterOrder,
  namesItself,
  nearestParty,
  resolveParty,
} from '../../../src/domain/programme/responsibility.ts';
import type { AgencyCode, Roster } from '../../../src/domain/programme/roster.ts';
import { SMALL_ROSTER } from '../../support/small-programme.ts';

const { roster } = builtInProgramme(2565)!;
const ALL = roster.agencies.map(({ code }) => code);
const DISTRICTS = ALL.filter((code) => code.startsWith('5'));
const DEPARTMENTS = ALL.filter((code) => code.startsWith('1'));
const someOf = (of: Roster) =>
  fc.subarray(
    of.agencies.map(({ code }) => code),
    { minLength: 1 },
  );
/** All but a few: what is named by what is left out. */
const mostOf = (of: Roster) =>
  fc
    .subarray(
      of.agencies.map(({ code }) => code),
      { maxLength: Math.floor(of.agencies.length / 3) },
    )
    .map((left) => of.agencies.map(({ code }) => code).filter((code) => !left.includes(code)));
const codes = (...list: readonly string[]) => list as readonly AgencyCode[];

describe('a responsible party', () => {
  it.each<[string, readonly string[]]>([
    ['สำนักอนามัย', ['1002']],
    ['สำนักงาน ก.ก.', ['0103']],
    ['สำนักงาน\u00a0ก.\u200bก.', ['0103']],
    ['สำนักงานประมาณกรุงเทพมหานคร', ['1014']],
    ['สํานักงานวางผังเเละพัฒนาเมือง', ['1012']],
    ['สำนักวัฒนธรรม กีฬา และการท่องเที่ยว', ['1007']],
    ['ทุกหน่วยงานและ ส่วนราชการใน สังกัด กรุงเทพมหานคร', ALL],
    ['ทุกหน่วยงานและส่วนราชการในสังกัดสำนักปลัดกรุงเทพมหานคร', ALL],
    ['ทุกหน่วยงานและส่วนราชการในสังกัด กรุงเทพมหานคร กรุงเทพมหานคร', ALL],
    ['ทุกสำนักงานเขต', DISTRICTS],
    ['สำนักงานเขต ทั้ง ๕๐ เขต', DISTRICTS],
    ['สำนักงานเขต ทั้ง 50 สำนักงานเขต', DISTRICTS],
    ['ทุกสำนัก', DEPARTMENTS],
    ['สำนักการคลัง, สำนักอนามัย', ['1002', '1009']],
    ['สำนักการคลัง\nสำนักอนามัยและสำนักงาน ก.ก.', ['0103', '1002', '1009']],
    ['สำนักการจราจรและขนส่งและสำนักการโยธา', ['1004', '1011']],
    ['สำนักวัฒนธรรม กีฬา และการท่องเที่ยว และทุกสำนักงานเขต', ['1007', ...DISTRICTS]],
  ])('%j means the agencies that it names', (party, expected) => {
    expect(resolveParty(roster, party)).toEqual(expected);
  });

  it.each(['', ' ', 'สำนักงานใหญ่', 'สำนักอนามัย และ', 'และสำนักอนามัย', 'สำนักอนามัย และกองใหม่', 'สำนักงานเขต ทั้ง ๔๙ เขต'])(
    '%j is unknown',
    (party) => {
      expect(resolveParty(roster, party)).toBeUndefined();
    },
  );

  it.each([
    ['สำนักการคลงั', 'สำนักการคลัง'],
    ['สำนักงานเขตบางกอกนอย', 'สำนักงานเขตบางกอกน้อย'],
    ['สำนักงานวางผังและพัฒนเมือง', 'สำนักการวางผังและพัฒนาเมือง'],
    ['ทุกหน่วยงานและส่วนราชการในสังกัดสำนักปลัดกรุงเทพฯ', 'ทุกหน่วยงานและส่วนราชการในสังกัดสำนักปลัดกรุงเทพมหานคร'],
    ['กระทรวงมหาดไทย', undefined],
  ])('near to a name, %j, suggests %j', (party, suggestion) => {
    expect(resolveParty(roster, party)).toBeUndefined();
    expect(nearestParty(roster, party)).toBe(suggestion);
  });
});

describe('finding an agency', () => {
  it.each(['0103', '๐๑๐๓', ' 0103 ', 'สำนักงาน ก.ก.', 'สำนักงานคณะกรรมการข้าราชการ กรุงเทพมหานคร'])('takes %j', (name) => {
    expect(findAgency(roster, name)?.code).toBe('0103');
  });

  it.each(['', 'ทุกสำนักงานเขต', '9999', 'สำนักอนามัย สำนักการคลัง'])('takes no class, list or stranger: %j', (name) => {
    expect(findAgency(roster, name)).toBeUndefined();
  });

  it('by code keeps the order of the roster', () => {
    expect([...agencyByCode(roster).keys()]).toEqual(ALL);
    expect(inRosterOrder(roster, codes('5001', '0101', '5001'))).toEqual(['0101', '5001']);
  });
});

describe('the name of a set of agencies', () => {
  it.each<[string, readonly AgencyCode[], string]>([
    ['one', codes('0103'), 'สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร'],
    ['two', codes('1009', '1002'), 'สำนักอนามัย และสำนักการคลัง'],
    ['three', codes('1002', '1003', '5001'), 'สำนักอนามัย สำนักการศึกษา และสำนักงานเขตพระนคร'],
    ['everybody', ALL, 'ทุกหน่วยงาน'],
    ['a whole class', DISTRICTS, 'สำนักงานเขต ทั้ง ๕๐ เขต'],
    ['a class and others', codes('1002', '1003', ...DISTRICTS), 'สำนักอนามัย สำนักการศึกษา และสำนักงานเขต ทั้ง ๕๐ เขต'],
    ['two classes', [...DISTRICTS, ...DEPARTMENTS], 'ทุกสำนัก และสำนักงานเขต ทั้ง ๕๐ เขต'],
    [
      'most of a class',
      DISTRICTS.slice(0, 39),
      `สำนักงานเขต ๓๙ แห่ง (ยกเว้น ${nameAgencies(roster, DISTRICTS.slice(39)).words})`,
    ],
    ['half of a class', DISTRICTS.slice(0, 3), 'สำนักงานเขตพระนคร สำนักงานเขตป้อมปราบศัตรูพ่าย และสำนักงานเขตสัมพันธวงศ์'],
    ['everybody but one', ALL.slice(0, -1), 'ทุกหน่วยงาน (ยกเว้น สำนักงานเขตบางบอน)'],
    [
      'a class, most of another and one more',
      codes('0103', ...DEPARTMENTS, ...DISTRICTS.slice(1)),
      'สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร ทุกสำนัก และสำนักงานเขต ๔๙ แห่ง (ยกเว้น สำนักงานเขตพระนคร)',
    ],
    ['nobody', [], ''],
  ])('of %s', (_, list, name) => {
    expect(nameAgencies(roster, list).words).toBe(name);
  });

  it('counts the members that the class has in this roster', () => {
    expect(nameAgencies(SMALL_ROSTER, codes('11', '12', '13')).words).toBe('โรงเรียนทั้ง ๓ แห่ง');
  });

  it('is never longer than naming each agency and whole class', () => {
    fc.assert(
      fc.property(mostOf(roster), (list) => {
        const classes = roster.classes.map(({ id, kinds, label = '', names }) => ({ id, kinds, label, names }));
        const whole = nameAgencies({ ...roster, classes: classes.filter(({ label }) => label !== '') }, list);
        expect(nameAgencies(roster, list).words.length).toBeLessThanOrEqual(whole.words.length);
      }),
    );
  });

  it.each(['สำนักงานเขต ๓๙ แห่ง (ยกเว้น สำนักงานเขตพระนคร)', 'ทุกหน่วยงาน (ยกเว้น สำนักใหม่)', 'ทุกหน่วยงาน (ยกเว้น สำนักอนามัย'])(
    'is not %j, which contradicts itself or names a stranger',
    (words) => {
      expect(resolveParty(roster, words)).toBeUndefined();
    },
  );

  it.each([
    ['the real roster', roster],
    ['another roster', SMALL_ROSTER],
  ])('is understood again, with %s', (_, of) => {
    fc.assert(
      fc.property(fc.oneof(someOf(of), mostOf(of)), (list) => {
        expect(resolveParty(of, nameAgencies(of, list).words)).toEqual(list);
      }),
    );
  });
});

/** These agencies are named by the text, and no other is. */
function expectNamed(text: string, named: readonly AgencyCode[]) {
  expect(namesItself(roster, text, named)).toBe(true);
  const others = ALL.filter((code) => !named.includes(code));
  expect(others.filter((other) => namesItself(roster, text, [...named, other]))).toEqual([]);
}

describe('the agencies that a text names', () => {
  it.each<[string, string, readonly string[]]>([
    ['a name anywhere', 'ร่วมกับสำนักอนามัยจัดอบรม', ['1002']],
    ['an alias, spaced differently', '- สำนักงานก.ก. มีหนังสือ', ['0103']],
    ['the longer of two names', 'ให้บริการได้ทุกสำนักงานเขต', DISTRICTS],
    ['a name inside no other', 'สำนักงานเขตทวีวัฒนา', ['5048']],
    ['a class in Thai digits', 'ให้สำนักงานเขต ทั้ง ๕๐ สำนักงานเขต', DISTRICTS],
    ['a class and an agency', 'สำนักงาน ก.ก. เวียนแจ้งทุกหน่วยงาน', ALL],
    ['itself, at the beginning', 'กรุงเทพมหานครมีระบบ', ALL],
    ['itself, after a bullet', '  - หัวหน้าหน่วยงานมีการติดตาม', ALL],
    ['itself, after a number', '๑.) ผู้บังคับบัญชามีการติดตาม', ALL],
    ['not itself, further on', 'มีการเผยแพร่ของกรุงเทพมหานครโดยผู้บังคับบัญชา', []],
    ['nobody', 'ดำเนินการแล้ว', []],
  ])('are found for %s', (_, text, expected) => {
    expectNamed(text, codes(...expected));
  });

  it('are exactly those whose names were put into it', () => {
    fc.assert(
      fc.property(someOf(roster), fc.constantFrom(' ', ', ', 'ประชุมกับ', '\n- '), (list, between) => {
        const text = list.map((code) => agencyByCode(roster).get(code)?.name).join(between);
        expectNamed(`จัดโดย${text}`, list);
      }),
    );
  });
});

describe('a text that says itself who wrote it', () => {
  it.each<[boolean, string, readonly AgencyCode[], string]>([
    [true, 'one agency by its name', codes('1002'), 'สำนักอนามัยได้จัดอบรม'],
    [false, 'two agencies, one of them not named', codes('1002', '1003'), 'สำนักอนามัยได้จัดอบรม'],
    [true, 'everybody by the class', ALL, 'ทุกหน่วยงานได้จัดอบรม'],
    [true, 'everybody as the whole', ALL, 'กรุงเทพมหานครได้จัดอบรม'],
    [false, 'one agency that says "every agency"', codes('5001'), 'ทุกหน่วยงานได้จัดอบรม'],
    [false, 'one agency that says "the agency"', codes('5001'), '- หน่วยงานได้จัดอบรม'],
    [true, 'one agency that writes to every agency', codes('0103'), 'สำนักงาน ก.ก. มีหนังสือถึงทุกหน่วยงาน'],
    [false, 'another agency that tells of such a letter', codes('5001'), 'สำนักงาน ก.ก. มีหนังสือถึงทุกหน่วยงาน'],
    [true, 'all districts by their class', DISTRICTS, 'ทุกสำนักงานเขตมีจุดบริการ'],
    [false, 'all districts but one', DISTRICTS.slice(1), 'ทุกสำนักงานเขตมีจุดบริการ'],
  ])('%s: %s', (expected, _, writers, text) => {
    expect(namesItself(roster, text, writers)).toBe(expected);
  });
});

describe('a roster of nobody', () => {
  const nobody: Roster = { id: 'nobody', agencies: [], classes: [{ id: 'all', kinds: '*', names: ['ทุกหน่วยงาน'] }] };

  it('finds nobody', () => {
    expect(resolveParty(nobody, 'ทุกหน่วยงาน')).toBeUndefined();
    expect(nearestParty(nobody, 'ทุกหน่วยงาน')).toBeUndefined();
  });
});
