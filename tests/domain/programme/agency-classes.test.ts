import { nameOfClass, partingClasses, partingClassOf } from '../../../src/domain/programme/agency-classes.ts';
import { roster } from '../../support/report-2565.ts';
import { SMALL_ROSTER, smallAgency } from '../../support/small-programme.ts';

describe('the classes that part agencies', () => {
  it('are those with a label that are not everybody', () => {
    expect(partingClasses(SMALL_ROSTER).map(({ id }) => id)).toEqual(['schools']);
    expect(partingClasses(roster).map(({ id }) => id)).toEqual(['departments', 'districts']);
  });

  it('hold an agency by its kind, or none', () => {
    expect(partingClassOf(SMALL_ROSTER, smallAgency('12'))?.id).toBe('schools');
    expect(partingClassOf(SMALL_ROSTER, smallAgency('02'))).toBeUndefined();
  });

  it('are named with the number of their agencies', () => {
    expect(partingClasses(SMALL_ROSTER).map((each) => nameOfClass(SMALL_ROSTER, each))).toEqual(['โรงเรียนทั้ง 3 แห่ง']);
  });
});
