import { expect, test } from 'vitest';
import { mergeGuardians, type GuardianRow } from './merge-guardians.ts';

const row = (student_id: string, name: string, phone: string | null, relation = '父亲'): GuardianRow => ({ student_id, name, relation, phone });

test('one person is who has the same name and phone, however many children; two with one phone stay two', () => {
  const { known, unknown } = mergeGuardians([row('T1', '郑正文', 'p1'), row('T2', '郑正文', 'p1'), row('T1', '胡梅雪', 'p1', '母亲'), row('T3', '郑正文', 'p2')], []);
  expect(known).toEqual([]);
  expect(unknown.map(({ name, students }) => [name, students.map(({ student_id }) => student_id)])).toEqual([['郑正文', ['T1', 'T2']], ['胡梅雪', ['T1']], ['郑正文', ['T3']]]);
});

test('without a phone the same name for another student is another person', () => {
  expect(mergeGuardians([row('T1', '李华', null), row('T2', '李华', null)], []).unknown).toHaveLength(2);
});

test('who is there already gets the students they lack; a guardianship that was, or was ended, is not begun again', () => {
  const there = [{ person_id: 7, name: '郑正文', phone: 'p1', students: ['T1'] }, { person_id: 8, name: '李华', phone: null, students: ['T5'] }];
  const { known, unknown } = mergeGuardians([row('T1', '郑正文', 'p1'), row('T2', '郑正文', 'p1'), row('T5', '李华', null), row('T6', '李华', null)], there);
  expect(known).toEqual([{ person_id: 7, students: [{ student_id: 'T2', relation: '父亲' }] }]);
  expect(unknown.map(({ students }) => students[0]?.student_id)).toEqual(['T6']);
});

test('a phone that changed does not make a second person of the guardian of the same student', () => {
  const there = [{ person_id: 7, name: '郑正文', phone: 'p1', students: ['T1'] }];
  expect(mergeGuardians([row('T1', '郑正文', 'p9')], there)).toEqual({ known: [], unknown: [] });
});
