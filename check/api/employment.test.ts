import { expect, test } from 'vitest';
import { madeAccount } from '../../store/made-people.ts';
import { addPerson } from '../../store/people.ts';
import { programActor } from '../../store/program-actor.ts';
import { onDatabase } from '../databases.ts';
import { pdfText } from '../../paper/made-pdf-text.ts';
import { cellsOf } from '../../workbook/made-cells.ts';
import { serve } from './served.ts';

interface Rate { readonly numerator: number; readonly denominator: number; readonly outcome: string }
interface Numbers {
  readonly year: number; readonly has_rules: boolean; readonly quality: Readonly<Record<'contract' | 'wage', { readonly yes: number; readonly known: number; readonly of: number }>>;
  readonly retention: readonly { readonly months: number; readonly reached: number; readonly known: number; readonly local: number; readonly unknown: number }[];
  readonly groups: readonly { readonly group: string; readonly id: string; readonly days: readonly { readonly day: string; readonly come: boolean; readonly city: Readonly<Record<string, Rate>> }[] }[];
  readonly services: readonly { readonly school_id: string; readonly kind: string; readonly many: number; readonly attended: number }[];
}
interface Graduates { readonly graduates: readonly { readonly student_id: string; readonly consent: boolean | null; readonly said: string | null; readonly destinations: readonly { readonly record_id: string; readonly code: string; readonly wage_yuan: string | null }[] }[] }

const entry = { student_id: '20201009', code: '11', employer_credit_code: '91330803MA2DH0013P', workplace_division: '330803', industry: 'C', contract_kind: 'fixed_term', wage_yuan: '4500.50', match: 'matched', evidence: 'contract', evidence_ref: '合同1' };

