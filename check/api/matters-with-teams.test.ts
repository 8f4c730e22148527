import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import type { Visitor } from './visitor.ts';

interface Matter { readonly matter_id: string; readonly version: number; readonly state: string; readonly entries: readonly { readonly effects: readonly { readonly kind: string; readonly of: string }[] }[] }
interface Team { readonly team_id: string; readonly members: readonly { readonly member_id: string; readonly version: number; readonly state: string }[] }
interface Problem { readonly type: string; readonly detail: string }

onDatabase('embedded', 'matters that wait for teams, with teams as they are recorded', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);

  async function open(by: Visitor, kind: string, subject: string) {
    let matter = await by.get<Matter>('openMatter', { json: { kind, subject } });
    const asked = (act: string, reason?: string) => ({ params: { matter_id: matter.matter_id }, json: { act, version: matter.version, ...(reason !== undefined && { reason }) } });
    return {
      step: async (who: Visitor, act: string, reason?: string): Promise<Matter> => (matter = await who.get<Matter>('stepMatter', asked(act, reason))),
      refused: async (who: Visitor, act: string): Promise<string> => (await who.ask<Problem>('stepMatter', asked(act))).body.detail,
    };
  }
  /** As it stood before it was decided: every record about it that stands is corrected. */
  async function before(sheet: string, where: string, values: object): Promise<void> {
    const { records } = await offices.office().get<{ records: readonly { record_id: string; values: object }[] }>('listRecords', { params: { sheet }, query: { where } });
    for (const one of records) await offices.office().get('correctRecord', { params: { sheet, record_id: one.record_id }, json: { values: { ...one.values, ...values } } });
  }
  const issued = ({ entries }: Matter) => (entries.at(-1)?.effects ?? []).filter(({ kind }) => kind === 'document').map(({ of }) => of);
  /** One more in a team; answers how to take their steps. */
  async function named(by: Visitor, team_id: string, json: object) {
    let member = (await by.get<Team>('nameTeamMember', { params: { team_id }, json: { main_post: '校长', on: '2024-09-02', ...json } })).members.at(-1);
    return async (who: Visitor, act: string): Promise<void> => {
      const params = { team_id, member_id: member?.member_id ?? '', act };
      const { members } = await who.get<Team>('stepTeamMember', { params, json: { on: '2024-09-10', version: member?.version ?? 0 } });
      member = members.find(({ member_id }) => member_id === params.member_id);
    };
  }

  describe('S1-a', () => {
    test('M7-a: a school is refused until both heads lead its promotion team, then admitted with a document', async () => {
      const [head, college, bureau, office] = [await offices.appointed('school_head', { org_id: 'S1' }), await offices.appointed('college_programme'), await offices.appointed('city_bureau'), offices.office()];
      await before('schools', 'school_id=S1', { pilot_from: null });
      const admission = await open(head, 'pilot_admission', 'S1');
      expect(await admission.refused(head, 'submit')).toContain('M7-a');
      const { team_id } = await college.get<Team>('setUpTeam', { json: { kind: 'promotion', college_id: 'H1', school_id: 'S1', on: '2024-09-01', document: '〔2024〕1号' } });
      await named(head, team_id, { function: 'head', name: '徐立群', employer_id: 'S1' });
      expect(await admission.refused(head, 'submit')).toContain('M7-a');
      await named(college, team_id, { function: 'head', name: '郑学文', employer_id: 'H1' });
      expect((await admission.step(head, 'submit')).state).toBe('submitted');
      expect((await admission.step(bureau, 'check')).state).toBe('checked');
      const admitted = await admission.step(office, 'admit');
      expect([admitted.state, issued(admitted)]).toEqual(['admitted', ['衢贯通准〔2025〕1号']]);
    });
  });

  describe('M4-a', () => {
    test('R6: a campus is refused until its leader is appointed and its staff approved by both schools, then recognised and given its plate', async () => {
      const [head, college, bureau, leadership, office] = [
        await offices.appointed('school_head', { org_id: 'S1' }), await offices.appointed('college_programme'), await offices.appointed('city_bureau'), await offices.appointed('college_leadership'), offices.office(),
      ];
      await before('campuses', 'campus_id=C1', { status: 'preparing' });
      const recognition = await open(head, 'campus_recognition', 'C1');
      expect(await recognition.refused(head, 'apply')).toContain('R6-a');
      const { team_id } = await college.get<Team>('setUpTeam', { json: { kind: 'management', college_id: 'H1', school_id: 'S1', campus_id: 'C1', on: '2024-09-01', document: '〔2024〕2号' } });
      const leader = await named(head, team_id, { function: 'leader', name: '方建国', employer_id: 'S1', main_post: '副校长' });
      await leader(bureau, 'recommend');
      const staff = await named(college, team_id, { function: 'staff', name: '吴晓萍', employer_id: 'H1' });
      await staff(head, 'approve_school');
      await leader(leadership, 'appoint');
      expect(await recognition.refused(head, 'apply')).toContain('R6-a');
      await staff(await offices.appointed('college_programme'), 'approve_college');
      expect((await recognition.step(head, 'apply')).state).toBe('applied');
      expect((await recognition.step(college, 'verify')).state).toBe('verified');
      const recognised = await recognition.step(office, 'recognise');
      const plated = await recognition.step(office, 'grant_plate');
      expect([issued(recognised), plated.state, issued(plated)]).toEqual([['衢贯通认〔2025〕1号'], 'plated', ['衢贯通牌〔2025〕1号']]);
    });
  });
});
