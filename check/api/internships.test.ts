import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../core/access/roles.ts';
import { onDatabase } from '../databases.ts';
import { serveSample, type SampleServer } from '../prove/sample-server.ts';

interface Problem {
  readonly type: string;
  readonly detail: string;
  readonly errors?: readonly { readonly code: string; readonly text: { readonly zh: string } }[];
}

onDatabase('embedded', 'internships over HTTP', (database) => {
  let served: SampleServer;
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    served = await serveSample(database.connection(), { channels: ['sms'] });
    for (const role of ['school_registrar', 'school_finance', 'city_bureau', 'enterprise', 'counsellor', 'student', 'office'] as const) cookies.set(role, await served.cookieOf(role));
  });
  afterAll(() => served.stop());

  const send = (role: Role, path: string, json?: object) => fetch(`${served.origin}/api/${path}`, {
    method: json === undefined ? 'GET' : 'POST', headers: { cookie: cookies.get(role) ?? '', ...(json !== undefined && { 'content-type': 'application/json' }) }, ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const get = async <T>(role: Role, path: string): Promise<T> => await (await send(role, path)).json() as T;
  const refused = async (role: Role, path: string, json: object): Promise<{ readonly code: string } & Problem> => {
    const reply = await send(role, path, json);
    const body = await reply.json() as Problem;
    expect(reply.status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
    return { ...body, code: body.type.replace('urn:guantong:problem:', '') };
  };
  interface Post { readonly post_id: string; readonly title: string; readonly from: string; readonly to: string; readonly placed: number; readonly seats: number }
  const posts = async () => (await get<{ posts: Post[] }>('school_registrar', 'internship-posts')).posts;
  interface Intern { readonly placement_id: string; readonly student_id: string; readonly state: string; readonly missing: readonly { readonly what: string }[] }
  const interns = async (role: Role) => (await get<{ internships: Intern[] }>(role, 'internships')).internships;

  test('S2-g: need stands against offer with the shortage; whoever has no firm offers nothing', async () => {
    const { needs } = await get<{ needs: { term: string; programmes: { programme_id: string; heads: number; placed: number; shortage: number }[] }[] }>('office', 'internship-posts');
    expect(needs.find(({ term }) => term === '2026-2')?.programmes.find(({ programme_id }) => programme_id === 'P11')).toMatchObject({ heads: 77, placed: 30, shortage: 47 });
    const post = { employer_id: 'F6', title: '出纳', seats: 1, programmes: ['P14'], place: '柯城', wage_yuan: null, safety_contact: '张工', from: '2026-03-01', to: '2026-06-30' };
    expect(await refused('school_registrar', 'internship-posts', post)).toMatchObject({ code: 'not_allowed' });
    // The firm of the account is another.
    expect(await refused('enterprise', 'internship-posts', post)).toMatchObject({ code: 'not_allowed' });
    expect(await refused('enterprise', 'internship-posts', { ...post, employer_id: 'F1', programmes: ['P21'] })).toMatchObject({ code: 'post_refused', errors: [{ code: 'programme_of_others' }] });
    expect(await refused('enterprise', 'internship-posts', { ...post, employer_id: 'F1', programmes: ['P11'], from: '2027-09-01', to: '2027-12-31' })).toMatchObject({ code: 'post_refused', errors: [{ code: 'no_partner_agreement' }] });
  });

  test('two who place at one moment do not both get the last seats', async () => {
    const [post] = (await posts()).filter(({ placed, seats }) => seats - placed === 4);
    const { students } = await get<{ students: { student_id: string; busy: boolean }[] }>('school_registrar', `internship-candidates?post_id=${post?.post_id}`);
    const free = students.filter(({ busy }) => !busy).map(({ student_id }) => student_id);
    const place = (many: string[]) => send('school_registrar', 'internships', { post_id: post?.post_id, from: post?.from, to: post?.to, students: many });
    const replies = await Promise.all([place(free.slice(0, 3)), place(free.slice(3, 6))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await posts()).find(({ post_id }) => post_id === post?.post_id)?.placed).toBe((post?.placed ?? 0) + 3);
    expect(await refused('counsellor', 'internships', { post_id: post?.post_id, from: post?.from, to: post?.to, students: [free[7] ?? ''] })).toMatchObject({ code: 'placing_refused', errors: [{ code: 'not_your_student' }] });
  });

  test('S2-i, R4-j: a start says of each what is missing under which clause, and nobody of the list has begun', async () => {
    const planned = (await interns('school_registrar')).filter(({ state, missing }) => state === 'planned' && (missing.length === 0 || missing.some(({ what }) => what === 'internship_liability')));
    const before = planned.map(({ placement_id }) => placement_id);
    const answer = await refused('school_registrar', 'internship-acts', { act: 'start', on: '2025-11-17', placements: before });
    expect([answer.code, answer.detail]).toEqual(['internship_refused', expect.stringMatching(/没有保存：.*缺.*实习责任险 2025-11-17–2026-01-16（R4-j）/s)]);
    expect((await interns('school_registrar')).filter(({ placement_id }) => before.includes(placement_id)).every(({ state }) => state === 'planned')).toBe(true);
    expect(await refused('enterprise', 'internship-acts', { act: 'start', on: '2025-11-17', placements: before })).toMatchObject({ code: 'internship_refused', errors: expect.arrayContaining([expect.objectContaining({ code: 'not_yours_to_do' })]) });
    expect(await refused('school_registrar', 'internship-acts', { act: 'visit', on: '2025-10-30', placements: before, note: '' })).toMatchObject({ code: 'bad_request' });
  });

  test('firms see whom they take, students themselves, a bureau figures and no names', async () => {
    const [school, firm] = [await interns('school_registrar'), await interns('enterprise')];
    expect(firm.map(({ placement_id }) => placement_id).sort()).toEqual(school.map(({ placement_id }) => placement_id).sort());
    const { students } = await get<{ students: { student_id: string; internships: Intern[] }[] }>('student', 'my-internships');
    expect(students.map(({ student_id, internships }) => [student_id, internships.length])).toEqual([['20221001', 1]]);
    const other = school.find(({ student_id }) => student_id !== '20221001')?.placement_id ?? '';
    expect((await send('student', `internships/${other}`)).status).toBe(404);
    const finance = await get<{ uncovered: object[]; policies: object[]; schools: { kind: string; uncovered: number }[] }>('school_finance', 'insurance');
    expect([finance.uncovered.length, finance.policies.length, finance.schools.find(({ kind }) => kind === 'internship_liability')?.uncovered]).toEqual([0, 2, expect.any(Number)]);
    expect((await send('school_finance', 'insurance/workbook?school_id=S1')).status).toBe(403);
  });

  test('R4-j: the table of insurance is there as .xlsx and PDF (document 20); a policy covers no more than it was bought for', async () => {
    const bytes = async (path: string) => { const reply = await send('school_registrar', path); return [reply.headers.get('content-type'), Buffer.from(await reply.arrayBuffer()).subarray(0, 4).toString('latin1')]; };
    expect(await bytes('insurance/workbook?school_id=S1')).toEqual([expect.stringContaining('spreadsheetml'), 'PK\u0003\u0004']);
    expect(await bytes('insurance/paper?school_id=S1')).toEqual(['application/pdf', '%PDF']);
    const policy = { school_id: 'S1', policy_no: 'Z1', kind: 'internship_liability', insurer: '保险', from: '2025-11-17', to: '2026-01-16', heads: 1, premium_yuan: '60', proof: '发票', covering: { class_id: 'C1-2025-1' } };
    expect(await refused('school_registrar', 'insurance-policies', policy)).toMatchObject({ code: 'policy_refused', detail: expect.stringContaining('R4-j'), errors: [{ code: 'more_than_heads' }] });
    expect(await refused('school_registrar', 'insurance-policies', { ...policy, policy_no: '示例实责-2025秋-1' })).toMatchObject({ errors: [{ code: 'policy_there' }] });
    expect(await refused('school_registrar', 'insurance-policies', { ...policy, school_id: 'S2' })).toMatchObject({ code: 'not_allowed' });
  });
});