onDatabase('embedded', 'employment over HTTP', (database) => {
  const served = serve(database, { sample: true });
  const sign = async (account: string, password = served.sample().accounts.find((one) => one.account === account)?.password): Promise<void> => {
    expect((await served.send('/api/session', { json: { account, password } })).status).toBe(200);
  };
  const numbers = (query = ''): Promise<Numbers> => served.answer<Numbers>('readEmployment', `/api/employment${query}`);
  const graduates = (query = ''): Promise<Graduates> => served.answer<Graduates>('listGraduates', `/api/employment/graduates${query}`);
  const said = ({ numerator, denominator, outcome }: Rate): string => `${numerator}/${denominator} ${outcome}`;

  test('1.2-k: the three rates of the sample, as the target and its readings have them', async () => {
    await sign('office');
    const { year, groups, retention, quality } = await numbers();
    const [city] = groups;
    expect([year, Object.values(city?.days[0]?.city ?? {}).map(said), city?.days.map(({ day, come }) => [day, come])]).toEqual([
      2025, ['40/61 met', '40/70 unmet', '40/53 met'], [['2025-08-31', true], ['2025-12-31', false], ['2026-08-31', false]],
    ]);
    expect([...new Set(groups.map(({ group }) => group))]).toEqual(['city', 'county', 'school', 'programme']);
    expect(retention[0]).toEqual({ months: 0, reached: 70, known: 68, local: 40, unknown: 2 });
    expect([quality.contract.of, quality.wage.yes]).toEqual([53, 53]);
    expect(await numbers('?on=2024-05-28')).toMatchObject({ has_rules: false, groups: [] });
    await served.refusal('not_allowed', '/api/employment/graduates');
  });

  test('M10-b: a school records; the rate follows; document 24 has every graduate', async () => {
    await sign('school-registrar');
    const before = (await graduates()).graduates;
    expect(before).toHaveLength(44);
    const refused = await served.refusal('destinations_refused', '/api/employment/destinations', { json: { entries: [entry, { ...entry, student_id: '20201019', evidence_ref: '' }, { ...entry, student_id: '20201099' }] } });
    expect(refused.errors?.map(({ path, code }) => [path, code])).toEqual([['20201019', 'evidence_missing'], ['20201099', 'unknown_student']]);
    expect(refused.errors?.[0]?.text.zh).toContain('M10-b');
    expect((await graduates()).graduates).toEqual(before);
    expect(await served.answer('recordDestinations', '/api/employment/destinations', { json: { entries: [entry] } })).toEqual({ recorded: 1 });
    const own = (await graduates('?student_id=20201009')).graduates[0];
    expect(own?.destinations.map(({ code, wage_yuan }) => [code, wage_yuan])).toEqual([['70', null], ['11', '4500.50']]);
    const { groups } = await numbers();
    expect(groups[0]?.days.map(({ city }) => said(city['all_graduates'] as Rate))).toEqual(['40/70 unmet', '41/70 unmet', '41/70 unmet']);
    const bytes = async (path: string): Promise<Buffer> => Buffer.from(await (await served.send(path)).arrayBuffer());
    const holds = (sheet: string): void => {
      for (const part of ['2025届毕业去向与本地就业统计', '20201009', '11签劳动合同形式就业', '91330803MA2DH0013P', '固定期限劳动合同']) expect(sheet.replaceAll(' ', '')).toContain(part);
    };
    holds(await cellsOf(await bytes('/api/employment/report/workbook?school_id=S1&year=2025')));
    const paper = pdfText(await bytes('/api/employment/report/paper?school_id=S1&year=2025'));
    // Where nothing reads a PDF, how it is printed is looked at in `paper/`.
    if (paper !== null) holds(paper);
    await served.refusal('no_graduates', '/api/employment/report/workbook?school_id=S2&year=2025');
  });

  test('document 24 gets its number, without a gap; what is recorded later goes into a new version, with its reason; anybody finds it genuine', async () => {
    interface Issued { readonly document_id: string; readonly number: string; readonly version: number }
    await sign('school-registrar');
    const path = '/api/employment/report';
    const asked = { school_id: 'S1', year: 2025, filled_by: '张三' };
    await served.refusal('changed_meanwhile', path, { json: { ...asked, version: 1 } });
    await served.refusal('no_graduates', path, { json: { ...asked, year: 2024, version: 0 } });
    await served.refusal('unknown_organisation', path, { json: { ...asked, school_id: 'S2', version: 0 } });
    const first = await served.answer<Issued>('issueDestinationReport', path, { json: { ...asked, version: 0 } });
    expect(first).toMatchObject({ number: '衢贯通业〔2025〕1号', version: 1 });
    await served.refusal('changed_meanwhile', path, { json: { ...asked, version: 0 } });
    await served.refusal('reason_missing', path, { json: { ...asked, version: 1 } });
    const second = await served.answer<Issued>('issueDestinationReport', path, { json: { ...asked, version: 1, reason: '补登一名毕业生' } });
    expect(second).toEqual({ ...first, version: 2 });
    const { schools } = await served.answer<{ schools: object[] }>('listGraduates', '/api/employment/graduates');
    expect(schools).toEqual([expect.objectContaining({ school_id: 'S1', may_issue: true, report: second })]);
    const { editions, mine_to_change } = await served.answer<{ mine_to_change: boolean; editions: { version: number; code: string; standing: string; reason: string }[] }>('readDocument', `/api/documents/${first.document_id}`);
    expect([mine_to_change, editions.map(({ version, standing, reason }) => [version, standing, reason])]).toEqual([false, [[2, 'valid', '补登一名毕业生'], [1, 'replaced', '']]]);
    const page = async (code = ''): Promise<string> => (await served.send(`/verify/${code}`, { anonymous: true, headers: { 'accept-language': 'zh-CN' } })).text();
    expect(await page(editions[0]?.code)).toMatch(/● 有效/);
    expect(await page(editions[1]?.code)).not.toMatch(/● 有效/);
    const bytes = async (of: string): Promise<Buffer> => Buffer.from(await (await served.send(`/api/documents/${first.document_id}/${of}`)).arrayBuffer());
    expect(await cellsOf(await bytes('workbook'))).toContain('20201009');
    const paper = pdfText(await bytes('versions/2/file'));
    for (const part of ['衢贯通业〔2025〕1号', '20201009', '张三', '补登一名毕业生']) if (paper !== null) expect(paper).toContain(part);
    await sign('office');
    expect((await served.refusal('bad_request', `/api/documents/${first.document_id}/versions`, { json: { version: 2, reason: '更正' } })).type).toContain('bad_request');
  });

  test('M10-a: services are told of by school and year', async () => {
    await sign('school-registrar');
    const { service_id } = await served.answer<{ service_id: string }>('recordEmploymentService', '/api/employment/services', { json: { school_id: 'S1', draft: { kind: 'course', on: '2025-03-10', title: '就业指导课', attended: 44, hours: 16 } } });
    expect((await served.refusal('service_refused', '/api/employment/services', { json: { school_id: 'S1', draft: { kind: 'fair', on: '2025-03-10', title: '招聘会', attended: 44 } } })).detail).toContain('M10-a');
    await served.refusal('unknown_organisation', '/api/employment/services', { json: { school_id: 'S2', draft: { kind: 'course', on: '2025-03-10', title: '就业指导课', attended: 44, hours: 16 } } });
    expect((await numbers()).services.filter(({ school_id }) => school_id === 'S1').map(({ kind }) => kind)).toContain('course');
    await served.answer('recordEmploymentService', '/api/employment/services', { json: { school_id: 'S1', answers: service_id, reason: '重复登记' } });
  });

  test('a graduate confirms, and consents; their own only; the school records consent on paper and nothing else for them', async () => {
    await served.database().as(programActor(served.sample().region.region_id)).write((tx) => addPerson(tx, { kind: 'student', name: '郑梓远', account: 'graduate-1', password: 'lantern river 马 1', org_id: 'S1', student_id: '20201001' }));
    await sign('graduate-1', 'lantern river 马 1');
    const mine = await served.answer<Graduates>('readOwnEmployment', '/api/employment/mine');
    expect(mine.graduates.map(({ student_id, consent }) => [student_id, consent])).toEqual([['20201001', null]]);
    const record = mine.graduates[0]?.destinations.at(-1)?.record_id;
    await served.answer('recordEmploymentAnswer', '/api/employment/answers', { json: { student_id: '20201001', kind: 'confirm', destination_record: record } });
    expect((await served.refusal('answer_refused', '/api/employment/answers', { json: { student_id: '20201001', kind: 'confirm', destination_record: record } })).detail).toContain('M10-b');
    await served.answer('recordEmploymentAnswer', '/api/employment/answers', { json: { student_id: '20201001', kind: 'consent' } });
    await served.refusal('unknown_student', '/api/employment/answers', { json: { student_id: '20201002', kind: 'consent' } });
    await sign('school-registrar');
    expect((await graduates('?student_id=20201001')).graduates.map(({ said: of, consent }) => [of, consent])).toEqual([['confirm', true]]);
    await served.answer('recordEmploymentAnswer', '/api/employment/answers', { json: { student_id: '20201002', kind: 'consent' } });
    await served.refusal('in_person_only', '/api/employment/answers', { json: { student_id: '20201002', kind: 'confirm', destination_record: '1' } });
  });

  test('M10-c, S2-j: the firm sees the list that is for it, answers, and offers posts at the minimum wage or more', async () => {
    await sign('enterprise');
    interface Firm { readonly shown: readonly { readonly content: object; readonly partner: boolean }[]; readonly recommendations: readonly { readonly recommendation_id: string; readonly version: number; readonly state: string; readonly next: readonly { readonly act: string }[] }[]; readonly posts: readonly object[] }
    const own = (): Promise<Firm> => served.answer<Firm>('readFirmEmployment', '/api/employment/firm');
    const { shown, recommendations: [first], posts } = await own();
    expect([shown.length, shown.every(({ partner }) => partner), Object.keys(shown[0]?.content ?? {}).sort(), posts.length]).toEqual([12, true, ['certificates', 'graduates_on', 'major_code', 'name', 'programme'], 1]);
    expect(first).toMatchObject({ state: 'recommended', next: [{ act: 'offer' }, { act: 'pass' }] });
    await served.answer('moveRecommendation', `/api/employment/recommendations/${first?.recommendation_id}/steps`, { json: { act: 'offer', version: first?.version } });
    await served.refusal('step_not_possible', `/api/employment/recommendations/${first?.recommendation_id}/steps`, { json: { act: 'pass', version: 2 } });
    const draft = { title: '装调工', places: 1, contract_kind: 'fixed_term', wage_yuan: '2259.99', division_code: '330803', industry: 'C', higher_codes: ['460301'], facilities: '', open_from: '2025-10-01', open_until: '2026-06-30' };
    expect((await served.refusal('firm_post_refused', '/api/employment/posts', { json: { firm_id: 'F1', draft } })).detail).toContain('S2-j');
    await served.refusal('unknown_organisation', '/api/employment/posts', { json: { firm_id: 'F5', draft: { ...draft, wage_yuan: '2260' } } });
    await served.answer('recordPost', '/api/employment/posts', { json: { firm_id: 'F1', draft: { ...draft, wage_yuan: '2260' } } });
    await served.refusal('not_allowed', '/api/employment');
    await sign('school-registrar');
    const lists = await served.answer<{ releases: { release_id: string; partners_only: boolean; graduates: { student_id: string }[] }[]; recommendations: { state: string }[]; posts: object[] }>('listReleases', '/api/employment/releases');
    expect([lists.releases.map(({ partners_only, graduates: { length } }) => [partners_only, length]), lists.recommendations.map(({ state }) => state), lists.posts.length]).toEqual([[[true, 12]], ['offered'], 2]);
    const [list] = lists.releases;
    const refused = await served.refusal('partners_first', '/api/employment/recommendations', { json: { release_id: list?.release_id, student_id: list?.graduates[1]?.student_id, firm_id: 'F7' } });
    expect(refused.detail).toMatch(/2025-11-02.*M10-c/);
    await served.refusal('nobody_to_release', '/api/employment/releases', { json: { school_id: 'S1', year: 2024 } });
  });

  test('M10-d: a firm claims support for whom it hired, with the clause where it cannot; the school confirms and the finance bureau decides', async () => {
    interface Firm { readonly support_per_head_yuan: string; readonly hires: readonly { readonly student_id: string; readonly why: { readonly zh: string } | null }[]; readonly claims: readonly { readonly state: { readonly zh: string }; readonly heads: number; readonly money: readonly { readonly move: string; readonly amount_yuan: string; readonly heads: number; readonly reference: string | null }[] }[] }
    await sign('enterprise');
    const { hires, support_per_head_yuan } = await served.answer<Firm>('readFirmEmployment', '/api/employment/firm');
    const open = hires.filter(({ why }) => why === null).map(({ student_id }) => student_id);
    expect([support_per_head_yuan, open, hires.find(({ student_id }) => student_id === '20201001')?.why?.zh]).toEqual(['1000.00', ['20201037', '20201043'], '学校没有登记合同类型（M10-d）']);
    const claim = (heads: readonly string[]) => ({ json: { kind: 'hiring_support', subject: 'F1', details: { school: 'S1', heads } } });
    expect((await served.refusal('support_refused', '/api/matters', claim([...open, '20201001']))).detail).toMatch(/20201001.*M10-d/);
    const { matter_id, version } = await served.answer<{ matter_id: string; version: number }>('openMatter', '/api/matters', claim(open));
    const step = (act: string, at: number) => served.answer<{ state: string; entries: { effects: { kind: string; of: string; id: string }[] }[] }>('stepMatter', `/api/matters/${matter_id}/steps`, { json: { act, version: at } });
    await sign('school-registrar');
    await step('confirm', version);
    await sign('office');
    await served.refusal('not_your_step', `/api/matters/${matter_id}/steps`, { json: { act: 'grant', version: version + 1 } });
    await sign('finance-bureau');
    const granted = await step('grant', version + 1);
    expect([granted.state, granted.entries.at(-1)?.effects]).toEqual(['granted', [{ kind: 'support', of: '2', id: '2000.00' }]]);
    await sign('enterprise');
    const own = async () => (await served.answer<Firm>('readFirmEmployment', '/api/employment/firm')).claims.map(({ state, heads, money }) => [state.zh, heads, money.map(({ move, amount_yuan, heads: of, reference }) => [move, amount_yuan, of, reference])]);
    expect(await own()).toEqual([['已审定', 2, [['due', '2000.00', 2, null]]]]);
    await sign('finance-bureau');
    const proposed = (payer: string) => `/api/payment-orders?payer_id=${payer}&kind=hiring_support&year=2025`;
    const order = await served.answer<{ digest: string }>('readOrderProposal', proposed('G1'));
    expect(order).toMatchObject({ total_yuan: '2000.00', may_propose: true, lines: [{ to: { id: 'F1' }, formula: '1000.00 × 2 = 2000.00' }] });
    await served.refusal('unknown_entry', proposed('G2'));
    const ordered = (list: string) => ({ json: { kind: 'order_hiring_support', subject: 'G1', details: { year: 2025, list } } });
    await served.refusal('list_changed', '/api/matters', ordered('b'.repeat(64)));
    const made = await served.answer<{ matter_id: string; version: number }>('openMatter', '/api/matters', ordered(order.digest));
    const path = `/api/matters/${made.matter_id}/steps`;
    await served.refusal('same_person', path, { json: { act: 'check', version: made.version } });
    const { account, password } = await madeAccount(served.database().as(programActor(served.sample().region.region_id)), 'finance_bureau', { org_id: 'G1' });
    await sign(account, password);
    await served.answer('stepMatter', path, { json: { act: 'check', version: made.version } });
    const file = await served.send(`/api/payment-orders/${made.matter_id}/payments.csv`);
    expect(await file.text()).toContain(',F1,衢州精工装备有限公司（示例）,2000.00,吸纳毕业生补助 2025');
    await served.answer('stepMatter', path, { json: { act: 'confirm', version: made.version + 1, details: { number: 'HD-2025-1', on: '2025-10-31' } } });
    await sign('enterprise');
    expect(await own()).toEqual([['已审定', 2, [['due', '2000.00', 2, null], ['paid', '2000.00', 2, 'HD-2025-1']]]]);
  });

  test('1.2-c: who is asked again stands as a list of the school’s, empty before a year is over', async () => {
    await sign('school-registrar');
    expect(await served.answer('readFollowUps', '/api/employment/follow-ups?school_id=S1&year=2025')).toMatchObject({ months: 12, students: [], asked: 0, may_propose: false });
    const later = await served.answer<{ students: object[]; may_propose: boolean }>('readFollowUps', '/api/employment/follow-ups?school_id=S1&year=2025&on=2026-06-26');
    expect([later.students.length, later.may_propose]).toEqual([44, true]);
    await served.refusal('unknown_organisation', '/api/employment/follow-ups?school_id=S2&year=2025');
  });
});
