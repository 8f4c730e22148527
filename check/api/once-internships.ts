import type { RouteName } from '../../api/routes.ts';
import type { Role } from '../../core/access/roles.ts';
import { codeOf, confirmAddress } from '../../store/agreements/made-agreements.ts';
import { programActor } from '../../store/program-actor.ts';
import { MADE_PNG } from '../../workbook/made-attachments.ts';
import type { SampleServer } from '../prove/sample-server.ts';

interface Asked {
  readonly as: Role;
  readonly path: string;
  readonly json?: object;
  readonly form?: () => FormData;
}
interface Reply {
  readonly body: Readonly<Record<string, unknown>>;
}

interface Trying {
  readonly send: (route: RouteName, asked: Asked) => Promise<Reply>;
  readonly twice: (route: RouteName, asked: Asked, other: Asked | null) => Promise<readonly [Reply, Reply]>;
  readonly served: SampleServer;
}

/** Everything that changes internships, insurance, appraisal and benefits, each sent twice. */
export async function tryInternships({ send, twice, served }: Trying): Promise<void> {
  const as = (role: Role) => (path: string, json: object): Asked => ({ as: role, path: `/api/${path}`, json });
  const [firm, registrar, department, student] = [as('enterprise'), as('school_registrar'), as('department'), as('student')];
  const post = { employer_id: 'F1', title: '质检', seats: 3, programmes: ['P11'], place: '一号厂房', wage_yuan: null, safety_contact: '陈工', from: '2026-03-02', to: '2026-06-26' };
  const [{ body: offered }] = await twice('offerInternshipPost', firm('internship-posts', post), firm('internship-posts', { ...post, seats: 4 }));
  const post_id = String(offered['post_id']);
  const { students } = (await send('listInternshipCandidates', { as: 'school_registrar', path: `/api/internship-candidates?post_id=${post_id}` })).body as { students: { student_id: string; busy: boolean }[] };
  const free = students.filter(({ busy }) => !busy).map(({ student_id }) => student_id);
  const place = (...many: string[]) => registrar('internships', { post_id, from: post.from, to: post.to, students: many });
  const [{ body: placed }] = await twice('placeInterns', place(free[0] ?? '', free[1] ?? ''), place(free[2] ?? ''));
  const [first = ''] = placed['placed'] as string[];
  const train = (hours: string) => firm('internship-acts', { act: 'train', on: '2025-10-30', placements: [first], hours, led_by: '陈工', proof: '签到表' });
  await twice('actOnInternships', train('8'), train('4'));
  const { internship } = (await send('readInternship', { as: 'school_registrar', path: `/api/internships/${first}` })).body as { internship: { content_hash: string; waiting: string[] } };
  const paper = (day: string): Asked => ({ as: 'school_registrar', path: `/api/internships/${first}/paper`, form: () => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(MADE_PNG)], '扫描.png'));
    for (const [name, value] of [['content_hash', internship.content_hash], ...internship.waiting.map((party) => [party, day])] as [string, string][]) form.append(name, value);
    return form;
  } });
  await twice('recordInternshipPaper', paper('2025-10-29'), paper('2025-10-28'));
  await signing({ send, twice, served }, student);
  const { employer_id: _, ...offeredPost } = post;
  const correct = (place_: string) => firm(`internship-posts/${post_id}/corrections`, { ...offeredPost, place: place_, why: '地点写错' });
  const [{ body: corrected }] = await twice('correctInternshipPost', correct('二号厂房'), correct('三号厂房'));
  const standing = String(corrected['post_id']);
  await twice('closeInternshipPost', firm(`internship-posts/${standing}/close`, { reason: '调整' }), firm(`internship-posts/${standing}/close`, { reason: '停产' }));
  await onPaper({ send, twice, served }, first);

  const policy = (policy_no: string) => registrar('insurance-policies', { school_id: 'S1', policy_no, kind: 'internship_liability', insurer: '保险', from: post.from, to: post.to, heads: 5, premium_yuan: '300', proof: '发票', covering: null });
  const [{ body: recorded }] = await twice('recordPolicy', policy('Q1'), policy('Q2'));
  const cover = (...many: string[]) => registrar(`insurance-policies/${String(recorded['policy_id'])}/students`, { students: many });
  await twice('coverStudents', cover(free[0] ?? ''), cover(free[1] ?? ''));

  const fix = (premium_yuan: string) => registrar(`insurance-policies/${String(recorded['policy_id'])}/corrections`, { policy_no: 'Q1', kind: 'internship_liability', insurer: '保险', from: post.from, to: post.to, heads: 5, premium_yuan, proof: '发票', why: '保费抄错' });
  await twice('correctPolicy', fix('310'), fix('320'));

  const session = (seats: number) => department('appraisals', { occupation: '钳工', level: '3', site: '二号站', on: '2026-05-16', seats, programmes: ['P11'] });
  const [{ body: announced }] = await twice('announceAppraisal', session(9), session(8));
  const enrol = (...many: string[]) => registrar(`appraisals/${String(announced['session_id'])}/enrolments`, { students: many });
  await twice('enrolForAppraisal', enrol(free[0] ?? ''), enrol(free[1] ?? ''));
  const benefit = (name: string) => department('benefits', { name, basis: '三号文', from: '2025-01-01' });
  const [{ body: added }] = await twice('addBenefit', benefit('落户'), benefit('补贴'));
  const { claims } = (await send('listBenefits', { as: 'school_registrar', path: '/api/benefits' })).body as { claims: { student_id: string }[] };
  const claim = (on: string) => registrar(`benefits/${String(added['benefit_id'])}/claims`, { student_id: claims[0]?.student_id, to: 'claimed', on });
  await twice('stepClaim', claim('2025-10-20'), claim('2025-10-21'));
}

