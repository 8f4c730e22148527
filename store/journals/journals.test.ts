import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Values } from '../../core/journals/field.ts';
import { stateOfEntry } from '../../core/journals/entry.ts';
import { JOURNALS } from '../../core/journals/journals.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { attachFile } from '../attachments.ts';
import { loadRows } from '../campus-rows.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import type { Transaction } from '../transaction.ts';
import { siteListIn } from '../site-lists.ts';
import { entryObject, loadEntries, type StoredEntry } from './entries.ts';
import { columnOf, journalDdl, tableOf } from './journal-table.ts';
import { journalListOf, staffListOf } from './lists.ts';
import { correctEntry, recordEntries, type Recorded } from './record-entry.ts';
import { stepEntry } from './step-entry.ts';

const TODAY = date('2025-10-31');
const EXCEPTION = { person_id: 'T1', name: '张三', why: '专业教师紧缺', until: '2026-06-30' };
const HIRE = { person_id: 'X1', name: '能手', firm: '企业', higher_code: '460103', course: '实训', on: '2025-10-10', from: '2025-10-15', to: '2026-06-30' };
const HAZARD = { on: '2025-10-30', place: '3号楼', what: '护栏松动', severity: 'B' };

eachDatabase('the work of campuses', (database) => {
  const store = madeStore(database);
  let scene: MadeScene;
  let head: MadeActor;
  let registrar: MadeActor;
  let academic: MadeActor;
  let leader: MadeActor;
  let counsellor: MadeActor;
  let stranger: MadeActor;

  beforeAll(async () => {
    scene = await madeScene(store.db());
    const second = { person_id: 'T1', name: '张三', employer_id: 'S', stage: 'secondary', school_id: 'S', post: 'teacher', employment: 'full_time', degree: 'bachelor', title: 'none', qualified: 'yes', from: '2025-09-01' };
    const person = (person_id: string, place: object) => ({ ...second, person_id, name: '某人', ...place });
    const imported = await scene.import({ staff: [second, person('X1', { employment: 'part_time' }), person('N9', { employer_id: 'S2', school_id: 'S2' })] });
    if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported));
    head = await scene.somebody('school_head');
    registrar = await scene.somebody('school_registrar');
    academic = await scene.somebody('college_academic');
    leader = await scene.somebody('college_leadership');
    counsellor = await scene.somebody('counsellor', 'S');
    stranger = await scene.somebody('school_head', 'S2');
  });

  const act = async <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>): Promise<A> => (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const given = (today: PlainDate) => ({ pack: quzhou2024, today });
  const record = (who: MadeActor, kind: string, values: Values, { campuses = ['C'], today = TODAY }: { campuses?: readonly string[]; today?: PlainDate } = {}): Promise<Recorded> => act(who, (tx) => recordEntries(tx, { kind, campuses, values }, given(today)));
  const recorded = async (...asked: Parameters<typeof record>): Promise<number> => {
    const answer = await record(...asked);
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
    return answer.entries[0] ?? 0;
  };
  const see = async (entry_id: number): Promise<StoredEntry | undefined> => (await scene.as.read((tx) => loadEntries(tx, { entry_id })))[0];
  /** The outcome in a word: what of a refusal stands in the way. */
  const step = async (who: MadeActor, entry_id: number, name: string, { values = {}, reason = '', today = TODAY }: { values?: Values; reason?: string; today?: PlainDate } = {}): Promise<string> => {
    const seen = (await see(entry_id))?.steps.length ?? 0;
    const answer = await act(who, (tx) => stepEntry(tx, { entry_id, act: name, seen, reason, values }, given(today)));
    if (answer.outcome !== 'step_refused') return answer.outcome;
    return answer.refusal.why === 'guard' ? `${answer.refusal.guard.id} ${answer.refusal.clause}` : answer.refusal.why;
  };
  const attach = (who: MadeActor, entry_id: number) => act(who, (tx) => attachFile(tx, { name: '照片.png', media_type: 'image/png', bytes: Buffer.from(`photo ${entry_id} ${Math.random()}`), about: entryObject(entry_id), purpose: '' }));

  test('has a table for each kind of journal, as declared', async () => {
    const client = new pg.Client(database.connection());
    await client.connect();
    const columns = async (schema: string) => (await client.query<Record<string, unknown>>(
      `select table_name, column_name, data_type, is_nullable, collation_name from information_schema.columns where table_schema = $1 and table_name = any($2) order by 1, ordinal_position`, [schema, JOURNALS.map(tableOf)])).rows;
    await client.query(`create schema declared_work; set search_path = declared_work, public; ${JOURNALS.map(journalDdl).join('\n')}`);
    const [there, declared] = [await columns('public'), await columns('declared_work')];
    await client.query('drop schema declared_work cascade');
    await client.end();
    expect(there.length).toBe(JOURNALS.reduce((total, { fields }) => total + Object.keys(fields).length + 3, 0));
    expect(there).toEqual(declared);
    expect(columnOf('from')).toBe('valid_from');
  });

  test('R6-e: whoever is on duty records a round; who has nothing to do with the campus, or another role, does not', async () => {
    const patrol = { on: '2025-10-31', place: '宿舍', person: '李四', hazard_found: false, remark: null };
    expect((await record(counsellor, 'patrols', patrol)).outcome).toBe('done');
    expect((await record(stranger, 'patrols', patrol)).outcome).toBe('unknown_campus');
    expect((await record(academic, 'patrols', patrol)).outcome).toBe('not_your_role');
    expect((await record(counsellor, 'patrols', patrol, { campuses: ['C', 'Z'] })).outcome).toBe('unknown_campus');
    expect((await record(counsellor, 'teacher_exchanges', {})).outcome).toBe('unknown_campus');
    expect(await record(counsellor, 'patrols', { ...patrol, on: '2025-11-01', place: '' })).toMatchObject({ outcome: 'values_wrong', faults: [{ field: 'on', why: 'day_to_come' }, { field: 'place', why: 'missing_value' }] });
    const entries = await (await scene.of(counsellor)).read((tx) => loadEntries(tx, { area: 'daily', campuses: ['C'] }));
    expect(entries.map(({ values }) => values)).toEqual([patrol]);
    expect(await (await scene.of(stranger)).read((tx) => loadEntries(tx, { area: 'daily', campuses: ['C'] }))).toEqual([]);
    expect(await (await scene.of(counsellor)).read((tx) => tx.arrays('select 1 from journal_approved_posts'))).toEqual([]);
  });

  test('a correction is another entry with a reason, once; what was taken back stands no more', async () => {
    const project = { title: '数控联合教研', lead: 'college', members: '张三、李四', from: '2025-09-10', to: null, result: null };
    const first = await recorded(head, 'joint_projects', project);
    const correct = (who: MadeActor, entry_id: number, values: Values | null) => act(who, (tx) => correctEntry(tx, { entry_id, values, reason: '名称有误' }, given(TODAY)));
    expect((await correct(head, first, project)).outcome).toBe('unchanged');
    expect((await correct(stranger, first, null)).outcome).toBe('unknown_journal_entry');
    const corrected = await correct(academic, first, { ...project, title: '数控联合教研（二期）' });
    expect(corrected.outcome).toBe('done');
    expect((await correct(head, first, null)).outcome).toBe('unknown_journal_entry');
    const id = corrected.outcome === 'done' ? corrected.entries[0] ?? 0 : 0;
    expect(await see(id)).toMatchObject({ answers: first, reason: '名称有误', values: { title: '数控联合教研（二期）' } });
    expect(await see(first)).toBeUndefined();
    expect((await correct(head, id, null)).outcome).toBe('done');
    expect(await see(id)).toBeUndefined();
    await expect(scene.as.write((tx) => tx.change('update journal_joint_projects set title = $1', ['x']))).rejects.toThrow(/permission denied/);
    await expect(scene.as.write((tx) => tx.change('delete from journal_entries'))).rejects.toThrow(/permission denied/);
  });

  test('M4-c: shares of a base beyond the whole are refused with the clause, and a corrected share counts once', async () => {
    const share = (owner_id: string, share_percent: number) => ({ base_id: 'B', owner_id, share_percent, agreement_no: '共建1号', from: '2025-09-01', to: null });
    const first = await recorded(head, 'base_agreements', share('S', 60));
    expect(await record(head, 'base_agreements', share('H', 41))).toMatchObject({ outcome: 'entry_refused', refusal: { clause: 'M4-c' } });
    expect((await record(head, 'base_agreements', share('H', 40))).outcome).toBe('done');
    const more = (percent: number) => act(head, (tx) => correctEntry(tx, { entry_id: first, values: share('S', percent), reason: '更正' }, given(TODAY)));
    expect((await more(61)).outcome).toBe('entry_refused');
    expect((await more(50)).outcome).toBe('done');
  });

  test('M4-a: whose a parcel or room of the campus is stands in the list of sites, the latest that was recorded; of what the campus does not have nothing is', async () => {
    const [{ parcel_id } = { parcel_id: '' }] = await scene.as.read((tx) => loadRows(tx, 'land', {}, 'r.campus_id = $2', 'C'));
    const title = (owner: string, certificate_no: string | null = null, site = 'land') => ({ site, site_id: parcel_id, owner, certificate_no });
    const titled = async (who: MadeActor) => (await scene.of(who)).disclose(async (tx) => (await siteListIn(tx, 'sites', { campus_id: 'C', on: TODAY }))?.rows.find((row) => row[1] === parcel_id)?.slice(-2));
    expect(await titled(head)).toEqual(['—', '—']);
    // A room that is called as the parcel is there is not; nor is anybody of another school, or of the college, to record it.
    expect(await record(head, 'site_titles', title('学校', null, 'room'))).toMatchObject({ outcome: 'entry_refused', refusal: { clause: 'M4-a' } });
    expect((await record(academic, 'site_titles', title('学校'))).outcome).toBe('not_your_role');
    expect((await record(stranger, 'site_titles', title('学校'))).outcome).toBe('unknown_campus');
    const first = await recorded(head, 'site_titles', title('学校', '浙（2024）1号'));
    expect(await titled(head)).toEqual(['学校', '浙（2024）1号']);
    await recorded(registrar, 'site_titles', title('县国资中心'));
    expect(await titled(head)).toEqual(['县国资中心', '—']);
    expect((await act(head, (tx) => correctEntry(tx, { entry_id: first, values: title('学校', '浙（2024）2号'), reason: '更正' }, given(TODAY)))).outcome).toBe('done');
    expect(await titled(head)).toEqual(['学校', '浙（2024）2号']);
  });

  test('R5-b: the school asks, another person at the college approves, and the register bears the end', async () => {
    expect(await record(head, 'overlap_exception', { ...EXCEPTION, person_id: 'T2' })).toMatchObject({ outcome: 'entry_refused', refusal: { clause: 'R5-b' } });
    const overlaps = () => scene.as.read((tx) => tx.whole(async (whole) => (await staffListOf(whole, 'overlaps', { campus_id: 'C', on: TODAY }))?.rows.map((row) => row.at(-2))));
    expect(await overlaps()).toEqual(['无']);
    const id = await recorded(head, 'overlap_exception', EXCEPTION);
    expect((await record(registrar, 'overlap_exception', EXCEPTION)).outcome).toBe('entry_refused');
    expect(await step(head, id, 'approve')).toBe('not_your_role');
    expect(await step(academic, id, 'approve', { today: date('2026-06-30') })).toBe('until_ahead R5-b');
    expect(await step(academic, id, 'approve')).toBe('done');
    expect(await overlaps()).toEqual(['2026-06-30']);
    const posts = await scene.as.read((tx) => loadRows(tx, 'staff', {}, 'r.person_id = $2', 'T1'));
    expect(posts.map(({ stage, exception_until }) => [stage, exception_until]).sort()).toEqual([['higher', '2026-06-30'], ['secondary', null]]);
    expect(await step(leader, id, 'decline', { reason: '晚了' })).toBe('closed');
  });

  test('M6-a, R5-b, M6-d: whom an entry names stands in the register of staff of campus, school or college, in reach of whoever records it; nothing of it is kept otherwise', async () => {
    const exchange = { direction: 'to_college', person_id: 'T1', name: '张三', order_no: '派1', from: '2025-09-01', to: '2026-01-31' };
    const training = { person_id: 'T1', name: '张三', team: 'teaching', topic: '课程', on: '2025-10-10', hours: 8 };
    const asked = [[head, 'teacher_exchanges', exchange], [registrar, 'teacher_trainings', training], [academic, 'expert_hire', { ...HIRE, course: '另一门' }], [head, 'overlap_exception', EXCEPTION]] as const;
    const many = async () => (await scene.as.read((tx) => loadEntries(tx, { kinds: asked.map(([, kind]) => kind) }))).length;
    const before = await many();
    for (const [who, kind, values] of asked) {
      // Nobody, and somebody of another school.
      for (const person_id of ['没有这个人', 'N9']) {
        const refused = await record(who, kind, { ...values, person_id });
        expect(refused, `${kind} ${person_id}`).toMatchObject({ outcome: 'entry_refused', refusal: { clause: kind === 'overlap_exception' ? 'R5-b' : kind === 'expert_hire' ? 'M6-d' : 'M6-a' } });
        expect(refused.outcome === 'entry_refused' && refused.refusal.text.zh).toContain(`没有编号为 ${person_id} 的人员`);
      }
    }
    expect(await many()).toBe(before);
    const id = await recorded(head, 'teacher_exchanges', exchange);
    expect(await act(head, (tx) => correctEntry(tx, { entry_id: id, reason: '写错人', values: { ...exchange, person_id: 'N9' } }, given(TODAY)))).toMatchObject({ outcome: 'entry_refused' });
  });

  test('M6-d: the college recommends, the school contracts afterwards; a contract that is dated before is refused with the clause', async () => {
    expect((await record(head, 'expert_hire', HIRE)).outcome).toBe('not_your_role');
    expect(await record(academic, 'expert_hire', { ...HIRE, higher_code: '460199' })).toMatchObject({ outcome: 'entry_refused', refusal: { clause: 'M6-d' } });
    const id = await recorded(academic, 'expert_hire', HIRE);
    const contract = (contract_on: string) => ({ values: { contract_no: '聘1', contract_on } });
    expect(await step(academic, id, 'contract', contract('2025-10-12'))).toBe('not_your_role');
    expect(await step(head, id, 'contract')).toBe('values_wrong');
    expect(await step(head, id, 'contract', contract('2025-10-09'))).toBe('contract_in_order M6-d');
    expect(await step(head, id, 'contract', contract('2025-10-10'))).toBe('done');
    const entry = await see(id);
    expect(entry === undefined ? null : stateOfEntry(entry)).toBe('hired');
    const list = await scene.as.read((tx) => journalListOf(tx, JOURNALS.find((one) => one.id === 'expert_hire') ?? (() => { throw new Error(); })(), { campus_id: 'C', campus: '校区', on: TODAY }));
    expect(list.rows[0]).toEqual(['X1', '能手', '企业', '460103', '实训', '2025-10-10', '2025-10-15', '2026-06-30', '聘1', '2025-10-10', '已聘用', '2025-10-31']);
  });

  test('M3-a: nothing is put right without proof, nor closed by whoever found it or put it right; what came back takes new proof', async () => {
    const id = await recorded(counsellor, 'hazard', HAZARD);
    expect(await step(registrar, id, 'rectify', { reason: '已加固' })).toBe('hazard_proof M3-a');
    expect((await attach(registrar, id)).outcome).toBe('done');
    expect(await step(registrar, id, 'rectify')).toBe('reason_missing');
    expect(await step(registrar, id, 'rectify', { reason: '已加固' })).toBe('done');
    expect(await step(leader, id, 'return', { reason: '仍松动' })).toBe('done');
    expect(await step(registrar, id, 'rectify', { reason: '重做' })).toBe('hazard_proof M3-a');
    await attach(head, id);
    expect(await step(head, id, 'rectify', { reason: '重做' })).toBe('done');
    expect(await step(head, id, 'close')).toBe('same_person');
    expect(await step(academic, id, 'close')).toBe('done');
    const own = await recorded(academic, 'hazard', HAZARD);
    await attach(registrar, own);
    expect(await step(registrar, own, 'rectify', { reason: '已加固' })).toBe('done');
    expect(await step(academic, own, 'close')).toBe('same_person');
  });

  test('two who take a step at once: the later is told', async () => {
    const id = await recorded(academic, 'visitor_request', { on: '2025-11-10', person: '王', need: 'both', remark: null });
    const arrange = () => act(head, (tx) => stepEntry(tx, { entry_id: id, act: 'arrange', seen: 1, reason: '', values: { arrangement: '校内公寓', cost_yuan: 0 } }, given(TODAY)));
    expect((await Promise.all([arrange(), arrange()])).map(({ outcome }) => outcome).sort()).toEqual(['changed_meanwhile', 'done']);
  });

  test('what entries wait for is a duty: by working days, by the day of its severity, or before the teaching day', async () => {
    await scene.as.write((tx) => setGoLive(tx, date('2024-06-01')));
    const hazard = await recorded(head, 'hazard', { ...HAZARD, on: '2025-10-28', severity: 'A' });
    const incident = await recorded(head, 'incident', { on: '2025-10-29', place: '实训楼', what: '划伤', people: 1, host: 'campus' });
    const request = await recorded(academic, 'visitor_request', { on: '2025-11-10', person: '王', need: 'both', remark: null });
    const gone = await recorded(head, 'hazard', HAZARD);
    await act(head, (tx) => correctEntry(tx, { entry_id: gone, values: null, reason: '重复' }, given(TODAY)));
    expect(await step(head, incident, 'triage', { reason: '轻微', values: { severity: 'C' }, today: date('2025-11-03') })).toBe('done');
    const asked = quzhou2024.duties.filter(({ id }) => /^(hazard|incident|visitor_request)_/.test(id));
    await reckonDuties(store.db(), scene.region_id, { today: date('2025-11-03'), duties: asked, parameters: quzhou2024.parameters });
    const rows = await scene.as.read((tx) => tx.arrays('select duty, opened_on, due_on, closed_on, about, owed_by from duties where region_id = $1 and about = any($2) order by duty, opened_on', [scene.region_id, [hazard, incident, request, gone].map((id) => `journal:${id}`)]));
    expect(rows.map(([duty, opened, due, closed]) => [duty, opened, due, closed ?? 'open'].join(' '))).toEqual([
      'hazard_open 2025-10-31 2025-10-31 open', 'incident_reported 2025-10-31 2025-11-03 2025-11-03', 'incident_triaged 2025-11-03 2025-11-05 open', 'visitor_request_asked 2025-10-31 2025-11-09 open',
    ]);
    expect(rows[3]?.[5]).toEqual(expect.arrayContaining(['school_head@S', 'campus_manager@C']));
  });
});
