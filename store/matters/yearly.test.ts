import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { SCORE_TOPICS, type Scores } from '../../core/supervision/scorecard.ts';
import { date } from '../../core/values/plain-date.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from './made-matters.ts';
import { openSurvey, withdrawSurvey } from '../surveys/surveys.ts';
import { loadMatters } from './matter.ts';

const WHY = { reason: '已核对' };
const scores = (points: number, last = points): Scores => Object.fromEntries(SCORE_TOPICS.map((topic, at) => [topic, at === 0 ? last : points])) as unknown as Scores;
const card = (points: number, last = points, year = 2025) => ({ year, title: `${year} 年度考核`, text: '现场检查与台账核对', scores: scores(points, last) });
const review = (year = 2025) => ({ year, title: `${year} 年度总结`, text: '问卷 120 份，满意 108 份；升段率提高', actions: '增开两次企业实践周' });

eachDatabase('what is done once a year', (database) => {
  const store = madeStore(database);
  /** The school is in the pilot since the year before. */
  const scene = async () => {
    const made = await madeScene(store.db());
    await made.as.write((tx) => setGoLive(tx, date('2025-09-01')));
    await made.import({ schools: [{ school_id: 'S', on: '2025-10-01', total_land_m2: '200000', total_building_m2: '90000', total_equipment_yuan: '20000000', secondary_students: 1000, secondary_teachers: 80, pilot_from: '2024-09-01' }] });
    return made;
  };
  const all = async (made: MadeScene, id: number, acts: readonly (readonly [MadeActor, string, Parameters<MadeScene['step']>[3]?])[]): Promise<void> => {
    for (const [who, act, more] of acts) expect(wordOf(await made.step(who, id, act, more)), act).toBe('done');
  };
  const owed = async ({ region_id }: MadeScene, of: string, today: string): Promise<string[]> => {
    await reckonDuties(store.db(), region_id, { today: date(today), duties: DEFAULT_PACK.duties.filter(({ id }) => id === of), parameters: DEFAULT_PACK.parameters });
    const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays('select due_on, closed_on, owed_by from duties where region_id = $1 and duty = $2 and not lifted and not before_go_live order by due_on, owed_by', [region_id, of]));
    return rows.map(([due, closed, owners]) => `${String(due)} ${closed === null ? 'open' : String(closed)} ${(owners as string[]).join('+')}`);
  };
  const findings = (made: MadeScene) => made.as.read((tx) => loadMatters(tx, { kind: 'finding' }));

  test('S3-g: the school is heard, another person decides, who fails is told to put it right, and the year is done', async () => {
    const made = await scene();
    const [head, county, city] = [await made.somebody('school_head'), await made.somebody('county_bureau'), await made.somebody('city_bureau')];
    expect(await owed(made, 'yearly_assessment', '2025-10-31')).toEqual(['2026-08-31 open county_bureau@330803']);
    const id = idOfOpened(await made.open(county, 'yearly_assessment', 'S', card(60, 59)));
    expect(wordOf(await made.step(county, id, 'decide'))).toBe('not_now');
    await all(made, id, [[head, 'respond', WHY]]);
    expect(wordOf(await made.step(county, id, 'decide'))).toBe('same_person');
    expect(await findings(made)).toEqual([]);
    await all(made, id, [[city, 'decide']]);
    expect(await findings(made)).toMatchObject([{ subject: 'S', state: 'open' }]);
    expect((await made.see((await findings(made))[0]?.matter_id ?? 0)).entries[0]?.details).toMatchObject({ clause: 'S3-g', severity: 'B', evidence: '2025 年度考核 59.8 分，不合格' });
    expect(await owed(made, 'yearly_assessment', '2025-10-31')).toEqual(['2026-08-31 2025-10-31 county_bureau@330803']);
    expect(await made.open(city, 'yearly_assessment', 'S', card(80))).toEqual({ outcome: 'decided_already' });
  });

  test('S3-g, S3-h: of a year there is one at a time; one that is left open holds up no other year, and each is decided by itself', async () => {
    const made = await scene();
    const [head, county, city, office] = [await made.somebody('school_head'), await made.somebody('county_bureau'), await made.somebody('city_bureau'), await made.somebody('office')];
    const left = idOfOpened(await made.open(county, 'yearly_assessment', 'S', card(60, 60, 2024)));
    for (const who of [county, city]) expect(await made.open(who, 'yearly_assessment', 'S', card(70, 70, 2024))).toEqual({ outcome: 'open_already' });
    const next = idOfOpened(await made.open(county, 'yearly_assessment', 'S', card(60)));
    expect(await made.open(county, 'yearly_assessment', 'S', { ...card(60), title: '另一份' })).toEqual({ outcome: 'open_already' });
    await all(made, next, [[head, 'respond', WHY], [city, 'decide']]);
    expect(await made.open(county, 'yearly_assessment', 'S', card(60))).toEqual({ outcome: 'decided_already' });
    expect([(await made.see(left)).state, (await made.see(next)).state]).toEqual(['scored', 'assessed']);
    await all(made, left, [[head, 'respond', WHY], [city, 'decide']]);

    const on = (year: number) => date(`${year}-12-10`);
    const first = idOfOpened(await made.open(head, 'yearly_review', 'S', review(2025), on(2025)));
    expect(await made.open(head, 'yearly_review', 'S', review(2025), on(2026))).toEqual({ outcome: 'open_already' });
    const second = idOfOpened(await made.open(head, 'yearly_review', 'S', review(2026), on(2026)));
    await all(made, first, [[office, 'send_back', WHY], [head, 'withdraw']]);
    idOfOpened(await made.open(head, 'yearly_review', 'S', review(2025), on(2026)));
    expect((await made.see(second)).open).toBe(true);
  });

  test('S3-g: the database alone lets no second one of a year in', async () => {
    const made = await scene();
    const id = idOfOpened(await made.open(await made.somebody('county_bureau'), 'yearly_assessment', 'S', card(60)));
    const again = (year: number | null) => made.as.write(async (tx) => {
      await tx.change(`insert into matters (region_id, matter_id, kind, subject, state, open, version, scopes, opened_at, opened_by, of_year)
        select region_id, $3, kind, subject, state, open, version, scopes, opened_at, opened_by, $4 from matters where region_id = $1 and matter_id = $2`, [made.region_id, id, 9_000_000 + (year ?? 0), year]);
      tx.discard();
    });
    await expect(again(2025)).rejects.toThrow(/unique/);
    await expect(again(null)).rejects.toThrow(/check constraint/);
    await again(2026);
  });

  test('S3-g: a county assesses the schools of its own county and reads those of no other; the city’s bureau assesses and reads all', async () => {
    const made = await scene();
    await made.import({ schools: ['S', 'S2'].map((school_id) => ({ school_id, on: '2025-10-02', total_land_m2: '200000', total_building_m2: '90000', total_equipment_yuan: '20000000', secondary_students: 1000, secondary_teachers: 80, pilot_from: '2024-09-01' })) });
    const [own, neighbour, city] = [await made.somebody('county_bureau'), await made.somebody('county_bureau', 'B3'), await made.somebody('city_bureau')];
    expect(await made.open(own, 'yearly_assessment', 'S2', card(60))).toEqual({ outcome: 'unknown_subject' });
    expect(await made.open(neighbour, 'yearly_assessment', 'S', card(60))).toEqual({ outcome: 'unknown_subject' });
    const ours = idOfOpened(await made.open(own, 'yearly_assessment', 'S', card(60)));
    const theirs = idOfOpened(await made.open(neighbour, 'yearly_assessment', 'S2', card(60)));
    const read = async (who: MadeActor) => (await made.of(who)).read(async (tx) => (await loadMatters(tx, { kind: 'yearly_assessment' })).map(({ matter_id }) => matter_id).sort());
    expect([await read(own), await read(neighbour), await read(city)]).toEqual([[ours], [theirs], [ours, theirs].sort()]);
    const head = await made.somebody('school_head', 'S2');
    expect(wordOf(await made.step(own, theirs, 'withdraw', WHY))).toBe('not_found');
    await all(made, theirs, [[head, 'respond', WHY]]);
    expect(wordOf(await made.step(await made.somebody('county_bureau'), theirs, 'decide'))).toBe('not_found');
    await all(made, theirs, [[city, 'decide']]);
    idOfOpened(await made.open(city, 'yearly_assessment', 'S2', card(60, 60, 2024)));
  });

  test('S3-g: on the line it passes and opens nothing; a year to come, a school outside the pilot and half a card are refused', async () => {
    const made = await scene();
    const [head, county, city] = [await made.somebody('school_head'), await made.somebody('county_bureau'), await made.somebody('city_bureau')];
    expect(await made.open(county, 'yearly_assessment', 'S', card(60, 60, 2026))).toEqual({ outcome: 'value_not_possible' });
    expect(await made.open(city, 'yearly_assessment', 'S2', card(60))).toEqual({ outcome: 'unknown_subject' });
    const { scores: _, ...half } = card(60);
    expect(await made.open(county, 'yearly_assessment', 'S', half)).toEqual({ outcome: 'details_wrong' });
    const id = idOfOpened(await made.open(county, 'yearly_assessment', 'S', card(60)));
    await all(made, id, [[head, 'respond', WHY], [city, 'decide']]);
    expect(await findings(made)).toEqual([]);
  });

  test('S3-h: each unit hands its review in by the end of December, the office takes it in or asks for more', async () => {
    const made = await scene();
    const [head, office] = [await made.somebody('school_head'), await made.somebody('office')];
    expect(await owed(made, 'yearly_review', '2025-11-30')).toEqual([]);
    expect(await owed(made, 'yearly_review', '2025-12-01')).toEqual(['2025-12-31 open college_leadership@H', '2025-12-31 open county_bureau@330803', '2025-12-31 open school_head@S']);
    const on = (day: string) => ({ today: date(day) });
    const id = idOfOpened(await made.open(head, 'yearly_review', 'S', review(), date('2025-12-10')));
    expect((await owed(made, 'yearly_review', '2025-12-10')).at(-1)).toBe('2025-12-31 2025-12-10 school_head@S');
    await all(made, id, [[office, 'send_back', { ...WHY, ...on('2025-12-12') }]]);
    expect((await owed(made, 'yearly_review', '2025-12-12')).at(-1)).toBe('2025-12-31 open school_head@S');
    await all(made, id, [[head, 'complete', { details: { text: '补充了家长反馈', actions: '每学期开放日' }, ...on('2025-12-20') }]]);
    expect(wordOf(await made.step(office, id, 'take_in', on('2025-12-22')))).toBe('guard');
    await all(made, id, [[office, 'take_in_without', { ...WHY, ...on('2025-12-22') }]]);
    expect((await made.see(id)).state).toBe('taken_in');
    expect((await owed(made, 'yearly_review', '2025-12-22')).at(-1)).toBe('2025-12-31 2025-12-20 school_head@S');
    expect(await made.open(head, 'yearly_review', 'S', review(), date('2025-12-23'))).toEqual({ outcome: 'decided_already' });
    expect(await made.open(head, 'yearly_review', 'H', review(), date('2025-12-23'))).toEqual({ outcome: 'unknown_subject' });
  });

  test('S3-h: where people were asked, a review is taken in beside what they said, on the day after the last and not before; a reason takes its place only where nobody was asked', async () => {
    const made = await scene();
    const [head, office] = [await made.somebody('school_head'), await made.somebody('office')];
    const asked = await (await made.of(office)).write((tx) => openSurvey(tx, { year: 2025, opens_on: date('2025-12-01'), closes_on: date('2025-12-15'), groups: ['school_staff'] }, { pack: DEFAULT_PACK, today: date('2025-12-01') }));
    const id = idOfOpened(await made.open(head, 'yearly_review', 'S', review(), date('2025-12-10')));
    const [last, after] = [{ today: date('2025-12-15') }, { today: date('2025-12-16') }];
    expect(wordOf(await made.step(office, id, 'take_in_without', { ...WHY, ...after }))).toBe('guard');
    expect(wordOf(await made.step(office, id, 'take_in', last))).toBe('guard');
    expect(wordOf(await made.step(office, id, 'take_in', after))).toBe('done');
    // One that was withdrawn asked nobody.
    const next = idOfOpened(await made.open(await made.somebody('college_leadership'), 'yearly_review', 'H', review(), date('2025-12-10')));
    await (await made.of(office)).write((tx) => withdrawSurvey(tx, asked.outcome === 'done' ? Number(asked.id) : 0, '题目有误'));
    expect(wordOf(await made.step(office, next, 'take_in', after))).toBe('guard');
    expect(wordOf(await made.step(office, next, 'take_in_without', after))).toBe('reason_missing');
    expect(wordOf(await made.step(office, next, 'take_in_without', { ...WHY, ...after }))).toBe('done');
  });
});