/** The sample's student has an agreement to sign. */
async function signing({ send, twice, served }: Trying, student: (path: string, json: object) => Asked): Promise<void> {
  const { region_id } = served.sample.region;
  await confirmAddress(served.database.as({ ...programActor(region_id), account: 'student' }), 'student', 'email');
  const { students: [mine] } = (await send('readMyInternships', { as: 'student', path: '/api/my-internships' })).body as { students: { internships: { placement_id: string; content_hash: string; may_sign_as: string[] }[] }[] };
  const items = (mine?.internships ?? []).filter(({ may_sign_as }) => may_sign_as.length > 0).map(({ placement_id, content_hash }) => ({ placement_id, content_hash }));
  await twice('askInternshipCode', student('internship-codes', { party: 'student', items }), student('internship-codes', { party: 'guardian', items }));
  const code = await codeOf(served.database, region_id, 'student');
  const sign = (given: string) => student('internship-signatures', { party: 'student', items, code: given });
  await twice('signInternships', sign(code), sign('000000'));
}

/** What a firm without an account found: for a moment the sample's firm has none, and the internship is over. */
async function onPaper({ twice, served }: Trying, placement_id: string): Promise<void> {
  const { region_id } = served.sample.region;
  const change = (sql: string): Promise<unknown> => served.database.as(programActor(region_id)).write(async (tx) => { tx.unaudited('a test'); return tx.change(sql, [region_id]); });
  await change(`update placements set state = 'ended' where region_id = $1 and placement_id = ${placement_id}`);
  await change(`update appointments set ended_at = clock_timestamp(), ended_by = 'test' where region_id = $1 and role = 'enterprise'`);
  const assess = (assessed_by: string): Asked => ({ as: 'school_registrar', path: `/api/internships/${placement_id}/paper-assessment`, form: () => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(MADE_PNG)], '评价表.png'));
    for (const [name, value] of Object.entries({ on: '2025-10-30', passed: 'yes', assessed_by })) form.append(name, value);
    return form;
  } });
  await twice('recordPaperAssessment', assess('陈工'), assess('李工'));
  await change(`update appointments set ended_at = null, ended_by = null where region_id = $1 and role = 'enterprise' and ended_by = 'test'`);
}
