import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Details } from '../../core/approvals/details.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from './made-matters.ts';

const WHY = { reason: '依据会议讨论' };
const MAJOR: Details = { topic: 'funding', title: '实训设备缺口', text: '东校区设备值不足' };
const MINUTES = { documents: [{ name: '纪要.pdf', sha256: 'a'.repeat(64) }] };
const VOTES = { members: 9, present: 5, for: 3, against: 1, abstained: 1 };
const decision = (on = '2025-10-31', due = '2025-11-30') => ({ ...WHY, ...MINUTES, votes: VOTES, details: { number: '办纪〔2025〕3号', on: date(on), attendees: '张三等五人', due: date(due) } });

eachDatabase('what comes before the office', (database) => {
  const store = madeStore(database);
  const scene = async () => {
    const made = await madeScene(store.db());
    await made.as.write((tx) => setGoLive(tx, date('2024-06-01')));
    return made;
  };
  const all = async (made: MadeScene, id: number, acts: readonly (readonly [MadeActor, string, Parameters<MadeScene['step']>[3]?])[]): Promise<void> => {
    for (const [who, act, more] of acts) expect(wordOf(await made.step(who, id, act, more)), act).toBe('done');
  };
  const owed = async ({ region_id }: MadeScene, of: string, today: string): Promise<string[]> => {
    await reckonDuties(store.db(), region_id, { today: date(today), duties: DEFAULT_PACK.duties.filter(({ id }) => id === of), parameters: DEFAULT_PACK.parameters });
    const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays('select due_on, closed_on, owed_by from duties where region_id = $1 and duty = $2 order by opened_on', [region_id, of]));
    return rows.map(([due, closed, owners]) => `${String(due)} ${closed === null ? 'open' : String(closed)} ${(owners as string[]).join('+')}`);
  };
  /** On an agenda, studied by one person of the office; another one holds the meeting. */
  const tabled = async (made: MadeScene) => {
    const [head, office, second] = [await made.somebody('school_head'), await made.somebody('office'), await made.somebody('office')];
    const id = idOfOpened(await made.open(head, 'major_matter', 'S', MAJOR));
    await all(made, id, [[office, 'accept'], [office, 'report', WHY], [office, 'table', { details: { on: date('2025-11-05') } }]]);
    return { id, head, office, second };
  };

  test('S1-d: a matter goes from research to a decision, and what was decided is owed by its body until another person has looked at it', async () => {
    const made = await scene();
    const { id, head, second, office } = await tabled(made);
    await all(made, id, [[second, 'resolve', decision()]]);
    expect(await owed(made, 'major_matter_decided', '2025-10-31')).toEqual(['2025-11-30 open school_head@S']);
    await all(made, id, [[head, 'report_done', WHY], [second, 'return', WHY]]);
    expect(await owed(made, 'major_matter_decided', '2025-10-31')).toEqual(['2025-11-30 2025-10-31 school_head@S', '2025-11-30 open school_head@S']);
    await all(made, id, [[head, 'report_done', { ...WHY, today: date('2025-11-20') }], [office, 'confirm_done', { ...WHY, today: date('2025-11-21') }]]);
    expect((await owed(made, 'major_matter_decided', '2025-11-21')).at(-1)).toBe('2025-11-30 2025-11-20 school_head@S');
    expect((await made.see(id)).state).toBe('done');
  });

  test('S1-d: what a firm or the city’s own bureau was asked is owed by them alone, by its day, until they reported it', async () => {
    const made = await scene();
    const [office, second, city, firm] = [await made.somebody('office'), await made.somebody('office'), await made.somebody('city_bureau'), await made.somebody('enterprise', 'F')];
    for (const [subject, carrier, own, other, post] of [['F', firm, 'major_matter_decided', 'major_matter_decided_city', 'enterprise@F'], ['B1', city, 'major_matter_decided_city', 'major_matter_decided', 'city_bureau@*']] as const) {
      const id = idOfOpened(await made.open(office, 'major_matter', subject, MAJOR));
      await all(made, id, [[office, 'accept'], [office, 'report', WHY], [office, 'table', { details: { on: date('2025-11-05') } }], [second, 'resolve', decision()]]);
      expect((await owed(made, own, '2025-10-31')).at(-1)).toBe(`2025-11-30 open ${post}`);
      expect((await owed(made, other, '2025-10-31')).filter((line) => line.endsWith(post))).toEqual([]);
      await all(made, id, [[carrier, 'report_done', { ...WHY, today: date('2025-11-20') }]]);
      expect((await owed(made, own, '2025-11-21')).at(-1)).toBe(`2025-11-30 2025-11-20 ${post}`);
    }
    // A county's bureau goes on owing what it was asked, and the city's nothing of it.
    const county = idOfOpened(await made.open(office, 'major_matter', 'B2', MAJOR));
    await all(made, county, [[office, 'accept'], [office, 'report', WHY], [office, 'table', { details: { on: date('2025-11-05') } }], [second, 'resolve', decision()]]);
    expect((await owed(made, 'major_matter_decided', '2025-10-31')).at(-1)).toBe('2025-11-30 open county_bureau@330803');
    expect(await owed(made, 'major_matter_decided_city', '2025-10-31')).toHaveLength(1);
  });

  test('S1-d: a decision without quorum, without a majority, minutes or a day ahead, or by whoever studied the matter, is refused with the clause', async () => {
    const made = await scene();
    const { id, second, office } = await tabled(made);
    const refusal = async (who: MadeActor, more: object) => {
      const stepped = await made.step(who, id, 'resolve', { ...decision(), ...more });
      return stepped.outcome === 'refused' ? { why: stepped.refusal.why, clause: stepped.refusal.clause } : stepped.outcome;
    };
    expect(await refusal(second, { votes: { members: 10, present: 5, for: 5, against: 0, abstained: 0 } })).toMatchObject({ why: 'no_quorum', clause: 'S1-d' });
    expect(await refusal(second, { votes: { ...VOTES, members: 10, present: 6, against: 3, abstained: 0 } })).toMatchObject({ why: 'not_carried', clause: 'S1-d' });
    expect(await refusal(second, { documents: [] })).toMatchObject({ why: 'guard' });
    expect(await refusal(second, decision('2025-10-31', '2025-10-30'))).toMatchObject({ why: 'guard' });
    expect(await refusal(second, decision('2025-10-30'))).toMatchObject({ why: 'guard' });
    expect(await refusal(office, {})).toMatchObject({ why: 'same_person' });
    expect(await refusal(second, {})).toBe('done');
  });

  test('S1-d: the topic is one of five, what is told is told whole, and a body that is not there has no matters', async () => {
    const made = await scene();
    const office = await made.somebody('office');
    expect(await made.open(office, 'major_matter', 'S', { title: '标题', text: '内容' })).toEqual({ outcome: 'details_wrong' });
    expect(await made.open(office, 'major_matter', 'X', MAJOR)).toEqual({ outcome: 'unknown_subject' });
    idOfOpened(await made.open(office, 'major_matter', 'S', MAJOR));
    expect(await made.open(office, 'major_matter', 'S', MAJOR)).toEqual({ outcome: 'open_already' });
    idOfOpened(await made.open(office, 'major_matter', 'S', { ...MAJOR, title: '另一件' }));
  });

  test('S1-c: a difficulty is answered within ten working days by the county of whoever raised it, goes up to the office, and is closed by them', async () => {
    const made = await scene();
    const [head, county, office, other] = [await made.somebody('school_head'), await made.somebody('county_bureau'), await made.somebody('office'), await made.somebody('county_bureau', 'B3')];
    const id = idOfOpened(await made.open(head, 'difficulty_ticket', 'S', { title: '班车', text: '实习企业没有班车' }));
    expect(await owed(made, 'difficulty_ticket_raised', '2025-10-31')).toEqual(['2025-11-14 open county_bureau@330803']);
    expect(wordOf(await made.step(other, id, 'answer', WHY))).toBe('not_found');
    await all(made, id, [[county, 'escalate', WHY], [office, 'answer', WHY], [head, 'reopen', WHY]]);
    expect(wordOf(await made.step(county, id, 'answer'))).toBe('reason_missing');
    await all(made, id, [[county, 'answer', WHY], [head, 'solve']]);
    expect((await made.see(id)).open).toBe(false);
  });

  test('S1-b: a supporting policy is owed by a day, reported with its paper and verified by somebody else; a day that is over is not named', async () => {
    const made = await scene();
    const [city, head, office] = [await made.somebody('city_bureau'), await made.somebody('department', 'B2'), await made.somebody('office')];
    const item = (due: string): Details => ({ title: '生均拨款文件', text: '印发执行文件', due: date(due) });
    expect(await made.open(city, 'support_policy', 'B2', item('2025-10-30'))).toEqual({ outcome: 'value_not_possible' });
    const id = idOfOpened(await made.open(city, 'support_policy', 'B2', item('2025-12-31')));
    expect(await owed(made, 'support_policy_owed', '2025-10-31')).toEqual(['2025-12-31 open county_bureau@330803']);
    expect(wordOf(await made.step(head, id, 'report_done', WHY))).toBe('guard');
    await all(made, id, [[head, 'report_done', { ...WHY, ...MINUTES }], [office, 'verify']]);
  });

  test('S2-k: a model case is nominated, recommended, chosen and published by different people', async () => {
    const made = await scene();
    const [head, county, office] = [await made.somebody('school_head'), await made.somebody('county_bureau'), await made.somebody('office')];
    const id = idOfOpened(await made.open(head, 'model_case', 'S', { year: 2025, title: '现场工程师班', text: '校企共建' }));
    expect(wordOf(await made.step(office, id, 'choose', WHY))).toBe('not_now');
    await all(made, id, [[county, 'recommend', WHY], [office, 'choose', WHY], [office, 'publish']]);
    expect((await made.see(id)).state).toBe('published');
    await all(made, id, [[office, 'reopen', WHY]]);
  });

  test('S2-f: a department advises on a programme for a year, in its own name, and school or college says what it makes of it', async () => {
    const made = await scene();
    const [department, head] = [await made.somebody('department', 'O1'), await made.somebody('school_head')];
    const advice: Details = { year: 2026, department: 'O1', title: '增加数控方向', text: '园区缺数控人员' };
    const programme = String((await made.as.read((tx) => tx.arrays('select programme_id from register_programmes where region_id = $1 limit 1', [made.region_id])))[0]?.[0]);
    expect(await made.open(department, 'major_advice', programme, { ...advice, department: 'B1' })).toEqual({ outcome: 'unknown_subject' });
    expect(await made.open(head, 'major_advice', programme, advice)).toEqual({ outcome: 'not_your_role' });
    await made.import({ organisations: [{ org_id: 'P1', name: '智造园区', kind: 'park', division_code: '330803' }] });
    const park = await made.somebody('department', 'P1');
    const id = idOfOpened(await made.open(park, 'major_advice', programme, { ...advice, department: 'P1' }));
    expect(wordOf(await made.step(head, id, 'take_partly'))).toBe('reason_missing');
    await all(made, id, [[head, 'take_partly', WHY]]);
    expect((await made.see(id)).state).toBe('partly');
  });
});
