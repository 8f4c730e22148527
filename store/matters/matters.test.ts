import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { changedPack } from '../../core/policy/changed-pack.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { loadParameterChanges } from '../changed-parameters.ts';
import { madeStore } from '../made-store.ts';
import { listSnapshots, readSnapshot, takeSnapshot } from '../snapshots.ts';
import { idOfOpened, madeScene, wordOf, type MadeScene } from './made-matters.ts';
import * as teams from './team-answers.ts';

const stands = { met: true, detail: null };
beforeEach(() => {
  vi.spyOn(teams, 'promotionTeamAnswer').mockResolvedValue(stands);
  vi.spyOn(teams, 'managementTeamAnswer').mockResolvedValue(stands);
});

const REASON = { reason: '依据会议决定' };

eachDatabase('matters', (database) => {
  const store = madeStore(database);
  const campus = async ({ as }: MadeScene) => (await as.read((tx) => loadRows(tx, 'campuses', {})))[0];

  test('a campus is applied for, verified, recognised and plated; the register follows with each decision', async () => {
    const scene = await madeScene(store.db());
    const [head, college, office] = [await scene.somebody('school_head'), await scene.somebody('college_programme'), await scene.somebody('office')];
    const id = idOfOpened(await scene.open(head, 'campus_recognition', 'C'));
    for (const [who, act] of [[head, 'apply'], [college, 'verify'], [office, 'recognise']] as const) expect(wordOf(await scene.step(who, id, act)), act).toBe('done');
    expect((await campus(scene))?.status).toBe('recognised');
    expect(wordOf(await scene.step(office, id, 'grant_plate'))).toBe('done');
    expect(wordOf(await scene.step(office, id, 'end', REASON))).toBe('done');
    expect((await campus(scene))?.status).toBe('suspended');
    const { entries, state, open, version } = await scene.see(id);
    expect({ state, open, version, acts: entries.map(({ act }) => act) }).toEqual({ state: 'ended', open: false, version: 6, acts: ['open', 'apply', 'verify', 'recognise', 'grant_plate', 'end'] });
    const recognised = entries[3];
    expect(recognised?.verdicts.find(({ standard }) => standard === 'M4-a')).toMatchObject({ about: 'campus:C', on: '2025-10-31', outcome: 'met' });
    expect(recognised?.effects).toMatchObject([{ kind: 'record', sheet: 'campuses' }, { kind: 'document' }]);
    const plates = await scene.as.read((tx) => tx.query('select act, on_date from campus_plates where region_id = $1 order by entry_no', [scene.region_id]));
    expect(plates).toEqual([{ act: 'granted', on_date: '2025-10-31' }, { act: 'withdrawn', on_date: '2025-10-31' }]);
  });

  test('one square metre short keeps a campus from being verified, M4-a says so, and nothing is half done', async () => {
    const scene = await madeScene(store.db());
    const [head, college] = [await scene.somebody('school_head'), await scene.somebody('college_programme')];
    const id = idOfOpened(await scene.open(head, 'campus_recognition', 'C'));
    await scene.step(head, id, 'apply');
    expect((await scene.import({ rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '3999', from: '2025-09-01' }] })).outcome).toBe('done');
    const answer = await scene.step(college, id, 'verify');
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { why: 'guard', clause: 'M4-a', detail: { zh: expect.stringContaining('R1-b') } } });
    expect(await scene.see(id)).toMatchObject({ state: 'applied', version: 2 });
    await scene.import({ rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '4000', from: '2025-09-01' }] });
    expect(wordOf(await scene.step(college, id, 'verify'))).toBe('done');
  });

  test('without its management team (R6-a) a campus is not applied for', async () => {
    vi.spyOn(teams, 'managementTeamAnswer').mockResolvedValue({ met: false, detail: { zh: '尚无', en: 'none' } });
    const scene = await madeScene(store.db());
    const head = await scene.somebody('school_head');
    const id = idOfOpened(await scene.open(head, 'campus_recognition', 'C'));
    expect(await scene.step(head, id, 'apply')).toMatchObject({ refusal: { why: 'guard', clause: 'R6-a' } });
  });

  test('S1-a: a school is admitted by its own head, a bureau and the office, and its record then bears the day', async () => {
    const scene = await madeScene(store.db());
    const [head, county, office] = [await scene.somebody('school_head'), await scene.somebody('county_bureau'), await scene.somebody('office')];
    const id = idOfOpened(await scene.open(head, 'pilot_admission', 'S'));
    for (const [who, act] of [[head, 'submit'], [county, 'check'], [office, 'admit']] as const) expect(wordOf(await scene.step(who, id, act)), act).toBe('done');
    const schools = await scene.as.read((tx) => loadRows(tx, 'schools', {}));
    expect(schools.map(({ pilot_from }) => pilot_from)).toEqual(['2025-10-31']);
    const [record] = (await scene.see(id)).entries.flatMap(({ effects }) => effects);
    expect(record).toMatchObject({ kind: 'record', sheet: 'schools' });
    const before = await scene.as.read((tx) => tx.query<{ act: string; reason: string }>('select act, reason from register_schools where region_id = $1 order by record_id', [scene.region_id]));
    expect(before).toEqual([{ act: 'added', reason: null }, { act: 'corrected', reason: `事项 ${id}` }]);
    expect(await scene.open(head, 'pilot_admission', 'S')).toEqual({ outcome: 'decided_already' });
  });

  test('M7-a, M1-a: no promotion team and no firm, no application', async () => {
    const scene = await madeScene(store.db());
    const head = await scene.somebody('school_head');
    vi.spyOn(teams, 'promotionTeamAnswer').mockResolvedValue({ met: false, detail: null });
    const id = idOfOpened(await scene.open(head, 'pilot_admission', 'S'));
    expect(await scene.step(head, id, 'submit')).toMatchObject({ refusal: { why: 'guard', clause: 'M7-a' } });
    vi.spyOn(teams, 'promotionTeamAnswer').mockResolvedValue(stands);
    await scene.import({ programmes: [{ programme_id: 'P', school_id: 'S', college_id: 'H', secondary_code: '660103', higher_code: '460103', name: '数控' }] });
    expect(await scene.step(head, id, 'submit')).toMatchObject({ refusal: { why: 'guard', clause: 'M1-a' } });
  });

  test('whose a matter is: the school’s own, its county’s, the college’s and the office’s; the neighbours see nothing of it', async () => {
    const scene = await madeScene(store.db());
    const head = await scene.somebody('school_head');
    const id = idOfOpened(await scene.open(head, 'campus_recognition', 'C'));
    const seen = async (who: Awaited<ReturnType<typeof scene.somebody>>): Promise<number> =>
      (await (await scene.of(who)).read((tx) => tx.query('select 1 from matters where region_id = $1 and matter_id = $2', [scene.region_id, id]))).length;
    for (const role of ['office', 'city_bureau', 'county_bureau', 'college_programme', 'school_registrar', 'auditor'] as const) expect(await seen(await scene.somebody(role)), role).toBe(1);
    expect(await seen(await scene.somebody('school_head', 'S2'))).toBe(0);
    expect(await seen(await scene.somebody('county_bureau', 'B3'))).toBe(0);
    expect(await seen(await scene.somebody('department', 'B1'))).toBe(0);
    expect(await scene.open(await scene.somebody('school_head', 'S2'), 'campus_recognition', 'C')).toEqual({ outcome: 'unknown_subject' });
    expect(await scene.open(head, 'campus_recognition', 'nowhere')).toEqual({ outcome: 'unknown_subject' });
    expect(await scene.open(await scene.somebody('office'), 'campus_recognition', 'C')).toEqual({ outcome: 'not_your_role' });
    expect(await scene.open(head, 'campus_recognition', 'C')).toEqual({ outcome: 'open_already' });
    expect(wordOf(await scene.step(await scene.somebody('school_head', 'S2'), id, 'apply'))).toBe('not_found');
  });

  describe('a value of law is changed', () => {
    const proposal = { value: '16', from: date('2025-11-01') };
    test('from its day on every verdict goes by it, not a day before, and not as known before', async () => {
      const scene = await madeScene(store.db());
      const [drafter, approver] = [await scene.somebody('office'), await scene.somebody('city_bureau')];
      const id = idOfOpened(await scene.open(drafter, 'parameter_change', 'rooms.min_m2', proposal));
      expect(wordOf(await scene.step(drafter, id, 'propose', { reason: '省里新标准' }))).toBe('done');
      expect(wordOf(await scene.step(drafter, id, 'approve'))).toBe('same_person');
      expect(wordOf(await scene.step(approver, id, 'approve'))).toBe('done');
      const changes = await scene.as.read((tx) => loadParameterChanges(tx));
      expect(changes).toMatchObject([{ key: 'rooms.min_m2', value: '16', from: '2025-11-01', matter_id: String(id), decided_on: '2025-10-31', reason: '省里新标准' }]);
      expect(await scene.as.read((tx) => loadParameterChanges(tx, date('2020-01-01')))).toEqual([]);
      const pack = changedPack(quzhou2024, changes);
      const on = (day: string) => judgingOn(pack, date(day)).parameters.get('rooms.min_m2');
      expect([on('2025-10-31')?.value, on('2025-11-01')?.value]).toEqual([judgingOn(quzhou2024, date('2025-10-31')).parameters.get('rooms.min_m2')?.value, { n: 16n, d: 1n }]);
      expect(on('2025-11-01')?.source.zh).toContain(`事项 ${id}`);
      const approved = (await scene.see(id)).entries.at(-1);
      expect(approved?.verdicts).toMatchObject([{ about: 'campus:C', standard: 'R1-b', before: 'met', outcome: 'unmet', on: '2025-11-01' }]);
    });

    test('not to a day that is frozen, nor before the document (X-3), and not to what is no value of it', async () => {
      const scene = await madeScene(store.db());
      const drafter = await scene.somebody('office');
      await takeSnapshot(store.db(), { actor: scene.actor, judging: judgingOn(quzhou2024, date('2025-10-31')) });
      const open = (from: string, value = '16', key = 'rooms.min_m2') => scene.open(drafter, 'parameter_change', key, { value, from: date(from) });
      const frozen = idOfOpened(await open('2025-10-31'));
      expect(await scene.step(drafter, frozen, 'propose', REASON)).toMatchObject({ refusal: { why: 'guard', clause: 'X-3' } });
      expect(wordOf(await scene.step(drafter, frozen, 'propose', { ...REASON, details: { value: '16', from: date('2025-11-01') } }))).toBe('done');
      const early = idOfOpened(await open('2024-05-28', '16', 'land.min_m2'));
      expect(await scene.step(drafter, early, 'propose', REASON)).toMatchObject({ refusal: { why: 'guard', clause: 'X-3' } });
      expect(await open('2025-11-01', '十六', 'dorm.min_m2')).toEqual({ outcome: 'value_not_possible' });
      expect(await open('2025-11-01', '-1', 'dorm.min_m2')).toEqual({ outcome: 'value_not_possible' });
      expect(await open('2025-11-01', 'anything', 'plan.counted')).toEqual({ outcome: 'value_not_possible' });
      expect(await open('2025-11-01', '1', 'no.such_key')).toEqual({ outcome: 'unknown_subject' });
      expect(await scene.open(drafter, 'parameter_change', 'plan.counted')).toEqual({ outcome: 'details_wrong' });
    });
  });

  describe('a round of collection', () => {
    const asked = { on: date('2025-10-31'), due: date('2025-11-10'), sheets: ['rooms', 'limits'] as const };
    async function opened() {
      const scene = await madeScene(store.db());
      const people = { office: await scene.somebody('office'), second: await scene.somebody('office'), registrar: await scene.somebody('school_registrar'), college: await scene.somebody('college_programme') };
      const round = idOfOpened(await scene.open(people.office, 'collection_round', '2025秋季', asked));
      const [row] = await scene.as.read((tx) => tx.query<{ matter_id: bigint }>('select matter_id from matters where region_id = $1 and part_of = $2', [scene.region_id, round]));
      return { scene, ...people, round, id: Number(row?.matter_id) };
    }

    test('each school is asked; it submits, the college verifies, the round is frozen and signed by a second person', async () => {
      const { scene, office, second, registrar, college, round, id } = await opened();
      expect(await scene.step(registrar, id, 'submit')).toMatchObject({ refusal: { why: 'guard', clause: 'M4-a', detail: { zh: expect.stringContaining('规划限额') } } });
      expect(await scene.step(registrar, id, 'submit', { details: { none: ['rooms', 'limits'] } })).toMatchObject({ refusal: { why: 'guard' } });
      expect(wordOf(await scene.step(registrar, id, 'submit', { details: { none: ['limits'] } }))).toBe('done');
      expect(await scene.step(office, round, 'freeze')).toMatchObject({ refusal: { why: 'guard', detail: { zh: expect.stringContaining('尚未核验：学校。') } } });
      expect(wordOf(await scene.step(college, id, 'verify'))).toBe('done');
      expect(wordOf(await scene.step(office, round, 'freeze'))).toBe('done');
      expect(wordOf(await scene.step(office, round, 'sign'))).toBe('same_person');
      expect(wordOf(await scene.step(second, round, 'sign'))).toBe('done');
      const [effect] = (await scene.see(round)).entries[1]?.effects ?? [];
      const snapshot = await scene.as.read((tx) => readSnapshot(tx, Number(effect?.kind === 'snapshot' && effect.snapshot_id)));
      expect(snapshot).toMatchObject({ on: '2025-10-31', name: '2025秋季', intact: true, sha256: effect?.kind === 'snapshot' ? effect.sha256 : '' });
    });

    test('nothing is submitted after the round is over; what is missing has to be named; a round that goes on takes it again', async () => {
      const { scene, office, second, registrar, round, id } = await opened();
      expect(wordOf(await scene.step(office, round, 'freeze', { details: { missing: [] } }))).toBe('guard');
      expect(wordOf(await scene.step(office, round, 'freeze', { details: { missing: ['S'] } }))).toBe('done');
      expect(await scene.step(registrar, id, 'submit', { details: { none: ['limits'] } })).toMatchObject({ refusal: { why: 'guard', guard: { id: 'round_open' } } });
      expect(await scene.see(id)).toMatchObject({ state: 'asked', version: 1, open: false });
      expect(wordOf(await scene.step(second, round, 'reopen', REASON))).toBe('done');
      expect(wordOf(await scene.step(registrar, id, 'submit', { details: { none: ['limits'] } }))).toBe('done');
      expect((await scene.as.read(listSnapshots)).length).toBe(1);
    });
  });

  test('what somebody saw before another step was taken is no ground for theirs', async () => {
    const scene = await madeScene(store.db());
    const [drafter, one, other] = [await scene.somebody('office'), await scene.somebody('office'), await scene.somebody('city_bureau')];
    const id = idOfOpened(await scene.open(drafter, 'parameter_change', 'rooms.min_m2', { value: '16', from: date('2025-11-01') }));
    await scene.step(drafter, id, 'propose', REASON);
    expect(wordOf(await scene.step(one, id, 'return', REASON))).toBe('done');
    expect(wordOf(await scene.step(other, id, 'approve', { version: 2 }))).toBe('changed_meanwhile');
    expect(wordOf(await scene.step(other, id, 'approve'))).toBe('not_now');
  });
});
