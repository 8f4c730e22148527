import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date } from '../core/values/plain-date.ts';
import { namesOf } from './duties.ts';
import { reckonDuties } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { madeCooperation, onPaper, type MadePerson } from './made-cooperation.ts';
import { madeStore } from './made-store.ts';
import { programActor } from './program-actor.ts';
import { nameMember, stepMember, type NamedMember } from './team-steps.ts';
import { endTeam } from './teams.ts';

const LEADER: NamedMember = { ...onPaper('2025-09-01'), function: 'leader', name: '负责人', staff_no: null, employer_id: 'S1', main_post: '副校长' };
const STAFF: NamedMember = { ...LEADER, function: 'staff', name: '工作人员', employer_id: 'H1', main_post: '' };
const { duties, parameters } = DEFAULT_PACK;

eachDatabase('what the way into a team waits for is a duty', (database) => {
  const store = madeStore(database);

  async function cooperation() {
    const { region, person, team } = await madeCooperation(store);
    await region.as.write((tx) => setGoLive(tx, date('2024-06-01')));
    const team_id = await team();
    const name = async (by: MadePerson, named: NamedMember): Promise<string> => {
      const answer = await by.as.write((tx) => nameMember(tx, team_id, named, by));
      if (answer.outcome !== 'done') throw new Error(answer.outcome);
      return answer.member_id;
    };
    const step = async (by: MadePerson, member_id: string, act: string, on: string, version: number) =>
      expect(await by.as.write((tx) => stepMember(tx, team_id, member_id, { ...onPaper(on), act, reason: null, version }, by))).toMatchObject({ outcome: 'done' });
    /** Kind, beginning, last day, end, whose it is. */
    const standing = async (today: string) => {
      const { region_id } = region.actor;
      const asked = duties.filter(({ id }) => /^(leader_appointment|joint_hiring)_/.test(id));
      await reckonDuties(store.db(), region_id, { today: date(today), duties: asked, parameters });
      const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays(
        'select duty, opened_on, due_on, closed_on, lifted, about, owed_by from duties where region_id = $1 order by opened_on, duty', [region_id]));
      return rows.map(([duty, opened, due, closed, lifted, about, owners]) =>
        [duty, opened, due, lifted === true ? 'lifted' : closed ?? 'open', about === `team:${team_id}` ? 'the team' : about, ...owners as string[]].map(String).join(' '));
    };
    return { region, person, team_id, name, step, standing };
  }

  test('R6-c: the bureau has ten working days to recommend a leader, then whoever appoints has ten', async () => {
    const { person, name, step, standing } = await cooperation();
    const [head, county, leadership] = [await person('school_head', 'S1'), await person('county_bureau', 'B2'), await person('college_leadership', 'H1')];
    const leader = await name(head, LEADER);
    const named = 'leader_appointment_named 2025-09-01 2025-09-15';
    const bureaus = 'the team county_bureau@330824 city_bureau@*';
    expect(await standing('2025-09-15')).toEqual([`${named} open ${bureaus}`]);
    await step(county, leader, 'recommend', '2025-09-16', 1);
    const recommended = 'leader_appointment_recommended 2025-09-16 2025-09-29';
    const authorities = 'the team college_leadership@H1 county_bureau@330824 city_bureau@* office@*';
    expect(await standing('2025-09-20')).toEqual([`${named} 2025-09-16 ${bureaus}`, `${recommended} open ${authorities}`]);
    await step(leadership, leader, 'appoint', '2025-09-29', 2);
    expect(await standing('2025-10-20')).toEqual([`${named} 2025-09-16 ${bureaus}`, `${recommended} 2025-09-29 ${authorities}`]);
  });

  test('R6-d: a hiring is due from both schools, after one approved from the other alone', async () => {
    const { person, name, step, standing } = await cooperation();
    const [head, other] = [await person('school_head', 'S1'), await person('school_head', 'S1')];
    const staff = await name(head, STAFF);
    const proposed = 'joint_hiring_proposed 2025-09-01 2025-09-15';
    const both = 'the team school_head@S1 college_programme@H1 college_leadership@H1';
    expect(await standing('2025-09-02')).toEqual([`${proposed} open ${both}`]);
    await step(other, staff, 'approve_school', '2025-09-05', 1);
    expect(await standing('2025-09-06')).toEqual([`${proposed} 2025-09-05 ${both}`, 'joint_hiring_school_approved 2025-09-05 2025-09-19 open the team college_programme@H1 college_leadership@H1']);
  });

  test('nobody is waited for in a team that is over; whoever may read the team is told its campus', async () => {
    const { region, person, team_id, name, standing } = await cooperation();
    const head = await person('school_head', 'S1');
    await name(head, LEADER);
    expect((await standing('2025-09-02')).length).toBe(1);
    const asked = [`team:${team_id}`, 'team:x', 'campus:C1'];
    expect([...await head.as.read((tx) => namesOf(tx, asked))]).toEqual([['campus:C1', '校区'], [`team:${team_id}`, '校区']]);
    const stranger = await person('school_head', 'S2');
    expect([...await stranger.as.read((tx) => namesOf(tx, asked))]).toEqual([]);
    expect(await region.as.write((tx) => endTeam(tx, team_id, date('2025-09-03'), '并入另一团队'))).toMatchObject({ outcome: 'done' });
    expect(await standing('2025-09-04')).toEqual([expect.stringContaining('lifted')]);
  });
});
