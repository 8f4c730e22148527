import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { quzhou2024 } from '../core/policy/quzhou-2024/pack.ts';
import type { DraftLine } from '../core/plans/line.ts';
import { date } from '../core/values/plain-date.ts';
import { loadRows } from './campus-rows.ts';
import { madeStore } from './made-store.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from './matters/made-matters.ts';
import type { Stepped } from './matters/step-matter.ts';
import { reckonDuties } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { planOutlook } from '../core/plans/outlook.ts';
import { planGround } from './plan-ground.ts';
import { approvedQuota } from './plan-quota.ts';
import { revisePlan } from './plans.ts';

const WHY = { reason: '示例' };
const MINUTES = {
  documents: [{ name: '纪要.pdf', sha256: 'a'.repeat(64) }], votes: { members: 9, present: 8, for: 7, against: 0, abstained: 1 },
  details: { number: '招委〔2025〕3号', on: date('2025-10-31'), attendees: '甲、乙、丙' },
};
const paper = (number: string) => ({ details: { number, on: date('2025-10-31') } });

eachDatabase('enrolment plans', (database) => {
  const store = madeStore(database);

  /** A college with two schools, each with a programme, and everybody who has to do with its plan. */
  async function planning() {
    const scene = await madeScene(store.db());
    const imported = await scene.import({
      organisations: [{ org_id: 'D', name: '发展和改革委员会', kind: 'department', division_code: '330800' }, { org_id: 'E', name: '人社局', kind: 'department', division_code: '330800' }],
      programmes: [
        { programme_id: 'P', school_id: 'S', college_id: 'H', campus_id: 'C', secondary_code: '660103', higher_code: '460103', name: '数控', enterprises: 'F' },
        { programme_id: 'P2', school_id: 'S2', college_id: 'H', secondary_code: '710201', higher_code: '510201', name: '计算机应用' },
      ],
      intakes: [{ year: 2024, school_id: 'S', programme_id: 'P', planned: 40, admitted: 40, registered: 38 }, { year: 2025, school_id: 'S', programme_id: 'P', planned: 45, admitted: 41 }],
    });
    expect(imported.outcome).toBe('done');
    const people = {
      programme: await scene.somebody('college_programme'), leader: await scene.somebody('college_leadership'), head: await scene.somebody('school_head'),
      second: await scene.somebody('school_head', 'S2'), bureau: await scene.somebody('city_bureau'), drc: await scene.somebody('department', 'D'),
    };
    const id = idOfOpened(await scene.open(people.programme, 'enrolment_plan', 'H', { year: 2026, department: 'D' }));
    return { scene, ...people, id, lines: (...lines: DraftLine[]) => revise(scene, people.programme, id, lines) };
  }
  type Planning = Awaited<ReturnType<typeof planning>>;

  async function revise(scene: MadeScene, who: MadeActor, matter_id: number, lines: readonly DraftLine[]): Promise<Stepped> {
    const { version } = await scene.see(matter_id);
    return (await scene.of(who)).write(async (tx) => {
      const answer = await revisePlan(tx, { matter_id, version, lines }, { pack: quzhou2024, today: date('2025-10-31') });
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
  }
  const line = (programme_id: string, secondary_heads: number, reason: string | null = null): DraftLine => ({ programme_id, secondary_heads, reason });
  const quotaOf = ({ scene }: Planning) => scene.as.read((tx) => tx.whole((whole) => approvedQuota(whole, 2026)));
  const plannedOf = async ({ scene }: Planning) => (await scene.as.read((tx) => loadRows(tx, 'intakes', {}, 'r.year = $2', 2026))).map(({ programme_id, planned, registered }) => [programme_id, planned, registered]);

  async function signed({ scene, id, head, second, programme }: Planning, schools: readonly string[] = ['S', 'S2']): Promise<void> {
    for (const school of schools) expect(wordOf(await scene.step(school === 'S' ? head : second, id, 'sign_school', { details: { school } })), school).toBe('done');
    expect(wordOf(await scene.step(programme, id, 'sign_college'))).toBe('done');
  }
  async function coordinated(plan: Planning): Promise<void> {
    const { scene, id, programme, bureau, drc } = plan;
    expect(wordOf(await scene.step(programme, id, 'table', WHY))).toBe('done');
    expect(wordOf(await scene.step(drc, id, 'coordinate_drc', WHY))).toBe('done');
    expect(wordOf(await scene.step(bureau, id, 'coordinate_bureau', WHY))).toBe('done');
  }

  test('S3-f: a plan with a line of a stopped school is not tabled', async () => {
    const plan = await planning();
    const { scene, id, programme, lines } = plan;
    const told = (pilot_to: string) => scene.import({ schools: [{ school_id: 'S2', on: '2025-09-01', total_land_m2: '1', total_building_m2: '1', total_equipment_yuan: '1', secondary_students: 1, secondary_teachers: 1, pilot_from: '2024-05-29', pilot_to }] });
    expect((await told('2025-10-30')).outcome).toBe('done');
    expect((await lines(line('P', 40, '扩建在建'), line('P2', 40, '扩建在建'))).outcome).toBe('done');
    await signed(plan);
    expect(await scene.step(programme, id, 'table', WHY)).toMatchObject({ refusal: { guard: { id: 'plan_schools' }, clause: 'S3-f', detail: { zh: expect.stringContaining('S2') } } });
    await told('2025-10-31');
    expect(wordOf(await scene.step(programme, id, 'table', WHY))).toBe('done');
  });

  test('M8: from draft to both receipts; the register has the numbers from the decision on, the quota is filed with the second receipt', async () => {
    const plan = await planning();
    const { scene, id, leader, programme } = plan;
    expect(wordOf(await plan.lines(line('P', 40), line('P2', 30)))).toBe('done');
    await signed(plan);
    await coordinated(plan);
    expect([await quotaOf(plan), await plannedOf(plan)]).toEqual([new Map(), []]);
    expect(wordOf(await scene.step(leader, id, 'resolve', MINUTES))).toBe('done');
    expect(await plannedOf(plan)).toEqual([['P', 40, null], ['P2', 30, null]]);
    expect(await quotaOf(plan)).toEqual(new Map([['P', { approved: 40, filed: false, matter_id: id }], ['P2', { approved: 30, filed: false, matter_id: id }]]));
    expect(wordOf(await scene.step(programme, id, 'file_exam', paper('考1')))).toBe('done');
    expect((await quotaOf(plan)).get('P')?.filed).toBe(false);
    expect(wordOf(await scene.step(programme, id, 'file_exam', paper('考2')))).toBe('not_now');
    expect(wordOf(await scene.step(programme, id, 'file_province', paper('教1')))).toBe('done');
    expect((await quotaOf(plan)).get('P')).toEqual({ approved: 40, filed: true, matter_id: id });
    expect(await scene.see(id)).toMatchObject({ state: 'filed', open: false });
  });

  test('M8-a: with one side’s signature, with one school’s missing, or with signatures under an earlier revision it is not tabled', async () => {
    const plan = await planning();
    const { scene, id, head, second, programme } = plan;
    expect(await scene.step(programme, id, 'table', WHY)).toMatchObject({ refusal: { why: 'guard', clause: 'M8-a', guard: { id: 'plan_signatures' } } });
    await plan.lines(line('P', 40), line('P2', 30));
    expect(wordOf(await scene.step(programme, id, 'sign_college'))).toBe('done');
    expect(await scene.step(programme, id, 'table', WHY)).toMatchObject({ refusal: { clause: 'M8-a', detail: { zh: expect.stringMatching(/：学校、二校$/) } } });
    expect(wordOf(await scene.step(head, id, 'sign_school', { details: { school: 'S' } }))).toBe('done');
    expect(await scene.step(programme, id, 'table', WHY)).toMatchObject({ refusal: { detail: { zh: expect.stringMatching(/：二校$/) } } });
    expect(wordOf(await scene.step(second, id, 'sign_school', { details: { school: 'S2' } }))).toBe('done');
    await plan.lines(line('P', 41), line('P2', 30));
    expect(await scene.step(programme, id, 'table', WHY)).toMatchObject({ refusal: { detail: { zh: expect.stringMatching(/^第 2 次修订尚未签署：.+、二校、.+$/) } } });
    await signed(plan);
    expect(wordOf(await scene.step(programme, id, 'table', WHY))).toBe('done');
  });

  test('whose signature it is: of one’s own school, under lines of it, once; the department that was named co-ordinates and no other', async () => {
    const plan = await planning();
    const { scene, id, head, second, programme } = plan;
    expect(wordOf(await scene.step(head, id, 'sign_school', { details: { school: 'S' } }))).toBe('guard');
    await plan.lines(line('P', 40));
    expect(wordOf(await scene.step(second, id, 'sign_school', { details: { school: 'S2' } }))).toBe('guard');
    expect(wordOf(await scene.step(head, id, 'sign_school', { details: { school: 'S2' } }))).toBe('not_your_role');
    expect(wordOf(await scene.step(second, id, 'sign_school', { details: { school: 'S' } }))).toBe('not_your_role');
    expect(wordOf(await scene.step(head, id, 'sign_school'))).toBe('details_wrong');
    expect(wordOf(await scene.step(head, id, 'sign_school', { details: { school: 'S' } }))).toBe('done');
    expect(wordOf(await scene.step(head, id, 'sign_school', { details: { school: 'S' } }))).toBe('guard');
    expect(wordOf(await scene.step(programme, id, 'sign_college'))).toBe('done');
    expect(wordOf(await scene.step(programme, id, 'table', WHY))).toBe('done');
    expect(wordOf(await scene.step(await scene.somebody('department', 'E'), id, 'coordinate_drc', WHY))).toBe('not_found');
    expect(await scene.open(programme, 'enrolment_plan', 'H', { year: 2027, department: 'S' })).toMatchObject({ outcome: 'unknown_subject' });
  });

  test('lines that cannot be: a programme of nobody’s, one twice, none; a refused revision leaves none behind', async () => {
    const plan = await planning();
    expect(await plan.lines()).toMatchObject({ outcome: 'problems', problems: [{ code: 'missing_value' }] });
    expect(await plan.lines(line('X', 1))).toMatchObject({ problems: [{ code: 'unknown_reference', value: 'X' }] });
    expect(await plan.lines(line('P', 1), line('P', 2))).toMatchObject({ problems: [{ code: 'duplicate_key', value: 'P' }] });
    expect(wordOf(await revise(plan.scene, plan.head, plan.id, [line('P', 1)]))).toBe('not_your_role');
    expect(await plan.scene.as.read((tx) => tx.whole((whole) => whole.query('select 1 from plan_lines where region_id = $1', [plan.scene.region_id])))).toEqual([]);
    expect(wordOf(await plan.scene.step(plan.programme, plan.id, 'revise', { details: { revision: 1 } }))).toBe('guard');
  });

  test('M8-b: without a quorum, without the majority, without minutes nothing is decided; nor by whoever signed; of two who decide at once one is too late', async () => {
    const plan = await planning();
    const { scene, id, leader } = plan;
    await plan.lines(line('P', 40), line('P2', 30));
    await signed(plan);
    await coordinated(plan);
    const votes = (present: number, yes: number) => ({ ...MINUTES, votes: { members: 10, present, for: yes, against: present - yes, abstained: 0 } });
    expect(await scene.step(leader, id, 'resolve', { ...votes(6, 6), documents: [] })).toMatchObject({ refusal: { why: 'guard', clause: 'M8-b', guard: { id: 'minutes' } } });
    expect(await scene.step(leader, id, 'resolve', votes(5, 5))).toMatchObject({ refusal: { why: 'no_quorum', clause: 'M8-b', rule: { key: 'leading_group.present_above' } } });
    expect(wordOf(await scene.step(leader, id, 'resolve', votes(6, 3)))).toBe('not_carried');
    expect(wordOf(await scene.step(leader, id, 'resolve', { ...MINUTES, details: { ...MINUTES.details, on: date('2025-10-30') } }))).toBe('guard');
    expect([await plannedOf(plan), (await scene.see(id)).state]).toEqual([[], 'tabled']);
    const other = await scene.somebody('college_leadership');
    const both = await Promise.all([scene.step(leader, id, 'resolve', votes(6, 4)), scene.step(other, id, 'resolve', votes(6, 4))]);
    expect(both.map(wordOf).sort()).toEqual(['changed_meanwhile', 'done']);
    expect(await plannedOf(plan)).toEqual([['P', 40, null], ['P2', 30, null]]);
  });

  test('people apart: whoever signed for the college does not decide, and the two sides are two persons', async () => {
    const plan = await planning();
    const { scene, id, head, leader } = plan;
    await plan.lines(line('P', 40));
    expect(wordOf(await scene.step(head, id, 'sign_school', { details: { school: 'S' } }))).toBe('done');
    expect(wordOf(await scene.step(leader, id, 'sign_college'))).toBe('done');
    await coordinated(plan);
    expect(await scene.step(leader, id, 'resolve', MINUTES)).toMatchObject({ refusal: { why: 'same_person', acts: ['sign_college'] } });
    expect(wordOf(await scene.step(await scene.somebody('college_leadership'), id, 'resolve', MINUTES))).toBe('done');
  });

  test('S2-a: one head beyond what the campus holds asks for a reason, as many as it holds do not; what was told is kept with the step', async () => {
    const plan = await planning();
    const { scene, id, programme } = plan;
    const { capacity, heads } = await room(plan);
    await plan.lines(line('P', heads(capacity + 1)));
    await signed(plan, ['S']);
    expect(await scene.step(programme, id, 'table', WHY)).toMatchObject({ refusal: { why: 'guard', clause: 'S2-a', detail: { zh: expect.stringMatching(/：数控$/) } } });
    await plan.lines(line('P', heads(capacity)));
    await signed(plan, ['S']);
    expect(wordOf(await scene.step(programme, id, 'table', WHY))).toBe('done');
    const told = (await scene.see(id)).entries.at(-1)?.verdicts ?? [];
    expect(new Set(told.map(({ about, on }) => `${about} ${on}`))).toEqual(new Set(['campus:C 2029-10-31', 'campus:C 2030-10-31']));
    const beyond = await planning();
    await beyond.lines(line('P', heads(capacity + 1), '二期宿舍 2028 年投入使用'));
    await signed(beyond, ['S']);
    expect(wordOf(await beyond.scene.step(beyond.programme, beyond.id, 'table', WHY))).toBe('done');
  });

  test('an amendment is a plan of the same year that keeps every decided line; the earlier one holds until it is decided, then the register is corrected', async () => {
    const plan = await planning();
    const { scene, id, programme, leader } = plan;
    const filed = async (of: Planning): Promise<void> => {
      await signed(of);
      await coordinated(of);
      expect(wordOf(await scene.step(leader, of.id, 'resolve', MINUTES))).toBe('done');
    };
    await plan.lines(line('P', 40), line('P2', 30));
    await filed(plan);
    for (const act of ['file_province', 'file_exam']) await scene.step(programme, id, act, paper(act));
    const amending = idOfOpened(await scene.open(programme, 'enrolment_plan', 'H', { year: 2026, department: 'D' }));
    expect(await revise(scene, programme, amending, [line('P', 44)])).toMatchObject({ outcome: 'problems', problems: [{ code: 'missing_value', value: 'P2' }] });
    expect(wordOf(await revise(scene, programme, amending, [line('P', 44), line('P2', 0)]))).toBe('done');
    expect((await quotaOf(plan)).get('P')).toEqual({ approved: 40, filed: true, matter_id: id });
    await filed({ ...plan, id: amending });
    expect((await quotaOf(plan)).get('P')).toEqual({ approved: 44, filed: false, matter_id: amending });
    expect(await plannedOf(plan)).toEqual([['P', 44, null], ['P2', 0, null]]);
    const acts = await scene.as.read((tx) => tx.query(`select act, reason from register_intakes where region_id = $1 and year = 2026 and programme_id = 'P' order by record_id`, [scene.region_id]));
    expect(acts).toEqual([{ act: 'added', reason: `事项 ${id}` }, { act: 'corrected', reason: `事项 ${amending}` }]);
  });

  test('M8-b: a plan that is tabled waits for the bureau and the department that it names, then for the other of them, then for the leading group', async () => {
    const plan = await planning();
    const { scene, id, programme, bureau, drc } = plan;
    await scene.as.write((tx) => setGoLive(tx, date('2024-06-01')));
    await plan.lines(line('P', 40));
    await signed(plan, ['S']);
    await scene.step(programme, id, 'table', WHY);
    expect(await standing(plan)).toEqual(['enrolment_plan_coordinating 2025-11-14 city_bureau@*+department@D']);
    await scene.step(bureau, id, 'coordinate_bureau', WHY);
    expect(await standing(plan)).toEqual(['enrolment_plan_bureau_coordinated 2025-11-14 department@D']);
    await scene.step(drc, id, 'coordinate_drc', WHY);
    expect((await standing(plan)).at(-1)).toBe('enrolment_plan_tabled 2025-11-14 college_leadership@H');
  });

  async function standing({ scene }: Planning): Promise<string[]> {
    const duties = DEFAULT_PACK.duties.filter((duty) => duty.id.startsWith('enrolment_plan'));
    await reckonDuties(store.db(), scene.region_id, { today: date('2025-10-31'), duties, parameters: DEFAULT_PACK.parameters });
    const rows = await scene.as.read((tx) => tx.arrays('select duty, due_on, owed_by from duties where region_id = $1 and closed_on is null order by duty', [scene.region_id]));
    return rows.map(([duty, due, owners]) => `${String(duty)} ${String(due)} ${(owners as string[]).join('+')}`);
  }

  /** What the campus can hold in the plan's years, and the intake that brings just so many there. */
  async function room({ scene }: Planning) {
    const given = { pack: quzhou2024, today: date('2025-10-31'), year: 2026, lag: 3 };
    const { ground } = await scene.as.read((tx) => tx.whole((whole) => planGround(whole, 'H', given)));
    const ask = (secondary_heads: number) => planOutlook(ground, { year: 2026, lag: 3, programmes: ['P', 'P2'], lines: [{ programme_id: 'P', secondary_heads }] }).campuses[0]?.years ?? [];
    const most = (secondary_heads: number): number => Math.max(...ask(secondary_heads).map(({ students }) => students ?? 0));
    const capacity = Math.min(...ask(0).map((year) => year.capacity.students ?? 0));
    expect(capacity).toBeGreaterThan(0);
    const filling = Array.from({ length: 2000 }, (_, n) => n).findLast((n) => most(n) <= capacity) ?? 0;
    return { capacity, heads: (wanted: number): number => filling + (wanted > capacity ? 1 : 0) };
  }
});
