import { describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { toDecimalText } from '../../core/values/exact.ts';
import { date } from '../../core/values/plain-date.ts';
import { admissionYear } from '../admission/admission-year.ts';
import { loadRows } from '../campus-rows.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { TODAY } from '../schemes/made-scheme.ts';
import { closeTerm } from './closing.ts';
import { readConduct } from './conduct.ts';
import { stepConduct, type Conducting } from './conducting.ts';
import { gradeHistory, gradesOf } from './grades.ts';
import { correctGrade, releaseGrades, saveGrades } from './grading.ts';
import { does, GIVEN, IN_TERM, madeTeaching, madeTerm, NEW_CLASS, offeringOf, OLD_CLASS, said, TERM, type MadeTeaching } from './made-teaching.ts';
import { stepOffering, type Moving } from './moving.ts';
import { listOfferings } from './offering.ts';
import { openOfferings } from './opening.ts';
import { ownStudies } from './own.ts';
import { setTerm } from './terms.ts';

type Who = Pick<MadeTeaching['first'], 'account'>;

eachDatabase('teaching', (database) => {
  const store = madeStore(database);
  const made = () => madeTeaching(store.db());
  const open = ({ scene }: MadeTeaching, who: Who, class_id: string, term = TERM) => does(scene, who, (tx) => openOfferings(tx, { class_id, term }, TODAY));
  const move = async (of: MadeTeaching, who: Who, code: string, asked: Omit<Moving, 'offering_id' | 'version'>, class_id = NEW_CLASS) => {
    const { offering_id, version } = await offeringOf(of, class_id, code);
    return said(await does(of.scene, who, (tx) => stepOffering(tx, { offering_id, version, ...asked }, TODAY)));
  };
  const save = async (of: MadeTeaching, who: Who, code: string, ...grades: (readonly [string, string | null])[]) => {
    const { offering_id, version } = await offeringOf(of, NEW_CLASS, code);
    return said(await does(of.scene, who, (tx) => saveGrades(tx, { offering_id, version, grades: grades.map(([student_id, score]) => ({ student_id, score })) }, GIVEN)));
  };
  const release = async (of: MadeTeaching, who: Who, code: string) => {
    const { offering_id, version } = await offeringOf(of, NEW_CLASS, code);
    return said(await does(of.scene, who, (tx) => releaseGrades(tx, { offering_id, version }, GIVEN)));
  };
  const creditsOf = async ({ scene }: MadeTeaching) => new Map((await scene.as.read((tx) => loadRows(tx, 'credits', {}))).map((row) => [row.student_id, row]));
  const earnedOf = async (of: MadeTeaching) => Object.fromEntries([...await creditsOf(of)].map(([id, { earned, required }]) => [id, `${toDecimalText(earned)}/${toDecimalText(required)}`]));
  const opened = async () => {
    const of = await made();
    await madeTerm(of);
    expect((await open(of, of.academic, NEW_CLASS)).outcome).toBe('done');
    for (const code of ['A1', 'A2', 'A3']) expect(await move(of, of.academic, code, { act: 'assign', staff_no: 'T901' })).toBe('done');
    return of;
  };
  const FULL = [['N1', '85'], ['N2', '59.9'], ['N3', null]] as const;
  const released = async () => {
    const of = await opened();
    expect(await save(of, of.first, 'A1', ...FULL)).toBe('done');
    expect(await move(of, of.first, 'A1', { act: 'submit' })).toBe('done');
    expect(await release(of, of.other, 'A1')).toBe('done');
    return of;
  };

  describe('M9-b: courses of a class', () => {
    test('open with an approved scheme of programme and cohort, once, in the term that the cohort is in, and not without', async () => {
      const of = await made();
      expect(said(await open(of, of.academic, NEW_CLASS))).toBe('no_term M3-e');
      expect(said(await does(of.scene, of.academic, (tx) => setTerm(tx, { college_id: 'H', term: TERM, ...IN_TERM })))).toBe('done');
      expect(said(await open(of, of.academic, NEW_CLASS))).toBe('no_scheme M9-b');
      await madeTerm(of, 2023);
      expect(said(await open(of, of.academic, OLD_CLASS))).toBe('no_scheme M9-b');
      expect(said(await open(of, of.head, NEW_CLASS))).toBe('not_yours M3-e');
      expect(said(await open(of, of.academic, 'K9'))).toBe('no_class M3-e');
      expect(said(await open(of, of.academic, NEW_CLASS))).toBe('done');
      expect(said(await open(of, of.academic, NEW_CLASS))).toBe('opened_already M3-e');
      const offered = await of.scene.as.read((tx) => listOfferings(tx, { class_id: NEW_CLASS }));
      expect(offered.map(({ course_code, credits, planned_hours, state }) => [course_code, credits, planned_hours, state])).toEqual([['A1', '2.0', 36, 'open'], ['A2', '4.0', 64, 'open'], ['A3', '2.5', 48, 'open']]);
    });

    test('newcomers are told of as of no scheme until one is approved for their cohort, by the day on which it was', async () => {
      const of = await made();
      const bound = (year: number, on = TODAY) => of.scene.as.read(async (tx) => (await admissionYear(tx, year, on)).find(({ programme_id }) => programme_id === 'P')?.has_scheme);
      expect(await bound(2025)).toBe(false);
      await madeTerm(of, 2025);
      expect([await bound(2024), await bound(2025), await bound(2026), await bound(2025, date('2025-10-30'))]).toEqual([false, true, true, false]);
    });

    test('of two cohorts in one class nothing opens', async () => {
      const of = await made();
      await madeTerm(of);
      await of.scene.import({ students: [{ student_id: 'N9', name: '生', sex: '1', birth_date: '2008-05-08', programme_id: 'P', school_id: 'S', cohort: 2024, stage: 'secondary', grade: 2, status: 'enrolled', class_id: NEW_CLASS, from: '2025-09-01' }] });
      expect(said(await open(of, of.academic, NEW_CLASS))).toBe('class_mixed M9-b');
    });

    test('days of a term lie within it and the calendar, and are the college’s own', async () => {
      const of = await made();
      const set = async (who: Who, term: string, first: string, last: string) => said(await does(of.scene, who, (tx) => setTerm(tx, { college_id: 'H', term, first_day: date(first), last_day: date(last) })));
      expect(await set(of.academic, '2024-1', '2024-09-01', '2025-01-20')).toBe('no_calendar M3-e');
      expect(await set(of.academic, TERM, '2025-08-31', '2026-01-20')).toBe('days_wrong M3-e');
      expect(await set(of.head, TERM, '2025-09-01', '2026-01-20')).toBe('not_yours M3-e');
      expect([await set(of.academic, TERM, '2025-09-01', '2026-01-20'), await set(of.academic, TERM, '2025-09-01', '2026-01-23')]).toEqual(['done', 'done']);
    });
  });

  describe('M3-e: grades', () => {
    test('are entered by whoever teaches the course, refused by cell, nothing half done', async () => {
      const of = await opened();
      expect(await save(of, of.second, 'A1', ['N1', '80'])).toBe('not_found');
      expect(await save(of, of.academic, 'A1', ['N1', '80'])).toBe('not_teacher M3-e');
      expect(await save(of, of.first, 'A1', ['N1', '100.1'], ['A1', '80'], ['N1', '70'])).toBe('N1 out_of_range M3-e; A1 not_in_class M3-e; N1 twice M3-e');
      expect(said(await does(of.scene, of.first, (tx) => saveGrades(tx, { offering_id: 999_999, version: 1, grades: [{ student_id: 'N1', score: '80' }] }, GIVEN)))).toBe('not_found');
      expect((await of.scene.as.read((tx) => tx.arrays('select count(*)::int from grade_drafts')))[0]).toEqual([0]);
      const { offering_id, version } = await offeringOf(of, NEW_CLASS, 'A1');
      expect(version).toBe(2);
      expect(await save(of, of.first, 'A1', ['N1', '100'])).toBe('done');
      expect(said(await does(of.scene, of.first, (tx) => saveGrades(tx, { offering_id, version, grades: [] }, GIVEN)))).toBe('changed_meanwhile');
      expect(await move(of, of.first, 'A1', { act: 'submit' })).toBe('N2 grades_missing M3-e; N3 grades_missing M3-e');
      expect(await release(of, of.academic, 'A1')).toBe('not_now M3-e');
    });

    test('are released by another person of the college; credits follow, and nothing is entered after that', async () => {
      const of = await released();
      expect((await of.scene.as.read(async (tx) => gradesOf(tx, (await offeringOf(of, NEW_CLASS, 'A1')).offering_id))).map(({ student_id, score, passed }) => [student_id, score, passed])).toEqual([['N1', '85', true], ['N2', '59.9', false], ['N3', null, false]]);
      expect(await earnedOf(of)).toEqual({ N1: '2/12', N2: '0/12', N3: '0/12' });
      expect(await save(of, of.first, 'A1', ['N1', '90'])).toBe('not_now M3-e');
      expect(await release(of, of.other, 'A1')).toBe('not_now M3-e');
      expect(await release(of, of.head, 'A1')).toBe('not_now M3-e');
    });

    test('are handed back with a reason, and not released by whoever entered them, in whatever role', async () => {
      const of = await opened();
      expect(await save(of, of.first, 'A1', ...FULL)).toBe('done');
      expect(await move(of, of.first, 'A1', { act: 'submit' })).toBe('done');
      expect(await move(of, of.other, 'A1', { act: 'return' })).toBe('reason_missing M3-e');
      expect(await move(of, of.other, 'A1', { act: 'return', reason: '缺考情况请核对' })).toBe('done');
      expect(await move(of, of.first, 'A1', { act: 'submit' })).toBe('done');
      await of.scene.as.write(async (tx) => {
        await tx.change(`insert into appointments (region_id, appointment_id, person_id, role, org_id, valid_from, recorded_at, recorded_by)
          values ($1, 987654, $2, 'college_academic', 'H', '2020-01-01', clock_timestamp(), 'x')`, [of.scene.region_id, of.first.person_id]);
        await tx.audit({ action: 'appointment.given', object: 'people/1' });
      });
      expect(await release(of, of.first, 'A1')).toBe('same_person M3-e');
      expect(await release(of, of.other, 'A1')).toBe('done');
    });

    test('are corrected by another record with a reason, and the earlier stays; credits follow', async () => {
      const of = await released();
      const { offering_id } = await offeringOf(of, NEW_CLASS, 'A1');
      const [, second] = await of.scene.as.read((tx) => gradesOf(tx, offering_id));
      const correct = async (who: Who, score: string | null, reason: string, grade_id = second?.grade_id ?? 0) => {
        const { version } = await offeringOf(of, NEW_CLASS, 'A1');
        return said(await does(of.scene, who, (tx) => correctGrade(tx, { offering_id, version, grade_id, score, reason }, GIVEN)));
      };
      expect(await correct(of.other, '60', ' ')).toBe('reason_missing M3-e');
      expect(await correct(of.other, '59.90', '复核')).toBe('N2 out_of_range M3-e');
      expect(await correct(of.other, '59.9', '复核')).toBe('N2 unchanged M3-e');
      expect(await correct(of.first, '60', '复核')).toBe('not_yours M3-e');
      expect(await correct(of.other, '60', '复核')).toBe('done');
      expect(await correct(of.other, '61', '复核')).toBe('no_grade M3-e');
      expect((await of.scene.as.read((tx) => gradeHistory(tx, offering_id))).filter(({ student_id }) => student_id === 'N2').map(({ score, reason }) => [score, reason])).toEqual([['59.9', null], ['60', '复核']]);
      expect(await earnedOf(of)).toEqual({ N1: '2/12', N2: '2/12', N3: '0/12' });
    });

    test('what was reported of a student before counts along once, and other columns stay', async () => {
      const of = await opened();
      await of.scene.import({ credits: [{ student_id: 'N1', required: 140, earned: '30.5', internship_ok: 'yes', certificate_exemption: '免1号' }] });
      for (const code of ['A1', 'A2']) {
        expect(await save(of, of.first, code, ['N1', '85'], ['N2', '85'], ['N3', '85'])).toBe('done');
        expect(await move(of, of.first, code, { act: 'submit' })).toBe('done');
        expect(await release(of, of.other, code)).toBe('done');
      }
      expect(await earnedOf(of)).toEqual({ N1: '36.5/12', N2: '6/12', N3: '6/12' });
      expect((await creditsOf(of)).get('N1')).toMatchObject({ internship_ok: true, certificate_exemption: '免1号', conduct_ok: null });
      const [own] = await of.scene.as.read((tx) => ownStudies(tx, ['N1'], TODAY));
      expect(own).toMatchObject({ required: '12', earned: '36.5', brought: '30.5' });
      expect(own?.courses.map(({ course_code, grade }) => [course_code, grade?.score])).toEqual([['A1', '85'], ['A2', '85'], ['A3', undefined]]);
    });

    test('a teacher sees the courses that they teach, and of the students in them nothing but the grades', async () => {
      const of = await released();
      expect(await move(of, of.academic, 'A3', { act: 'assign', staff_no: 'T902' })).toBe('done');
      expect(await move(of, of.academic, 'A2', { act: 'assign', staff_no: 'T999' })).toBe('T999 unknown_teacher M3-e');
      const seen = async (who: Who) => (await of.scene.of(who)).read(async (tx) => (await listOfferings(tx, {})).map(({ course_code }) => course_code));
      expect([await seen(of.first), await seen(of.second), await seen(of.counsellor)]).toEqual([['A1', 'A2'], ['A3'], ['A1', 'A2', 'A3']]);
      const grades = async (who: Who) => (await of.scene.of(who)).read(async (tx) => Number((await tx.arrays('select count(*) from grades'))[0]?.[0]));
      expect([await grades(of.first), await grades(of.second), await grades(of.head)]).toEqual([3, 0, 3]);
      const students = async (who: Who) => (await of.scene.of(who)).read(async (tx) => Number((await tx.arrays('select count(*) from register_students'))[0]?.[0]));
      expect(await students(of.first)).toBe(0);
    });
  });

  test('M3-e: a term that is closed has its hours in the register of teaching, by course and teacher, once', async () => {
    const of = await opened();
    expect((await open(of, of.academic, OLD_CLASS)).outcome).toBe('done');
    const close = async (today: string) => said(await does(of.scene, of.academic, (tx) => closeTerm(tx, { college_id: 'H', term: TERM }, date(today))));
    expect(await close('2026-01-22')).toBe('closing_early M3-e');
    expect(await close('2026-01-23')).toContain(`${OLD_CLASS} 机电装调 hours_missing M3-e`);
    for (const code of ['G1', 'G2']) expect(await move(of, of.academic, code, { act: 'assign', staff_no: 'T902' }, OLD_CLASS)).toBe('done');
    expect(await move(of, of.second, 'G1', { act: 'hours', taught_hours: 62 }, OLD_CLASS)).toBe('done');
    expect(await move(of, of.first, 'G2', { act: 'hours', taught_hours: 16 }, OLD_CLASS)).toBe('not_found');
    expect(await move(of, of.academic, 'G2', { act: 'hours', taught_hours: 16.5 }, OLD_CLASS)).toBe('hours_wrong M3-e');
    expect(await move(of, of.academic, 'G2', { act: 'hours', taught_hours: 16 }, OLD_CLASS)).toBe('done');
    for (const code of ['A1', 'A2', 'A3']) expect(await move(of, of.first, code, { act: 'hours', taught_hours: 30 })).toBe('done');
    expect(await close('2026-01-23')).toBe('done');
    expect((await of.scene.as.read((tx) => loadRows(tx, 'teaching', {}))).filter(({ term }) => term === TERM).map(({ campus_id, course, kind, person_id, higher_code, hours }) => [campus_id, course, kind, person_id, higher_code, toDecimalText(hours)])).toEqual(
      expect.arrayContaining([['C', '机电装调', 'core', 'T902', '460103', '62'], ['C', '形势与政策', 'ideology', 'T902', '460103', '16']]));
    expect(await close('2026-01-24')).toBe('term_closed M3-e');
    expect(await move(of, of.first, 'A1', { act: 'hours', taught_hours: 31 })).toBe('term_closed M3-e');
  });

  test('R3-d: conduct is entered by the class’s head, decided by the school’s, and stands in the register; a later sheet answers it', async () => {
    const of = await made();
    await madeTerm(of);
    const step = async (who: Who, asked: Omit<Conducting, 'class_id' | 'academic_year' | 'version'>, class_id = NEW_CLASS) => {
      const { version } = await of.scene.as.read((tx) => readConduct(tx, { class_id, academic_year: 2025 }));
      return said(await does(of.scene, who, (tx) => stepConduct(tx, { class_id, academic_year: 2025, version, ...asked }, TODAY)));
    };
    const marks = (...ok: boolean[]) => ok.map((one, at) => ({ student_id: `N${at + 1}`, ok: one }));
    expect(await step(of.first, { act: 'save', marks: marks(true) })).toBe('not_found');
    expect(await step(of.counsellor, { act: 'save', marks: [{ student_id: 'A1', ok: true }] }, OLD_CLASS)).toBe('not_found');
    expect(await step(of.counsellor, { act: 'save', marks: [{ student_id: 'A1', ok: true }] })).toBe('A1 conduct_not_in_class R3-d');
    expect(await step(of.counsellor, { act: 'save', marks: marks(true, false) })).toBe('done');
    expect(await step(of.counsellor, { act: 'submit' })).toBe('N3 conduct_missing R3-d');
    expect(await step(of.counsellor, { act: 'save', marks: marks(true, false, true) })).toBe('done');
    expect(await step(of.counsellor, { act: 'submit' })).toBe('done');
    expect(await step(of.counsellor, { act: 'decide' })).toBe('not_head R3-d');
    expect(await step(of.head, { act: 'return' })).toBe('reason_missing M3-e');
    expect(await step(of.head, { act: 'decide' })).toBe('done');
    const conduct = async () => [...await creditsOf(of)].map(([id, { conduct_ok, earned }]) => [id, conduct_ok, toDecimalText(earned)]).sort();
    expect(await conduct()).toEqual([['N1', true, '0'], ['N2', false, '0'], ['N3', true, '0']]);
    expect(await step(of.counsellor, { act: 'save', marks: marks(true, true, true) })).toBe('reason_missing M3-e');
    expect(await step(of.counsellor, { act: 'save', marks: marks(true, true, true), reason: '处分已解除' })).toBe('done');
    expect(await step(of.counsellor, { act: 'submit' })).toBe('done');
    expect(await step(of.head, { act: 'decide' })).toBe('done');
    expect((await conduct())[1]).toEqual(['N2', true, '0']);
  });

  describe('M3-e: what is due in a term', () => {
    /** What is owed of a kind as it is found on a day: course, last day, end, who owes it and who was told. */
    const due = async ({ scene }: MadeTeaching, duty: 'grades_in' | 'grades_release', today: string) => {
      const { duties, parameters } = GIVEN.pack;
      await reckonDuties(store.db(), scene.region_id, { today: date(today), duties: duties.filter(({ id }) => id === duty), parameters });
      return (await store.db().as(programActor(scene.region_id)).read((tx) => tx.arrays(
        `select o.course_code, d.due_on, coalesce(d.closed_on::text, 'open'), d.owed_by[1], (select string_agg(a.to_role, ' ' order by a.to_role) from duty_acts a where a.region_id = d.region_id and a.duty_key = d.duty_key and a.to_role is not null)
         from duties d join offerings o on o.region_id = d.region_id and d.about = 'offering:' || o.offering_id where d.region_id = $1 and d.duty = $2 order by 1, d.closed_on nulls last`, [scene.region_id, duty])))
        .map((cells) => cells.filter((cell) => cell !== null).map(String).join(' '));
    };
    const begun = async () => {
      const of = await opened();
      await of.scene.as.write((tx) => setGoLive(tx, date('2025-01-01')));
      return of;
    };

    test('grades of each course are in by the last day of the term: academic affairs are told the day after, and nobody of a course without a teacher', async () => {
      const of = await begun();
      const open = (told: string) => ['A1', 'A2', 'A3'].map((code) => `${code} 2026-01-23 open teacher@T901${told}`);
      expect(await due(of, 'grades_in', '2026-01-15')).toEqual(open(''));
      expect(await due(of, 'grades_in', '2026-01-23')).toEqual(open(' teacher'));
      expect(await due(of, 'grades_in', '2026-01-24')).toEqual(open(' college_academic teacher'));
      expect(await due(of, 'grades_in', '2026-02-02')).toEqual(open(' college_academic college_leadership teacher'));
    });

    test('handed in on the last day it is kept, and the college has five working days; what is sent back is owed anew', async () => {
      const of = await begun();
      expect(await save(of, of.first, 'A1', ...FULL)).toBe('done');
      expect(await due(of, 'grades_release', '2026-01-23')).toEqual([]);
      expect(await move(of, of.first, 'A1', { act: 'submit' })).toBe('done');
      expect((await due(of, 'grades_in', '2026-01-23'))[0]).toBe('A1 2026-01-23 2026-01-23 teacher@T901 teacher');
      expect(await due(of, 'grades_release', '2026-01-23')).toEqual(['A1 2026-01-30 open college_academic@H college_academic']);
      expect(await move(of, of.academic, 'A1', { act: 'return', reason: '缺平时成绩' })).toBe('done');
      expect(await due(of, 'grades_release', '2026-01-23')).toEqual(['A1 2026-01-30 2026-01-23 college_academic@H college_academic']);
      expect((await due(of, 'grades_in', '2026-01-23')).filter((line) => line.startsWith('A1'))).toEqual(['A1 2026-01-23 2026-01-23 teacher@T901 teacher', 'A1 2026-01-23 open teacher@T901 teacher']);
      expect(await move(of, of.first, 'A1', { act: 'submit' })).toBe('done');
      expect(await release(of, of.other, 'A1')).toBe('done');
      expect((await due(of, 'grades_release', '2026-01-23')).map((line) => line.split(' ')[2])).toEqual(['2026-01-23', '2026-01-23']);
    });
  });
});
