import { expect, test } from 'vitest';
import { date } from '../../core/values/plain-date.ts';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, type Visitor } from './visitor.ts';

interface Matter { readonly matter_id: string; readonly version: number; readonly state: string; readonly entries: readonly { readonly effects: readonly { readonly kind: string; readonly of: string; readonly id: string }[] }[] }
interface Line { readonly programme_id: string; readonly school_id: string; readonly secondary_heads: number; readonly planned_before: number | null; readonly actual_before: number | null }
interface Outlook { readonly campuses: readonly { readonly fit: string; readonly forecast: { readonly campus_id: string; readonly rows: readonly { readonly year: number; readonly students: number; readonly capacity: { readonly students: number; readonly binding: readonly string[] } }[] } }[] }
interface Plan { readonly revision: number; readonly lines: readonly Line[]; readonly outlook: Outlook | null; readonly province: unknown; readonly lacking: { readonly schools: readonly { readonly org_id: string }[]; readonly college: boolean } }
interface Refused { readonly type: string; readonly detail: string }

const DAY = '2025-10-31';
const REASON = { reason: '依据会议意见' };

onDatabase('embedded', 'enrolment plans over HTTP', (database) => {
  const served = serve(database, { sample: false, deps: { today: () => date(DAY) } });
  const offices = openOffices(served);
  const line = (programme_id: string, secondary_heads: number, reason: string | null = '新设备计划 2028 年到位') => ({ programme_id, secondary_heads, reason });

  async function people() {
    return {
      programme: await offices.appointed('college_programme'), head: await offices.appointed('school_head', { org_id: 'S1' }), second: await offices.appointed('school_head', { org_id: 'S2' }),
      drc: await offices.appointed('department', { org_id: 'D2' }), bureau: await offices.appointed('city_bureau'), leaders: [await offices.appointed('college_leadership'), await offices.appointed('college_leadership')] as const,
    };
  }
  function acting(matter: Matter) {
    let { version } = matter;
    const { matter_id } = matter;
    const asked = (act: string, more: object) => ({ params: { matter_id }, json: { act, version, ...more } });
    return {
      step: async (who: Visitor, act: string, more: object = {}): Promise<Matter> => {
        const answer = await who.get<Matter>('stepMatter', asked(act, more));
        ({ version } = answer);
        return answer;
      },
      refused: async (who: Visitor, act: string, more: object = {}): Promise<readonly [string, string]> => {
        const reply = await who.ask<Refused>('stepMatter', asked(act, more));
        return [codeOfProblem(reply), reply.body.detail];
      },
      asked,
      revise: async (who: Visitor, lines: readonly object[], headers: Readonly<Record<string, string>> = {}) => {
        const reply = await who.ask<Matter & Refused>('revisePlan', { params: { matter_id }, json: { version, lines }, headers });
        if (reply.status === 200) ({ version } = reply.body);
        return reply;
      },
      read: (who: Visitor) => who.get<Plan>('readPlan', { params: { matter_id } }),
    };
  }

  test('M8, S2-a: each refusal says its clause and leaves nothing behind; decided once by one of two, filed with both receipts, and on paper', async () => {
    const { programme, head, second, drc, bureau, leaders } = await people();
    const plan = acting(await programme.get<Matter>('openMatter', { json: { kind: 'enrolment_plan', subject: 'H1', details: { year: 2026, department: 'D2' } } }));
    const once = { 'idempotency-key': 'the-first-revision-of-a-plan' };
    const { version: before } = (await plan.revise(programme, [line('P11', 60, null), line('P21', 45)])).body;
    expect(before).toBe(2);
    expect((await plan.revise(head, [line('P11', 1)])).status).toBe(403);
    expect((await plan.revise(programme, [line('P11', 60), line('P99', 1)])).status).toBe(422);
    expect((await plan.read(programme))).toMatchObject({ revision: 1, lacking: { schools: [{ org_id: 'S1' }, { org_id: 'S2' }], college: true } });
    expect((await plan.read(programme)).lines[0]).toMatchObject({ programme_id: 'P11', planned_before: 90, actual_before: 90 });

    await plan.step(programme, 'sign_college');
    await plan.step(head, 'sign_school', { details: { school: 'S1' } });
    expect(await plan.refused(head, 'sign_school', { details: { school: 'S2' } })).toEqual(['not_your_step', expect.stringContaining('M8-a')]);
    expect(await plan.refused(programme, 'table', REASON)).toEqual(['guard_unmet', expect.stringContaining('衢州第二中等专业学校')]);
    await plan.step(second, 'sign_school', { details: { school: 'S2' } });
    const [code, detail] = await plan.refused(programme, 'table', REASON);
    expect([code, detail.includes('S2-a'), detail.includes('机电一体化')]).toEqual(['guard_unmet', true, true]);

    const lines = [line('P11', 60), line('P21', 45)];
    const revised = await plan.revise(programme, lines, once);
    expect((await programme.ask<Matter>('revisePlan', { params: { matter_id: revised.body.matter_id }, json: { version: revised.body.version - 1, lines }, headers: once })).body).toEqual(revised.body);
    expect((await plan.read(programme)).revision).toBe(2);
    await plan.step(programme, 'sign_college');
    for (const [who, school] of [[head, 'S1'], [second, 'S2']] as const) await plan.step(who, 'sign_school', { details: { school } });
    await plan.step(programme, 'table', REASON);
    await plan.step(bureau, 'coordinate_bureau', REASON);
    await plan.step(drc, 'coordinate_drc', REASON);

    const decide = (present: number) => ({
      details: { number: '招委〔2025〕3号', on: DAY, attendees: '张三' }, documents: [{ name: '纪要.pdf', sha256: 'a'.repeat(64) }], votes: { members: 9, present, for: present, against: 0, abstained: 0 },
    });
    expect(await plan.refused(leaders[0], 'resolve', decide(4))).toEqual(['no_quorum', expect.stringContaining('M8-b')]);
    const race = await Promise.all(leaders.map((leader) => leader.ask<Matter & Refused>('stepMatter', plan.asked('resolve', decide(8)))));
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body: decided } = race.find(({ status }) => status === 200) ?? {};
    const filing = acting(decided as Matter);
    const receipt = { details: { number: '88号', on: DAY } };
    expect(await filing.refused(programme, 'file_province', { details: { number: '88号', on: '2025-10-30' } })).toEqual(['guard_unmet', expect.stringContaining('M8-c')]);
    expect((await filing.step(programme, 'file_province', receipt)).state).toBe('province_filed');
    const filed = await filing.step(programme, 'file_exam', receipt);
    expect(filed.state).toBe('filed');
    const papers = filed.entries.flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'document'));
    expect(papers.map(({ of }) => of)).toEqual(['衢贯通计〔2025〕1号', '衢贯通审〔2025〕1号']);
    const { records } = await offices.office().get<{ records: readonly { values: { programme_id: string; planned: number } }[] }>('listRecords', { params: { sheet: 'intakes' }, query: { where: 'year=2026' } });
    expect(records.filter(({ values }) => ['P11', 'P21'].includes(values.programme_id)).map(({ values }) => values.planned).sort()).toEqual([45, 60]);
  });

  test('a school reads its own lines and what its campus can hold; lines are tried by the college alone, and nothing of it is stored', async () => {
    const { programme, head, drc } = await people();
    const matter = await programme.get<Matter>('openMatter', { json: { kind: 'enrolment_plan', subject: 'H1', details: { year: 2027, department: 'D2' } } });
    const plan = acting(matter);
    await plan.revise(programme, [line('P11', 60), line('P21', 45)]);
    const campuses = async (who: Visitor) => (await plan.read(who)).outlook?.campuses.map(({ forecast }) => forecast.campus_id);
    expect([(await plan.read(head)).lines.map(({ school_id }) => school_id), await campuses(head)]).toEqual([['S1'], ['C1']]);
    expect([(await plan.read(drc)).lines.length, await campuses(drc)]).toEqual([2, ['C1', 'C2']]);
    const tried = (who: Visitor, secondary_heads: number) => who.ask<Outlook & Refused>('askPlanOutlook', { params: { matter_id: matter.matter_id }, json: { lines: [{ programme_id: 'P11', secondary_heads }] } });
    const [few, many] = [(await tried(programme, 1)).body.campuses[0], (await tried(programme, 400)).body.campuses[0]];
    expect(many?.forecast.rows.map(({ year }) => year)).toEqual([2030, 2031]);
    expect(many?.fit).toBe('beyond');
    expect(many?.forecast.rows[0]?.capacity.binding.length).toBeGreaterThan(0);
    expect((many?.forecast.rows[0]?.students ?? 0) - (few?.forecast.rows[0]?.students ?? 0)).toBeGreaterThan(250);
    expect(codeOfProblem(await tried(head, 1))).toBe('not_your_step');
    expect((await plan.read(programme)).revision).toBe(1);
  });

  test('S2-a: a plan with the numbers of the register is foreseen as the page of forecasts foresees the region', async () => {
    const { programme } = await people();
    const { plans } = await programme.get<{ plans: readonly { head: { matter_id: string }; year: number }[] }>('listPlans');
    const matter_id = plans.find(({ year }) => year === 2027)?.head.matter_id ?? '';
    const { records } = await offices.office().get<{ records: readonly { values: { programme_id: string; planned: number } }[] }>('listRecords', { params: { sheet: 'intakes' }, query: { where: 'year=2027', per_page: '100' } });
    const lines = records.map(({ values: { programme_id, planned } }) => ({ programme_id, secondary_heads: planned }));
    expect(lines.length).toBeGreaterThan(10);
    const { campuses } = await programme.get<Outlook>('askPlanOutlook', { params: { matter_id }, json: { lines } });
    const region = await offices.office().get<{ rows: readonly (Outlook['campuses'][number]['forecast']['rows'][number] & { campus_id: string })[] }>('readForecast', { query: { on: DAY, years: '6' } });
    const told = (of: string, { year, students, capacity }: Outlook['campuses'][number]['forecast']['rows'][number]) => `${of} ${year} ${students} ${JSON.stringify(capacity)}`;
    const planned = campuses.flatMap(({ forecast }) => forecast.rows.map((row) => told(forecast.campus_id, row)));
    expect(planned.length).toBeGreaterThan(8);
    expect(planned.toSorted()).toEqual(region.rows.filter(({ year }) => year === 2030 || year === 2031).map((row) => told(row.campus_id, row)).filter((row) => planned.some((one) => one.split(' ')[0] === row.split(' ')[0])).toSorted());
  });
});
