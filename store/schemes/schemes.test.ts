import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { course } from '../../core/schemes/made-schemes.ts';
import { date } from '../../core/values/plain-date.ts';
import { readDocument } from '../documents-read.ts';
import { madeStore } from '../made-store.ts';
import { idOfOpened, madeScene } from '../matters/made-matters.ts';
import type { Stepped } from '../matters/step-matter.ts';
import { CONTENT, drawScheme, madeApprovedScheme, madeSchemers, MINUTES, TODAY } from './made-scheme.ts';
import { approvedSchemes, contentOf, schemeOf } from './scheme.ts';

const LINES = CONTENT.courses;

/** Why a step was refused, with the clause; the outcome where it was not. */
const wordOf = (stepped: Stepped): string =>
  (stepped.outcome !== 'refused' ? stepped.outcome : [stepped.refusal.why, stepped.refusal.clause, ...(stepped.refusal.why === 'guard' ? [stepped.refusal.guard.id] : [])].join(' '));

eachDatabase('training schemes', (database) => {
  const store = madeStore(database);

  async function drafting() {
    const scene = await madeScene(store.db());
    expect((await scene.import({ programmes: [{ programme_id: 'P', school_id: 'S', college_id: 'H', campus_id: 'C', secondary_code: '660103', higher_code: '460103', name: '数控', enterprises: 'F' }] })).outcome).toBe('done');
    const people = await madeSchemers(scene);
    const id = idOfOpened(await scene.open(people.academic, 'training_scheme', 'P', { year: 2025 }));
    return { scene, ...people, id };
  }

  test('M9-a, M9-b: drafted, agreed to by school and firm, decided by the committee; document 10 is issued and the cohort has its scheme', async () => {
    const { scene, academic, leader, head, firm, id } = await drafting();
    expect((await drawScheme(scene, academic, id, CONTENT)).outcome).toBe('done');
    expect(wordOf(await scene.step(academic, id, 'table'))).toBe('guard M9-a scheme_parties');
    expect((await scene.step(head, id, 'agree_school')).outcome).toBe('done');
    expect(wordOf(await scene.step(academic, id, 'table'))).toBe('guard M9-a scheme_parties');
    expect((await scene.step(firm, id, 'agree_firm', { details: { firm: 'F' } })).outcome).toBe('done');
    expect(wordOf(await scene.step(head, id, 'agree_school'))).toBe('guard M9-a scheme_school_awaited');
    expect(wordOf(await scene.step(firm, id, 'agree_firm', { details: { firm: 'F' } }))).toBe('guard M9-a scheme_firm_awaited');
    expect((await scene.step(academic, id, 'table')).outcome).toBe('done');
    expect(await scene.as.read((tx) => schemeOf(tx, 'P', 2025, TODAY))).toBeNull();
    expect(wordOf(await scene.step(leader, id, 'resolve', { ...MINUTES, documents: [] }))).toBe('guard M9-b minutes');
    expect(wordOf(await scene.step(leader, id, 'resolve', { ...MINUTES, votes: { members: 9, present: 4, for: 4, against: 0, abstained: 0 } }))).toBe('no_quorum M9-b');
    expect((await scene.step(leader, id, 'resolve', MINUTES)).outcome).toBe('done');
    expect((await scene.as.read((tx) => schemeOf(tx, 'P', 2025, TODAY)))?.content).toEqual(CONTENT);
    expect(await scene.as.read((tx) => schemeOf(tx, 'P', 2024, TODAY))).toBeNull();
    const issued = (await scene.see(id)).entries.at(-1)?.effects.find(({ kind }) => kind === 'document');
    const paper = issued?.kind === 'document' ? await scene.as.read((tx) => readDocument(tx, Number(issued.document_id))) : null;
    expect(paper?.content).toMatchObject({ programme: '数控', version: 1, credits: '12.5', practice_share: '52.8%', minutes_number: '教委〔2025〕3号', votes_for: 7 });
    expect(paper?.content).toMatchObject({ parties: [{}, {}, {}] });
  });

  test('M9-a: a scheme without firm, or of fewer credits than it asks, is not tabled; one firm does not agree for another', async () => {
    const { scene, academic, head, firm, id } = await drafting();
    expect(wordOf(await scene.step(head, id, 'agree_school'))).toBe('guard M9-a scheme_school_awaited');
    await drawScheme(scene, academic, id, { ...CONTENT, firms: [] });
    await scene.step(head, id, 'agree_school');
    expect(wordOf(await scene.step(firm, id, 'agree_firm', { details: { firm: 'F' } }))).toBe('guard M9-a scheme_firm_awaited');
    expect(wordOf(await scene.step(academic, id, 'table'))).toBe('guard M9-a scheme_parties');
    await drawScheme(scene, academic, id, { ...CONTENT, required_credits: '12.6' });
    await scene.step(head, id, 'agree_school');
    expect(wordOf(await scene.step(firm, id, 'agree_firm', { details: { firm: 'G' } }))).toBe('not_your_role M9-a');
    await scene.step(firm, id, 'agree_firm', { details: { firm: 'F' } });
    expect(wordOf(await scene.step(academic, id, 'table'))).toBe('guard M9-a scheme_credits');
  });

  test('a revision is agreed to anew, what was drawn up stays as it was, and a content that is none is refused whole', async () => {
    const { scene, academic, head, id } = await drafting();
    await drawScheme(scene, academic, id, CONTENT);
    await scene.step(head, id, 'agree_school');
    expect((await drawScheme(scene, academic, id, { ...CONTENT, courses: [...LINES, course('C1', { term: 3 })] })).outcome).toBe('done');
    expect((await scene.step(head, id, 'agree_school')).outcome).toBe('done');
    const wrong = await drawScheme(scene, academic, id, { ...CONTENT, courses: [course('A1'), course('A1')] });
    expect(wrong).toEqual({ outcome: 'scheme_problems', problems: [{ code: 'A1', field: 'code', why: 'duplicate' }] });
    expect(await scene.as.read(async (tx) => [(await contentOf(tx, id, 1))?.courses.length, (await contentOf(tx, id, 2))?.courses.length, await contentOf(tx, id, 3)])).toEqual([4, 5, null]);
  });

  test('whoever drew it up does not decide, a firm reads its own schemes alone, and a later version leaves the earlier cohorts theirs', async () => {
    const { scene, ...people } = await drafting();
    const { academic, leader, head, firm } = people;
    await scene.step(academic, people.id, 'drop');
    const first = await madeApprovedScheme(scene, people, { year: 2024 });
    expect((await scene.open(academic, 'training_scheme', 'P', { year: 2025 })).outcome).toBe('done');
    expect((await scene.open(academic, 'training_scheme', 'P', { year: 2025 })).outcome).toBe('open_already');
    expect((await scene.open(leader, 'training_scheme', 'P', { year: 2025 })).outcome).toBe('not_your_role');
    const [open] = await scene.as.read(async (tx) => (await tx.query<{ matter_id: bigint }>(`select matter_id from matters where region_id = $1 and kind = 'training_scheme' and open`, [scene.region_id])));
    const second = Number(open?.matter_id);
    await drawScheme(scene, academic, second, { ...CONTENT, required_credits: '10' });
    for (const [who, act, more] of [[head, 'agree_school', {}], [firm, 'agree_firm', { details: { firm: 'F' } }], [academic, 'table', {}], [leader, 'resolve', MINUTES]] as const) {
      expect((await scene.step(who, second, act, more)).outcome, act).toBe('done');
    }
    const of = (cohort: number) => scene.as.read(async (tx) => (await schemeOf(tx, 'P', cohort, TODAY))?.content.required_credits ?? null);
    expect([await of(2023), await of(2024), await of(2025), await of(2026)]).toEqual([null, '12', '10', '10']);
    const stranger = await scene.somebody('enterprise', 'F2');
    const read = async (who: typeof firm) => (await scene.of(who)).read(async (tx) => (await approvedSchemes(tx, 'P')).map(({ matter_id }) => matter_id));
    expect([await read(firm), await read(stranger), await read(head)]).toEqual([[first, second], [], [first, second]]);
    expect(await scene.as.read((tx) => schemeOf(tx, 'P', 2024, date('2025-10-30')))).toBeNull();
  });
});
