import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

interface Head { readonly offering_id: string; readonly course_code: string; readonly class_id: string; readonly version: number }
/** No course has this number. */
const NOWHERE = '999999';

interface Course { readonly offering: Head; readonly roster: readonly { readonly student_id: string }[] }

onDatabase('embedded', 'teaching over HTTP', (database) => {
  const served = serve(database, { sample: true });
  const sign = async (account: string): Promise<void> => {
    expect((await served.send('/api/session', { json: { account, password: served.sample().accounts.find((one) => one.account === account)?.password } })).status).toBe(200);
  };
  const offerings = async () => (await served.answer<{ offerings: readonly Head[] }>('listTeaching', '/api/teaching?term=2025-1')).offerings;
  const asAcademic = async () => {
    await sign('college-academic');
    const all = await offerings();
    await sign('teacher');
    return all;
  };
  const course = async (code: string, class_id: string) => {
    const found = (await offerings()).find((one) => one.course_code === code && one.class_id === class_id);
    return served.answer<Course>('readOffering', `/api/offerings/${found?.offering_id}`);
  };
  const save = (offering_id: string, version: number, grades: readonly { readonly student_id: string; readonly score: string | null }[]) =>
    served.refusal(offering_id === NOWHERE ? 'unknown_offering' : 'teaching_refused', `/api/offerings/${offering_id}/grades`, { json: { version, grades } });

  test('M3-e: a grade for a course that was not offered to the student, or not at all, is refused with reason and clause, and nothing of the table is kept', async () => {
    await sign('teacher');
    const [own, other] = [await course('H704', 'C1-2025-1'), await course('H706', 'C1-2025-2')];
    const [mine, theirs] = [own.roster[0]?.student_id ?? '', other.roster[0]?.student_id ?? ''];
    expect(own.roster.some(({ student_id }) => student_id === theirs)).toBe(false);
    const before = JSON.stringify(own);
    const wrong = await save(own.offering.offering_id, own.offering.version, [{ student_id: mine, score: '80' }, { student_id: theirs, score: '80' }, { student_id: '20990101', score: '80' }]);
    expect(wrong.errors?.map(({ path, code }) => [path, code])).toEqual([[theirs, 'not_in_class'], ['20990101', 'not_in_class']]);
    expect(wrong.detail).toMatch(/没有修读这门课程.*M3-e/s);
    expect(wrong.detail_en).toMatch(/the course was not offered to them.*M3-e/s);
    // The grade beside it was right, and is not kept either.
    expect(JSON.stringify(await course('H704', 'C1-2025-1'))).toBe(before);
    const nothing = await save(NOWHERE, 1, [{ student_id: mine, score: '80' }]);
    expect(nothing.detail).toMatch(/没有开设.*M3-e/s);
    expect(nothing.detail_en).toMatch(/not offered.*M3-e/s);
    // A course of somebody else is none either.
    const [foreign] = (await asAcademic()).filter((one) => one.course_code === 'H703');
    const closed = await served.refusal('unknown_offering', `/api/offerings/${foreign?.offering_id}/grades`, { json: { version: foreign?.version, grades: [{ student_id: mine, score: '80' }] } });
    expect(closed.detail).toMatch(/没有开设.*M3-e/s);
    await sign('college-academic');
    expect((await offerings()).find(({ offering_id }) => offering_id === foreign?.offering_id)?.version).toBe(foreign?.version);
  });
});
