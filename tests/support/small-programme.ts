import type { Measure, MeasureKey, Programme } from '../../src/domain/programme/programme.ts';
import type { Agency, AgencyCode, Roster } from '../../src/domain/programme/roster.ts';

/** A made-up organisation and year: nothing in the code may depend on the real one. */
export const SMALL_ROSTER: Roster = {
  id: 'wiang-2570',
  agencies: [
    agency('01', 'office', 'สำนักปลัดเทศบาล', ['สำนักงานปลัดเทศบาล']),
    agency('02', 'division', 'กองคลัง'),
    agency('03', 'division', 'กองช่าง'),
    agency('11', 'school', 'โรงเรียนวัดเหนือ'),
    agency('12', 'school', 'โรงเรียนวัดใต้'),
    agency('13', 'school', 'โรงเรียนบ้านกลาง'),
  ],
  classes: [
    { id: 'everyone', kinds: '*', label: 'ทุกส่วนราชการ', partLabel: 'ทุกส่วนราชการ', names: ['ทุกส่วนราชการ'] },
    {
      id: 'schools',
      kinds: ['school'],
      label: 'โรงเรียนทั้ง {count} แห่ง',
      partLabel: 'โรงเรียน {count} แห่ง',
      names: ['ทุกโรงเรียน'],
    },
  ],
};

const EVERYONE = SMALL_ROSTER.agencies.map(({ code }) => code);

/** Two parts, three issues, four groups; two measures of one issue have the same words. */
export const SMALL_PROGRAMME: Programme = {
  id: 'wiang-2570',
  version: '3',
  year: 2570,
  title: 'รายงานผลตามมาตรการคุณธรรม เทศบาลเวียง',
  organisation: 'เทศบาลเวียง',
  due: '2027-05-31',
  roster: SMALL_ROSTER.id,
  statuses: [
    { id: 'done', label: 'ดำเนินการแล้ว' },
    { id: 'in-progress', label: 'อยู่ระหว่างดำเนินการ' },
    { id: 'not-started', label: 'ยังไม่ดำเนินการ' },
    { id: 'not-applicable', label: 'ไม่เกี่ยวข้อง' },
  ],
  report: {
    cover: ['รายงานผล', 'เทศบาลเวียง'],
    heading: 'รายงานผล ปี ๒๕๗๐',
    introduction: ['เทศบาลเวียงได้รวบรวมผล (ณ เดือน{asOf}) ดังนี้'],
    asOf: 'พฤษภาคม ๒๕๗๐',
    compiledBy: ['สำนักปลัดเทศบาล'],
  },
  parts: [
    {
      id: 'IIT',
      title: 'แบบวัดภายใน',
      issues: [
        {
          number: 1,
          title: '๑) การปฏิบัติหน้าที่',
          sheetName: '๑ การปฏิบัติหน้าที่',
          indicator: { id: 'I1', title: 'การปฏิบัติหน้าที่' },
          groups: [
            {
              number: 1,
              measures: [
                measure('1.1.1', '๑.', 'ประกาศนโยบายไม่รับของขวัญ', EVERYONE),
                measure('1.1.2', '๒.', 'จัดอบรมปีละ ๒ ครั้ง', EVERYONE),
                measure('1.1.3', '๓.', 'จัดอบรมปีละ ๒ ครั้ง', EVERYONE),
              ],
            },
          ],
        },
        {
          number: 2,
          title: '๒) การใช้งบประมาณ',
          sheetName: '๒ การใช้งบประมาณ',
          indicator: { id: 'I2', title: 'การใช้งบประมาณ' },
          groups: [
            { number: 1, measures: [measure('2.1.1', undefined, 'เผยแพร่แผนการใช้จ่าย', ['02'])] },
            {
              number: 2,
              measures: [
                measure('2.2.1', '๑.', 'แจ้งเวียนแผนการใช้จ่าย', EVERYONE),
                measure('2.2.2', '๒.', 'รายงานผลรายไตรมาส', EVERYONE),
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'EIT',
      title: 'แบบวัดภายนอก',
      issues: [
        {
          number: 3,
          title: '๓) คุณภาพการดำเนินงาน',
          sheetName: '๓ คุณภาพการดำเนินงาน',
          indicator: { id: 'E1', title: 'คุณภาพการดำเนินงาน' },
          groups: [{ number: 1, measures: [measure('3.1.1', '๑.', 'จัดระบบคิว', EVERYONE)] }],
        },
      ],
    },
  ],
};

/** An agency of the small roster by its code. */
export function smallAgency(code: string): Agency {
  return SMALL_ROSTER.agencies.find((candidate) => candidate.code === code)!;
}

/** The small programme after the office took measures out. */
export function withoutMeasures(...keys: readonly string[]): Programme {
  return mapMeasures(SMALL_PROGRAMME, (measure) => (keys.includes(measure.key) ? undefined : measure));
}

/** A programme with its measures changed or, where nothing is given for them, left out. */
export function mapMeasures(programme: Programme, change: (measure: Measure) => Measure | undefined): Programme {
  const parts = programme.parts.map((part) => ({
    ...part,
    issues: part.issues.map((issue) => ({
      ...issue,
      groups: issue.groups.map((group) => ({
        ...group,
        measures: group.measures.flatMap((measure) => change(measure) ?? []),
      })),
    })),
  }));
  return { ...programme, parts };
}

function agency(code: string, kind: string, name: string, aliases: readonly string[] = []): Agency {
  return { code: code as AgencyCode, kind, name, aliases };
}

function measure(key: string, printed: string | undefined, text: string, agencies: readonly string[]): Measure {
  return {
    key: key as MeasureKey,
    ...(printed === undefined ? {} : { printed }),
    text,
    responsible: { printed: 'ทุกส่วนราชการ', agencies: agencies as readonly AgencyCode[] },
    misprints: [],
  };
}
