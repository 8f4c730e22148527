import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { PostDraft } from '../../core/employment/posts.ts';
import type { RecommendationAct } from '../../core/employment/recommendation.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { madeStore } from '../made-store.ts';
import { recordAgreement } from '../partners.ts';
import { recordAnswer } from './answers.ts';
import { shownTo } from './firm.ts';
import { graduateRow, madeEmployment, PACK, type MadeEmployee, type MadeEmployment } from './made-employment.ts';
import { openPosts, ownPosts, recordPost } from './posts.ts';
import { moveRecommendation, recommend, recommendationsOf } from './recommendations.ts';
import { releasable, releaseGraduates } from './releases.ts';

const MAY = date('2025-05-06');
const LAST = date('2025-05-19');
const AFTER = date('2025-05-20');

eachDatabase('partner firms come first', (database) => {
  const store = madeStore(database);
  let made: MadeEmployment;
  let firm: MadeEmployee;
  let other: MadeEmployee;
  const rules = (today: PlainDate) => ({ today, parameters: parametersOn(PACK.parameters, today) });
  const says = (student_id: string, kind: 'consent' | 'no_consent', today = MAY) => made.write(made.student(student_id), (tx) =>
    recordAnswer(tx, { kind, destination_record: null, reason: null, code: null, workplace_division: null, satisfied: null }, { student_id, way: 'self', today, final_grade: 5 }));
  const release = (who: MadeEmployee, today: PlainDate, school_id = 'S') => made.write(who, (tx) => releaseGraduates(tx, { school_id, year: 2025 }, rules(today)));
  const shown = (who: MadeEmployee, firm_id: string, today: PlainDate) => who.as.read((tx) => shownTo(tx, firm_id, today));
  let release_id = '';

  beforeAll(async () => {
    made = await madeEmployment(store.db(), [...['A', 'B', 'C', 'D'].map((id) => graduateRow(id, { status: 'enrolled', from: '2024-09-01' })), graduateRow('Y', { status: 'enrolled', grade: 4, from: '2024-09-01' })]);
    firm = await made.post('enterprise', 'F');
    other = await made.post('enterprise', 'F2');
    const agreed = await made.as.write((tx) => recordAgreement(tx, { number: '1', parties: ['H', 'S', 'F'], programmes: ['P'], from: date('2024-09-01'), to: date('2026-08-31'), terms: '共建', signed_on: date('2024-09-01'), document_sha256: null }));
    if (agreed.outcome !== 'done') throw new Error(agreed.outcome);
  });

  describe('M10-c: a list', () => {
    test('is of those of the final grade who agreed to it; nobody is shown who said no or nothing', async () => {
      expect(await release(made.registrar, MAY)).toEqual({ outcome: 'nobody_to_release' });
      for (const id of ['A', 'B']) expect(await says(id, 'consent')).toMatchObject({ outcome: 'done' });
      expect(await says('C', 'no_consent')).toMatchObject({ outcome: 'done' });
      expect(await says('Y', 'consent')).toEqual({ outcome: 'unknown_student' });
      expect(await made.registrar.as.read(async (tx) => {
        const { ready, silent, refused } = await releasable(tx, { school_id: 'S', year: 2025, on: MAY }, parametersOn(PACK.parameters, MAY));
        return [ready.map(({ student_id }) => student_id), silent.map(({ student_id }) => student_id), refused];
      })).toEqual([['A', 'B'], ['D'], 1]);
      const done = await release(made.registrar, MAY);
      expect(done).toMatchObject({ outcome: 'done', value: { many: 2, priority_until: LAST } });
      release_id = done.outcome === 'done' ? done.value.release_id : '';
      expect(await release(made.registrar, MAY)).toEqual({ outcome: 'nobody_to_release' });
    });

    test('is a school’s own to show', async () => {
      expect(await release(await made.post('school_registrar', 'S2'), MAY)).toEqual({ outcome: 'unknown_organisation' });
      expect(await release(firm, MAY)).toEqual({ outcome: 'unknown_organisation' });
    });

    test('is seen by partner firms from the first day, by others on the day after the last of the window', async () => {
      expect((await shown(firm, 'F', MAY)).map(({ student_id, partner }) => [student_id, partner])).toEqual([['A', true], ['B', true]]);
      expect(await shown(other, 'F2', LAST)).toEqual([]);
      expect((await shown(other, 'F2', AFTER)).map(({ student_id, partner }) => [student_id, partner])).toEqual([['A', false], ['B', false]]);
    });

    test('tells what is on the white-list and nothing else', async () => {
      const [one] = await shown(firm, 'F', MAY);
      expect(one?.content).toEqual({ name: '毕业生A', programme: '数控', major_code: '460103', graduates_on: null, certificates: [] });
    });
  });

  describe('M10-c: a recommendation', () => {
    const to = (firm_id: string, student_id: string, today: PlainDate, who = made.registrar, post_id: string | null = null) => made.write(who, (tx) => recommend(tx, { release_id, student_id, firm_id, post_id }, today));
    const move = (who: MadeEmployee, act: RecommendationAct, sides: { firms: string[]; schools: string[] }, version: number, firm_id = 'F') => made.write(who, async (tx) => {
      const [found] = (await recommendationsOf(tx)).filter((one) => one.firm_id === firm_id && one.student_id === 'A');
      return moveRecommendation(tx, { recommendation_id: found?.recommendation_id ?? '0', act, version, note: '' }, sides, MAY);
    });
    const [ofFirm, ofSchool] = [{ firms: ['F'], schools: [] }, { firms: [], schools: ['S'] }];

    test('goes to a partner at once, to another firm only after the window', async () => {
      expect(await to('F2', 'A', LAST)).toEqual({ outcome: 'partners_first', until: LAST });
      expect(await to('F', 'A', MAY)).toMatchObject({ outcome: 'done' });
      expect(await to('F', 'A', MAY)).toEqual({ outcome: 'recommended_already' });
      expect(await to('F2', 'B', AFTER)).toMatchObject({ outcome: 'done' });
      expect([await to('F', 'C', MAY), await to('H', 'B', MAY), await to('F', 'B', MAY, made.registrar, '1'), await to('F', 'B', MAY, firm)].map(({ outcome }) => outcome)).toEqual(['unknown_release', 'unknown_organisation', 'unknown_firm_post', 'unknown_release']);
    });

    test('is answered by the firm, then by the school for the graduate, each in turn', async () => {
      expect(await move(firm, 'hire', ofFirm, 1)).toEqual({ outcome: 'step_not_now' });
      expect(await move(made.registrar, 'offer', ofSchool, 1)).toEqual({ outcome: 'not_your_step' });
      expect(await move(other, 'offer', { firms: ['F2'], schools: [] }, 1)).toEqual({ outcome: 'unknown_recommendation' });
      expect(await move(firm, 'offer', ofFirm, 2)).toEqual({ outcome: 'changed_meanwhile' });
      const both = await Promise.all([move(firm, 'offer', ofFirm, 1), move(firm, 'pass', ofFirm, 1)]);
      expect(both.map(({ outcome }) => outcome).filter((one) => one === 'done')).toHaveLength(1);
      const [now] = (await made.as.read((tx) => recommendationsOf(tx))).filter(({ student_id }) => student_id === 'A');
      expect(now?.entries.map(({ act }) => act)).toEqual(['recommend', now?.state === 'offered' ? 'offer' : 'pass']);
    });

    test('who takes back consent is shown to nobody any more', async () => {
      expect(await says('B', 'no_consent', AFTER)).toMatchObject({ outcome: 'done' });
      expect((await shown(other, 'F2', AFTER)).map(({ student_id }) => student_id)).toEqual(['A']);
    });
  });

  describe('S2-j: a post', () => {
    const draft: PostDraft = { title: '数控操作工', places: 5, contract_kind: 'fixed_term', wage_fen: 450_000n, division_code: '330803', industry: 'C', higher_codes: ['460103'], facilities: '食宿', open_from: MAY, open_until: LAST };
    const offer = (who: MadeEmployee, given: Partial<PostDraft> = {}, more: { answers?: string; reason?: string } = {}) => made.write(who, (tx) => recordPost(tx, { firm_id: 'F', draft: { ...draft, ...given }, answers: more.answers ?? null, reason: more.reason ?? null }, parametersOn(PACK.parameters, MAY)));

    test('is the firm’s own, at the minimum wage or more; put right by another record', async () => {
      expect(await offer(firm, { wage_fen: 225_999n })).toEqual({ outcome: 'firm_post_refused', why: 'below_minimum_wage' });
      expect(await offer(other)).toEqual({ outcome: 'unknown_organisation' });
      const made_ = await offer(firm, { wage_fen: 226_000n });
      const answers = made_.outcome === 'done' ? made_.value.post_id : '';
      expect(await offer(firm, {}, { answers })).toEqual({ outcome: 'firm_post_refused', why: 'reason_missing' });
      expect(await offer(firm, {}, { answers, reason: '工资上调' })).toMatchObject({ outcome: 'done' });
      expect(await offer(firm, {}, { answers, reason: '工资上调' })).toEqual({ outcome: 'unknown_firm_post' });
      expect((await firm.as.read((tx) => ownPosts(tx))).map(({ wage_fen, reason }) => [wage_fen, reason])).toEqual([[450_000n, '工资上调']]);
      expect(await other.as.read((tx) => ownPosts(tx))).toEqual([]);
    });

    test('is open to schools from its first day to its last', async () => {
      const open = (on: string) => made.as.read((tx) => tx.whole(async (whole) => (await openPosts(whole, date(on))).length));
      expect([await open('2025-05-05'), await open('2025-05-06'), await open('2025-05-19'), await open('2025-05-20')]).toEqual([0, 1, 1, 0]);
    });
  });
});
