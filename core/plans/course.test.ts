import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { isFiled, lacking, planCourse, type PlanEntry } from './course.ts';

const entry = (act: string, more: Partial<PlanEntry> = {}): PlanEntry => ({ act, person: 'P', reason: null, on: date('2026-03-02'), details: null, votes: null, ...more });
const drawn = (revision: number) => entry('revise', { details: { revision } });
const signed = (school: string) => entry('sign_school', { details: { school } });
const decided = entry('resolve', { details: { number: '纪要1号', on: date('2026-03-01'), attendees: '甲、乙' } });
const receipt = (act: string) => entry(act, { details: { number: act, on: date('2026-03-02') } });

describe('M8-a: whose signature is under the lines as they stand', () => {
  test('each school of the lines and the college, in whichever order', () => {
    const course = planCourse([entry('open'), drawn(1), signed('S1'), entry('sign_college')]);
    expect(lacking(course, ['S1', 'S2'])).toEqual({ schools: ['S2'], college: false });
    expect(lacking(planCourse([entry('open'), drawn(1)]), ['S1'])).toEqual({ schools: ['S1'], college: true });
  });

  test('a later revision is signed by nobody yet, and the earlier signatures stay with theirs', () => {
    const course = planCourse([entry('open'), drawn(1), signed('S1'), entry('sign_college'), drawn(2), signed('S1')]);
    expect(lacking(course, ['S1'])).toEqual({ schools: [], college: true });
    expect(course.signatures.map(({ revision, school_id }) => [revision, school_id])).toEqual([[1, 'S1'], [1, null], [2, 'S1']]);
  });
});

describe('how far it has come', () => {
  const tabled = [entry('open'), drawn(1), signed('S1'), entry('sign_college'), entry('table'), entry('coordinate_drc'), entry('coordinate_bureau')];
  test('M8-c: filed with both receipts and not with one, of whichever body', () => {
    expect(isFiled(planCourse([...tabled, decided]))).toBe(false);
    for (const one of ['file_province', 'file_exam']) expect(isFiled(planCourse([...tabled, decided, receipt(one)]))).toBe(false);
    expect(isFiled(planCourse([...tabled, decided, receipt('file_exam'), receipt('file_province')]))).toBe(true);
  });

  test('what was returned is co-ordinated anew, what the province sent back is not decided any more', () => {
    expect(planCourse([...tabled, entry('return')])).toMatchObject({ bureau: null, drc: null, revision: 1 });
    expect(planCourse([...tabled, decided, receipt('file_exam'), entry('send_back')])).toMatchObject({ decided: null, exam: null });
    expect(planCourse([...tabled, decided]).decided).toMatchObject({ revision: 1, number: '纪要1号', met_on: '2026-03-01', on: '2026-03-02' });
  });
});
