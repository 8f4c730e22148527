import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { openOffices, type Person } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem } from './visitor.ts';

interface Problem { readonly type: string; readonly detail: string }
interface Agreement { readonly agreement_id: string; readonly state: string; readonly reason: string | null; readonly may_correct: boolean }
interface Verdict { readonly standard: string; readonly outcome: string; readonly parts: readonly { readonly name: string; readonly outcome: string }[] }
interface Member { readonly member_id: string; readonly name: string; readonly state: string; readonly version: number; readonly acts: readonly { readonly act: string }[] }
interface Team { readonly team_id: string; readonly members: readonly Member[]; readonly verdicts: readonly Verdict[] }

const DAY = '2025-10-31';
const AGREEMENT = { number: '〔2024〕9号', parties: ['H1', 'S1', '91330803MA2DH0013P'], programmes: ['P11'], from: '2024-09-01', to: DAY, terms: '共建实训基地', signed_on: '2024-08-20' };

onDatabase('embedded', 'who works together, over the API', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const refusalOf = async (one: Person, ...asked: Parameters<Person['ask']>) => codeOfProblem(await one.ask(...asked));

  describe('agreements', () => {
    test('M1-a: a programme is active to the last day of the only firm’s agreement; the answer then says that a firm is missing', async () => {
      const head = await offices.appointed('school_head');
      const programme = (on: string) => head.get<{ programme: { verdict: Verdict } }>('readProgramme', { params: { programme_id: 'P11' }, query: { on } });
      expect((await programme(DAY)).programme.verdict.outcome).toBe('undetermined');
      await head.get('recordPartnerAgreement', { json: { ...AGREEMENT, parties: ['H1', 'S1'], to: undefined } });
      await head.get('recordPartnerAgreement', { json: AGREEMENT });
      expect((await programme(DAY)).programme.verdict).toMatchObject({ standard: 'M1-a', outcome: 'met' });
      const after = (await programme('2025-11-01')).programme.verdict;
      expect(after.outcome).toBe('unmet');
      expect(after.parts.filter(({ outcome }) => outcome === 'unmet').map(({ name }) => name)).toEqual(['enterprises']);
    });

    test('S2-h: an unknown credit code and a wrong one are refused, each with its reason, and nothing is kept', async () => {
      const head = await offices.appointed('school_head');
      const count = async () => (await head.get<{ agreements: readonly Agreement[] }>('listPartnerAgreements')).agreements.length;
      const before = await count();
      for (const [code, said] of [['91330803MA2DH0013Q', '校验不通过'], ['91330802MA0000000X', '校验不通过'], ['F99', '单位名录中没有']] as const) {
        const reply = await head.ask<Problem>('recordPartnerAgreement', { json: { ...AGREEMENT, parties: ['S1', code] } });
        expect([reply.body.type, reply.body.detail.includes(said)], code).toEqual(['urn:guantong:problem:agreement_refused', true]);
      }
      expect(await count()).toBe(before);
    });

    test('M1-b: a correction answers the earlier record; correcting that one again is a conflict', async () => {
      const head = await offices.appointed('school_head');
      const made = await head.get<Agreement>('recordPartnerAgreement', { json: { ...AGREEMENT, to: '2027-08-31' } });
      const correct = { params: { agreement_id: made.agreement_id }, json: { ...AGREEMENT, reason: '提前终止' } };
      expect(await head.get<Agreement>('correctPartnerAgreement', correct)).toMatchObject({ reason: '提前终止', may_correct: true });
      expect(await refusalOf(head, 'correctPartnerAgreement', { ...correct, json: { ...correct.json, to: '2025-12-31' } })).toBe('changed_meanwhile');
    });

    test('a firm reads its own and writes none; another reads nothing', async () => {
      const [own, other] = [await offices.appointed('enterprise', { org_id: 'F1' }), await offices.appointed('enterprise', { org_id: 'F4' })];
      expect((await own.get<{ agreements: readonly Agreement[] }>('listPartnerAgreements')).agreements.length).toBeGreaterThan(0);
      expect((await other.get<{ agreements: readonly Agreement[] }>('listPartnerAgreements')).agreements).toEqual([]);
      expect(await refusalOf(own, 'recordPartnerAgreement', { json: AGREEMENT })).toBe('not_allowed');
    });
  });

  describe('M7-b, R6: a campus team', () => {
    /** A leader of C1 as they come to be named, and who has a part in it. */
    async function named() {
      const [head, bureau, leadership] = [await offices.appointed('school_head'), await offices.appointed('city_bureau', { org_id: 'B1' }), await offices.appointed('college_leadership', { org_id: 'H1' })];
      const { teams } = await head.get<{ teams: readonly { team_id: string; kind: string }[] }>('listTeams');
      const known = teams.find(({ kind }) => kind === 'management');
      const team_id = known?.team_id ?? (await head.get<Team>('setUpTeam', { json: { kind: 'management', college_id: 'H1', school_id: 'S1', campus_id: 'C1', on: '2024-09-01', document: '〔2024〕1号' } })).team_id;
      const team = await head.get<Team>('nameTeamMember', { params: { team_id }, json: { function: 'leader', name: '方建国', employer_id: 'S1', main_post: '副校长', on: '2024-09-02' } });
      const member_id = team.members.at(-1)?.member_id ?? '';
      const step = (act: string, on: string, version: number) => ({ params: { team_id, member_id, act }, json: { on, version } });
      return { head, bureau, leadership, team_id, step };
    }

    test('R6-c: nobody is appointed before they are recommended, by order or by date, nor by whoever recommended', async () => {
      const { bureau, leadership, step } = await named();
      expect(await refusalOf(leadership, 'stepTeamMember', step('appoint', '2024-09-10', 1))).toBe('step_not_possible');
      const recommended = await bureau.get<Team>('stepTeamMember', step('recommend', '2024-09-10', 1));
      expect(recommended.members.at(-1)?.acts).toEqual([]);
      const early = await leadership.ask<Problem>('stepTeamMember', step('appoint', '2024-09-09', 2));
      expect(early.body.detail).toContain('R6-c 要求“任命日期不早于推荐日期”。推荐日期为 2024-09-10');
      expect(await refusalOf(bureau, 'stepTeamMember', step('appoint', '2024-09-11', 2))).toBe('same_person');
      expect((await leadership.get<Team>('stepTeamMember', step('appoint', '2024-09-10', 2))).members.at(-1)).toMatchObject({ state: 'serving', version: 3 });
      expect(await refusalOf(leadership, 'stepTeamMember', step('appoint', '2024-09-10', 2))).toBe('changed_meanwhile');
    });

    test('R6-d: with one approval nobody serves, and R6-a says which side is missing', async () => {
      const { head, team_id } = await named();
      const [manager, college] = [await offices.appointed('campus_manager', { campuses: ['C1'] }), await offices.appointed('college_programme', { org_id: 'H1' })];
      const proposed = await manager.get<Team>('nameTeamMember', { params: { team_id }, json: { function: 'staff', name: '吴晓萍', employer_id: 'H1', main_post: '', on: '2024-09-02' } });
      const member_id = proposed.members.at(-1)?.member_id ?? '';
      const once = await head.get<Team>('stepTeamMember', { params: { team_id, member_id, act: 'approve_school' }, json: { on: '2024-09-03', version: 1 } });
      expect(once.members.at(-1)?.state).toBe('school_approved');
      const sides = (team: Team) => team.verdicts.find(({ standard }) => standard === 'R6-a')?.parts.filter(({ outcome }) => outcome === 'unmet').map(({ name }) => name);
      expect(sides(once)).toContain('college');
      expect(await refusalOf(head, 'stepTeamMember', { params: { team_id, member_id, act: 'approve_college' }, json: { on: '2024-09-03', version: 2 } })).toBe('not_allowed');
      const both = await college.get<Team>('stepTeamMember', { params: { team_id, member_id, act: 'approve_college' }, json: { on: '2024-09-04', version: 2 } });
      expect(both.members.at(-1)?.state).toBe('serving');
      expect(sides(both)).not.toContain('college');
    });

    test('R6-c, R6-d: a number of nobody, or of another school, is refused with its clause, and names nobody', async () => {
      const { head, team_id } = await named();
      const many = async () => (await head.get<Team>('readTeam', { params: { team_id } })).members.length;
      const before = await many();
      for (const staff_no of ['没有这个人', 'T301']) {
        const reply = await head.ask('nameTeamMember', { params: { team_id }, json: { function: 'leader', name: '某人', staff_no, employer_id: 'S1', main_post: '副校长', on: '2024-09-02' } });
        expect([reply.status, reply.body]).toMatchObject([422, { type: 'urn:guantong:problem:unknown_staff_no', detail: `没有保存：学校和学院的教职工台账中没有编号为 ${staff_no} 的人员（R6-c）。请核对编号，或留空只填姓名。` }]);
      }
      expect(await many()).toBe(before);
    });

    test('R6-b: a leader without a post is not recommended; a day to come is refused', async () => {
      const { head, bureau, team_id } = await named();
      const team = await head.get<Team>('nameTeamMember', { params: { team_id }, json: { function: 'leader', name: '某人', employer_id: 'S1', main_post: '', on: '2024-09-02' } });
      const params = { team_id, member_id: team.members.at(-1)?.member_id ?? '', act: 'recommend' };
      expect(await refusalOf(bureau, 'stepTeamMember', { params, json: { on: '2024-09-10', version: 1 } })).toBe('guard_unmet');
      expect(await refusalOf(bureau, 'stepTeamMember', { params, json: { on: '2099-01-01', version: 1 } })).toBe('day_to_come');
    });
  });
});
