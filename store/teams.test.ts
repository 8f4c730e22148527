import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachDatabase, onDatabase } from '../check/databases.ts';
import { addDays, date } from '../core/values/plain-date.ts';
import { madeCooperation, onPaper, type MadePerson } from './made-cooperation.ts';
import { madeStore } from './made-store.ts';
import { madeChange } from './matters/made-change.ts';
import { actsFor, nameMember, stepMember, type NamedMember, type StepOutcome } from './team-steps.ts';
import { endTeam, listTeams, managementTeamOf, promotionTeamOf, setUpTeam } from './teams.ts';

const DAY = date('2025-10-31');
const LEADER: NamedMember = { ...onPaper('2025-09-01'), function: 'leader', name: '负责人', staff_no: null, employer_id: 'S1', main_post: '副校长' };
const STAFF: NamedMember = { ...LEADER, function: 'staff', name: '工作人员', employer_id: 'H1', main_post: '' };

eachDatabase('teams of college and school', (database) => {
  const store = madeStore(database);

  /** A team of the campus, and everybody who has a part in it. */
  async function cooperation() {
    const { region, person, team } = await madeCooperation(store);
    const team_id = await team();
    const [head, other, college, leadership, county, city] = [
      await person('school_head', 'S1'), await person('school_head', 'S1'), await person('college_programme', 'H1'),
      await person('college_leadership', 'H1'), await person('county_bureau', 'B2'), await person('city_bureau', 'B1'),
    ];
    const name = async (by: MadePerson, given: Partial<NamedMember> = {}, base = LEADER): Promise<string> => {
      const named = await by.as.write((tx) => nameMember(tx, team_id, { ...base, ...given }, by));
      if (named.outcome !== 'done') throw new Error(named.outcome);
      return named.member_id;
    };
    const step = (by: MadePerson, member_id: string, act: string, on: string, version: number, reason: string | null = null): Promise<StepOutcome> =>
      by.as.write(async (tx) => {
        const answer = await stepMember(tx, team_id, member_id, { ...onPaper(on), act, reason, version }, by);
        if (answer.outcome !== 'done') tx.discard();
        return answer;
      });
    const stateOf = (member_id: string) => region.as.read(async (tx) => {
      const member = (await listTeams(tx, { team_id }))[0]?.members.find((one) => one.member_id === member_id);
      return { state: member?.state, version: member?.version, acts: member?.entries.map(({ act }) => act) };
    });
    return { region, person, team_id, head, other, college, leadership, county, city, name, step, stateOf };
  }

  test('a leader is named, recommended by the bureau of the school’s level, appointed by another, and ended; each with who, when and why', async () => {
    const { region, team_id, head, leadership, county, name, step } = await cooperation();
    const leader = await name(head);
    expect(await step(county, leader, 'recommend', '2025-09-05', 1)).toMatchObject({ outcome: 'done' });
    expect(await step(leadership, leader, 'appoint', '2025-09-05', 2)).toMatchObject({ outcome: 'done' });
    expect(await step(leadership, leader, 'end', '2026-01-31', 3, '调任')).toMatchObject({ outcome: 'done' });
    const [found] = await region.as.read((tx) => listTeams(tx, { team_id }));
    expect(found?.members[0]?.entries.map(({ act, on, by, role, reason }) => [act, on, by, role, reason])).toEqual([
      ['open', '2025-09-01', head.account, 'school_head', null], ['recommend', '2025-09-05', county.account, 'county_bureau', null],
      ['appoint', '2025-09-05', leadership.account, 'college_leadership', null], ['end', '2026-01-31', leadership.account, 'college_leadership', '调任'],
    ]);
  });

  test('an appointment before its recommendation is refused, whether by order or by date', async () => {
    const { head, leadership, county, name, step, stateOf } = await cooperation();
    const leader = await name(head);
    expect(await step(leadership, leader, 'appoint', '2025-09-05', 1)).toMatchObject({ outcome: 'step_refused', refusal: { why: 'not_now', clause: 'R6-c' } });
    await step(county, leader, 'recommend', '2025-09-05', 1);
    expect(await step(leadership, leader, 'appoint', '2025-09-04', 2)).toMatchObject({ outcome: 'step_refused', refusal: { why: 'guard', clause: 'R6-c', guard: { id: 'order' } } });
    expect(await stateOf(leader)).toEqual({ state: 'recommended', version: 2, acts: ['open', 'recommend'] });
  });

  test('the recommendation comes from the bureau of the school’s level (B49), not from the city’s', async () => {
    const { head, city, name, step } = await cooperation();
    expect(await step(city, await name(head), 'recommend', '2025-09-05', 1)).toMatchObject({ outcome: 'step_refused', refusal: { why: 'guard', clause: 'R6-c', detail: { zh: '应由县教育局推荐。' } } });
  });

  test('a reading and a number that the region changed hold for its teams from their day, and not the day before (B49, R6-a)', async () => {
    const { region, head, other, city, county, leadership, college, name, step } = await cooperation();
    const moved = await region.import({
      campuses: [{ campus_id: 'C1', name: '校区', school_id: 'S1', college_id: 'H1', division_code: '330803', form: 'new_build', status: 'preparing' }],
      organisations: [{ org_id: 'B3', name: '邻县教育局', kind: 'education_bureau', division_code: '330803' }],
    });
    expect(moved.outcome).toBe('done');
    const leader = await name(head);
    const refused = (bureau: string) => ({ outcome: 'step_refused', refusal: { why: 'guard', detail: { zh: `应由${bureau}推荐。` } } });
    await madeChange(store.db(), region.actor.region_id, { key: 'recommender', value: 'bureau_of_place', from: '2025-09-06' });
    expect(await step(city, leader, 'recommend', '2025-09-05', 1)).toMatchObject(refused('县教育局'));
    expect(await step(city, leader, 'recommend', '2025-09-06', 1)).toMatchObject(refused('邻县教育局'));
    expect((await step(county, leader, 'recommend', '2025-09-05', 1)).outcome).toBe('done');
    expect((await step(leadership, leader, 'appoint', '2025-09-05', 2)).outcome).toBe('done');
    const staff = await name(head, {}, STAFF);
    expect((await step(college, staff, 'approve_college', '2025-09-05', 1)).outcome).toBe('done');
    expect((await step(other, staff, 'approve_school', '2025-09-05', 2)).outcome).toBe('done');
    const standsOn = (on: string) => region.as.read(async (tx) => (await managementTeamOf(tx, 'C1', date(on))).outcome);
    expect(await standsOn('2025-09-20')).toBe('met');
    await madeChange(store.db(), region.actor.region_id, { key: 'campus_team.members_each_side', value: '2', from: '2025-09-20' });
    expect([await standsOn('2025-09-19'), await standsOn('2025-09-20')]).toEqual(['met', 'unmet']);
  });

  test('a leader without a post in either school is not recommended', async () => {
    const { head, county, name, step } = await cooperation();
    const refused = { outcome: 'step_refused', refusal: { why: 'guard', clause: 'R6-b', guard: { id: 'post' } } };
    expect(await step(county, await name(head, { main_post: '' }), 'recommend', '2025-09-05', 1)).toMatchObject(refused);
    expect(await step(county, await name(head, { employer_id: 'F1' }), 'recommend', '2025-09-05', 1)).toMatchObject(refused);
    // Whom the staff register knows must stand in it on that day: T1 did to the end of August.
    const known = await name(head, { staff_no: 'T1', on: date('2025-08-01') });
    expect(await step(county, known, 'recommend', '2025-09-01', 1)).toMatchObject(refused);
    expect(await step(county, known, 'recommend', '2025-08-31', 1)).toMatchObject({ outcome: 'done' });
  });

  test('R6-c, R6-d: a number that is given is of somebody of the school or the college, in reach of whoever names them; an employer is of the register', async () => {
    const { region, team_id, head, college } = await cooperation();
    const at = (person_id: string, place: object) => ({ person_id, name: '某人', employer_id: 'S2', stage: 'secondary', post: 'teacher', employment: 'full_time', degree: 'bachelor', title: 'none', qualified: 'yes', from: '2025-09-01', ...place });
    const imported = await region.import({ staff: [at('N2', { school_id: 'S2' }), at('N1', { employer_id: 'S1', school_id: 'S1' })] }, { file: { name: 'n', sha256: 'n' } });
    if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported).slice(0, 500));
    const many = async () => (await region.as.read((tx) => listTeams(tx, { team_id })))[0]?.members.length;
    const named = (by: MadePerson, given: Partial<NamedMember>, base: NamedMember) => by.as.write(async (tx) => {
      const answer = await nameMember(tx, team_id, { ...base, ...given }, by);
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
    for (const staff_no of ['没有这个人', 'N2']) {
      expect(await named(head, { staff_no }, LEADER), staff_no).toEqual({ outcome: 'unknown_staff_no', staff_no, clause: 'R6-c' });
      expect((await named(college, { staff_no }, STAFF)).outcome, staff_no).toBe('unknown_staff_no');
    }
    expect(await named(head, { employer_id: '没有这个单位' }, LEADER)).toEqual({ outcome: 'unknown_organisation' });
    expect(await many()).toBe(0);
    expect((await named(head, { staff_no: 'N1' }, LEADER)).outcome).toBe('done');
    // The college knows whom the campus has, and nobody of the school beside.
    expect((await named(college, { staff_no: 'N1' }, STAFF)).outcome).toBe('unknown_staff_no');
    expect(await many()).toBe(1);
  });

  test('whoever recommended does not appoint, in another role either', async () => {
    const { head, county, name, step } = await cooperation();
    const leader = await name(head);
    await step(county, leader, 'recommend', '2025-09-05', 1);
    expect(await step(county, leader, 'appoint', '2025-09-06', 2)).toMatchObject({ outcome: 'step_refused', refusal: { why: 'same_person', acts: ['recommend'] } });
  });

  test('staff serve only when both schools approved, each by a person of its own who did not propose them', async () => {
    const { region, head, other, college, leadership, name, step, stateOf } = await cooperation();
    const staff = await name(head, {}, STAFF);
    expect(await step(head, staff, 'approve_school', '2025-09-02', 1)).toMatchObject({ outcome: 'step_refused', refusal: { why: 'same_person', clause: 'R6-d', acts: ['open'] } });
    expect(await step(college, staff, 'approve_school', '2025-09-02', 1)).toEqual({ outcome: 'not_allowed' });
    await step(college, staff, 'approve_college', '2025-09-02', 1);
    // With the college's approval alone nobody serves.
    expect(await stateOf(staff)).toMatchObject({ state: 'college_approved' });
    expect(await region.as.read((tx) => managementTeamOf(tx, 'C1', DAY))).toMatchObject({ standard: 'M7-b', outcome: 'unmet' });
    expect(await step(leadership, staff, 'approve_college', '2025-09-02', 2)).toMatchObject({ outcome: 'step_refused', refusal: { why: 'not_now' } });
    expect(await step(other, staff, 'approve_school', '2025-09-03', 2)).toMatchObject({ outcome: 'done' });
    expect(await stateOf(staff)).toMatchObject({ state: 'serving' });
  });

  test('of two who act on the same version one gets a conflict, and nothing is done twice', async () => {
    const { head, county, name, step, stateOf } = await cooperation();
    const leader = await name(head);
    const both = await Promise.all([step(county, leader, 'recommend', '2025-09-05', 1), step(county, leader, 'recommend', '2025-09-05', 1)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed_meanwhile', 'done']);
    expect(await stateOf(leader)).toEqual({ state: 'recommended', version: 2, acts: ['open', 'recommend'] });
  });

  test('the school of another county knows nothing of the team, and its bureau neither', async () => {
    const { person, team_id } = await cooperation();
    const [stranger, bureau] = [await person('school_head', 'S2'), await person('finance_bureau', 'B1')];
    expect(await stranger.as.read((tx) => listTeams(tx))).toEqual([]);
    expect(await bureau.as.read((tx) => listTeams(tx))).toEqual([]);
    expect(await stranger.as.write((tx) => nameMember(tx, team_id, LEADER, stranger))).toEqual({ outcome: 'unknown_team' });
    expect(await stranger.as.write((tx) => setUpTeam(tx, { kind: 'promotion', college_id: 'H1', school_id: 'S1', campus_id: null, on: DAY, document: 'x', document_sha256: null }))).toEqual({ outcome: 'not_allowed' });
  });

  test('M7-a: each school names its own head; there is one team at a time, and an ended one leaves room for another', async () => {
    const { region, team, person } = await madeCooperation(store);
    const [head, college] = [await person('school_head', 'S1'), await person('college_programme', 'H1')];
    const draft = { kind: 'promotion' as const, college_id: 'H1', school_id: 'S1', campus_id: null, on: date('2025-09-01'), document: 'x', document_sha256: null };
    expect((await region.as.read((tx) => promotionTeamOf(tx, 'S1', DAY))).outcome).toBe('undetermined');
    const team_id = await team({ ...draft });
    expect(await region.as.write((tx) => setUpTeam(tx, draft))).toEqual({ outcome: 'team_exists' });
    const seat = { ...LEADER, function: 'head' as const };
    expect(await head.as.write((tx) => nameMember(tx, team_id, { ...seat, employer_id: 'H1' }, head))).toEqual({ outcome: 'not_allowed' });
    await head.as.write((tx) => nameMember(tx, team_id, seat, head));
    expect((await region.as.read((tx) => promotionTeamOf(tx, 'S1', DAY))).outcome).toBe('unmet');
    await college.as.write((tx) => nameMember(tx, team_id, { ...seat, employer_id: 'H1' }, college));
    expect((await region.as.read((tx) => promotionTeamOf(tx, 'S1', DAY))).outcome).toBe('met');
    expect(await region.as.write((tx) => endTeam(tx, team_id, DAY, '调整'))).toEqual({ outcome: 'done' });
    expect((await region.as.read((tx) => promotionTeamOf(tx, 'S1', addDays(DAY, 1)))).outcome).toBe('undetermined');
    expect(await region.as.write((tx) => endTeam(tx, team_id, DAY, '调整'))).toEqual({ outcome: 'already_ended' });
    expect(await region.as.write((tx) => setUpTeam(tx, { ...draft, on: addDays(DAY, 1) }))).toMatchObject({ outcome: 'done' });
  });
});

onDatabase('embedded', 'random histories of a team in the store', (database) => {
  const store = madeStore(database);

  describe('acts of anybody in any order', () => {
    test('nobody serves who was not recommended and appointed, or approved by both, by different persons; the verdict follows the records', async () => {
      const { region, person, team } = await madeCooperation(store);
      const team_id = await team();
      const people = [await person('school_head', 'S1'), await person('school_head', 'S1'), await person('college_programme', 'H1'), await person('college_leadership', 'H1'), await person('county_bureau', 'B2'), await person('county_bureau', 'B2')];
      const acts = ['name', 'recommend', 'appoint', 'approve_school', 'approve_college', 'end', 'drop', 'decline'];
      const one = fc.record({ who: fc.nat(people.length - 1), act: fc.constantFrom(...acts), fitting: fc.boolean(), fn: fc.constantFrom('leader' as const, 'staff' as const), side: fc.constantFrom('H1', 'S1'), back: fc.nat(3), which: fc.nat(9) });
      const sample = fc.sample(one, { numRuns: 300, seed: 20251031 });
      for (const [at, { who, act: anyAct, fitting, fn, side, back, which }] of sample.entries()) {
        const by = people[who] as MadePerson;
        // Time goes on, and some papers are dated back.
        const paper = onPaper(addDays(date('2025-01-01'), Math.max(0, Math.floor(at / 15) - back)));
        await by.as.write(async (tx) => {
          const [found] = await listTeams(tx, { team_id });
          const members = found?.members ?? [];
          const member = members[members.length - 1 - (which % Math.max(1, members.length))];
          const [next] = found === undefined || member === undefined ? [] : actsFor(found.team, member, by);
          const act = fitting ? next ?? anyAct : anyAct;
          const answer = act === 'name' && members.length < 15 ? await nameMember(tx, team_id, { ...LEADER, ...paper, function: fn, employer_id: side }, by)
            : await stepMember(tx, team_id, member?.member_id ?? '0', { ...paper, act, reason: '理由', version: member?.version ?? 0 }, by);
          if (answer.outcome !== 'done') tx.discard();
        });
      }
      const [found] = await region.as.read((tx) => listTeams(tx, { team_id }));
      const served = (found?.members ?? []).filter(({ entries }) => entries.some(({ to }) => to === 'serving'));
      expect(served.length).toBeGreaterThan(3);
      for (const { function: fn, entries } of served) {
        const needed = fn === 'leader' ? ['open', 'recommend', 'appoint'] : ['open', 'approve_school', 'approve_college'];
        const steps = needed.map((act) => entries.find((entry) => entry.act === act));
        expect(steps).not.toContain(undefined);
        expect(new Set(steps.map((entry) => entry?.person)).size).toBe(3);
        expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).sort());
      }
      // On every day the store's verdict is what the records say.
      for (let day = 0; day <= 21; day += 1) {
        const on = addDays(date('2025-01-01'), day);
        const there = served.filter(({ entries }) => {
          const [from, to] = [entries.find((entry) => entry.to === 'serving')?.on, entries.find(({ act }) => act === 'end')?.on];
          return from !== undefined && from <= on && (to === undefined || on <= to);
        });
        const expected = ['H1', 'S1'].every((side) => there.some(({ employer_id }) => employer_id === side)) && there.some((member) => member.function === 'leader') ? 'met' : 'unmet';
        expect((await region.as.read((tx) => managementTeamOf(tx, 'C1', on))).outcome, on).toBe(expected);
      }
    });
  });
});
