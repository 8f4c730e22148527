import type { RouteName } from '../../api/routes.ts';
import type { Role } from '../../core/access/roles.ts';

export interface Asked {
  readonly as: Role;
  readonly path: string;
  readonly json?: object;
  readonly form?: () => FormData;
}
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Send = (route: RouteName, asked: Asked, key?: string) => Promise<Reply>;
export type Twice = (route: RouteName, asked: Asked, other: Asked | null) => Promise<readonly [Reply, Reply]>;

/** Everything that is done with schemes, terms, courses, grades and conduct, each sent twice. */
export async function teachingTwice(send: Send, twice: Twice): Promise<void> {
  const academic = 'college_academic' as const;
  const opened = await send('openMatter', { as: academic, path: '/api/matters', json: { kind: 'training_scheme', subject: 'P12', details: { year: 2026 } } });
  const revising = (required_credits: string): Asked => ({
    as: academic, path: `/api/schemes/${String(opened.body['matter_id'])}/revisions`,
    json: { version: 1, content: { required_credits, firms: ['F1'], courses: [{ code: 'A1', name: '机械制图', kind: 'core', term: 1, credits: '4', theory_hours: 32, practice_hours: 32, taught_by: 'school', certificate: null }] } },
  });
  await twice('reviseScheme', revising('4'), revising('3'));
  const term = (of: string, last_day: string, first_day: string): Asked => ({ as: academic, path: '/api/teaching-terms', json: { college_id: 'H1', term: of, first_day, last_day } });
  await twice('setTeachingTerm', term('2025-2', '2026-07-10', '2026-02-23'), term('2025-2', '2026-07-11', '2026-02-23'));
  await send('setTeachingTerm', term('2024-2', '2025-07-04', '2025-02-17'));
  const close = (of: string): Asked => ({ as: academic, path: '/api/teaching-terms/close', json: { college_id: 'H1', term: of } });
  await twice('closeTeachingTerm', close('2024-2'), close('2024-1'));
  const open = (class_id: string): Asked => ({ as: academic, path: '/api/offerings', json: { class_id, term: '2025-2' } });
  await twice('openOfferings', open('C1-2025-1'), open('C1-2025-2'));
  interface Head { readonly offering_id: string; readonly course_code: string; readonly class_id: string; readonly version: number }
  const offered = async (code: string, of: string): Promise<Head> => ((await send('listTeaching', { as: academic, path: '/api/teaching?term=2025-1' })).body as { offerings: readonly Head[] }).offerings
    .find(({ course_code, class_id }) => course_code === code && class_id === of) as Head;
  const typed = await offered('H704', 'C1-2025-1');
  const roster = (await send('readOffering', { as: 'teacher', path: `/api/offerings/${typed.offering_id}` })).body as { roster: readonly { student_id: string }[] };
  const save = (score: string): Asked => ({ as: 'teacher', path: `/api/offerings/${typed.offering_id}/grades`, json: { version: typed.version, grades: [{ student_id: roster.roster[0]?.student_id, score }] } });
  await twice('saveGrades', save('80'), save('81'));
  const submitted = await offered('H706', 'C1-2025-2');
  const release = (version: number): Asked => ({ as: academic, path: `/api/offerings/${submitted.offering_id}/steps`, json: { act: 'release', version } });
  await twice('stepOffering', release(submitted.version), release(submitted.version + 1));
  const released = (await send('readOffering', { as: academic, path: `/api/offerings/${submitted.offering_id}` })).body as { offering: Head; roster: readonly { grade: { grade_id: string } }[] };
  const correct = (score: string): Asked => ({
    as: academic, path: `/api/offerings/${submitted.offering_id}/corrections`, json: { version: released.offering.version, grade_id: released.roster[0]?.grade.grade_id, score, reason: '复核' },
  });
  await twice('correctGrade', correct('77'), correct('78'));
  const conduct = (ok: boolean): Asked => ({ as: 'counsellor', path: '/api/conduct', json: { class_id: 'C1-2025-1', academic_year: 2025, act: 'save', version: 0, marks: [{ student_id: roster.roster[0]?.student_id, ok }] } });
  await twice('stepConduct', conduct(true), conduct(false));
}
