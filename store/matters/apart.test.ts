import pg from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { date } from '../../core/values/plain-date.ts';
import { record } from '../appointments.ts';
import { today } from '../clock.ts';
import { delegate, endDelegation, listColleagues } from '../delegations.ts';
import type { Instant } from '../known-time.ts';
import { asOwner } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import { removeSample } from '../regions.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from './made-matters.ts';
import * as teams from './team-answers.ts';

const stands = { met: true, detail: null };
beforeEach(() => {
  vi.spyOn(teams, 'managementTeamAnswer').mockResolvedValue(stands);
});

const REASON = { reason: '依据会议决定' };
const UNIQUE_VIOLATION = '23505';

eachDatabase('persons are kept apart', (database) => {
  const store = madeStore(database);

  async function proposed(scene: MadeScene, drafter: Pick<MadeActor, 'account'>, key = 'rooms.min_m2'): Promise<number> {
    const id = idOfOpened(await scene.open(drafter, 'parameter_change', key, { value: '16', from: date('2025-11-01') }));
    expect(wordOf(await scene.step(drafter, id, 'propose', REASON))).toBe('done');
    return id;
  }

  const leave = async (scene: MadeScene, from: MadeActor, to: MadeActor, days: { first_day?: string; last_day?: string } = {}) =>
    (await scene.of(from)).write((tx) => delegate(tx, {
      to_account: to.account, role: from.role, first_day: date(days.first_day ?? today()), last_day: date(days.last_day ?? today()), reason: '出差',
    }));

  test('by person, not by account: a second account of the same person is refused by the database, and would not help', async () => {
    const scene = await madeScene(store.db());
    const drafter = await scene.somebody('office');
    const id = await proposed(scene, drafter);
    const second = `${drafter.account}-again`;
    const add = () => asOwner(database, `insert into accounts (region_id, account, display_name, created_by, person_id, activated_at) values ($1, $2, $2, 'x', $3, now())`, [scene.region_id, second, drafter.person_id]);
    await expect(add()).rejects.toMatchObject({ code: UNIQUE_VIOLATION });
    await asOwner(database, 'alter table accounts drop constraint accounts_region_id_person_id_key');
    await add();
    expect(wordOf(await scene.step({ account: second }, id, 'approve'))).toBe('same_person');
    await asOwner(database, 'delete from accounts where region_id = $1 and account = $2', [scene.region_id, second]);
    await asOwner(database, 'alter table accounts add constraint accounts_region_id_person_id_key unique (region_id, person_id)');
  });

  test('not through somebody who stands in, not by standing in; through a third it is done, and both names stand there', async () => {
    const scene = await madeScene(store.db());
    const [drafter, third, deputy] = [await scene.somebody('office'), await scene.somebody('office'), await scene.somebody('finance_bureau', 'O1')];
    const id = await proposed(scene, drafter);
    expect(wordOf(await scene.step(deputy, id, 'approve'))).toBe('not_found');
    expect((await leave(scene, drafter, deputy)).outcome).toBe('done');
    expect(wordOf(await scene.step(deputy, id, 'approve'))).toBe('same_person');
    expect((await leave(scene, third, deputy)).outcome).toBe('done');
    expect((await leave(scene, third, drafter)).outcome).toBe('done');
    expect(wordOf(await scene.step(drafter, id, 'approve'))).toBe('same_person');
    expect(wordOf(await scene.step(deputy, id, 'approve'))).toBe('done');
    expect((await scene.see(id)).entries.at(-1)).toMatchObject({ person: String(deputy.person_id), in_stead_of: String(third.person_id), in_stead_of_name: third.account, role: 'office' });
    // What was done in somebody's stead has been done by both.
    const other = idOfOpened(await scene.open(deputy, 'parameter_change', 'land.min_m2', { value: '60', from: date('2025-11-01') }));
    await scene.step(deputy, other, 'propose', REASON);
    expect((await scene.see(other)).entries[0]).toMatchObject({ in_stead_of: String(drafter.person_id) });
    expect(wordOf(await scene.step(drafter, other, 'approve'))).toBe('same_person');
    expect(wordOf(await scene.step(third, other, 'approve'))).toBe('done');
  });

  test('leave opens nothing before its first day, nor after it was taken back; a stranger gets none', async () => {
    const scene = await madeScene(store.db());
    const [drafter, third, deputy] = [await scene.somebody('office'), await scene.somebody('office'), await scene.somebody('finance_bureau', 'O1')];
    const id = await proposed(scene, drafter);
    const soon = date(new Date(Date.parse(`${today()}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
    expect((await leave(scene, third, deputy, { first_day: soon, last_day: soon })).outcome).toBe('done');
    expect(wordOf(await scene.step(deputy, id, 'approve'))).toBe('not_found');
    const given = await leave(scene, third, deputy);
    const delegation_id = given.outcome === 'done' ? given.delegation_id : 0;
    expect(await (await scene.of(drafter)).write((tx) => endDelegation(tx, delegation_id))).toBe('unknown_delegation');
    expect(await (await scene.of(third)).write((tx) => endDelegation(tx, delegation_id))).toBe('done');
    expect(await (await scene.of(third)).write((tx) => endDelegation(tx, delegation_id))).toBe('already_ended');
    expect(wordOf(await scene.step(deputy, id, 'approve'))).toBe('not_found');
    expect((await leave(scene, third, await scene.somebody('city_bureau'))).outcome).toBe('unknown_deputy');
    expect((await leave(scene, third, third)).outcome).toBe('oneself');
    const colleagues = await (await scene.of(third)).read(listColleagues);
    expect(colleagues.map(({ account }) => account).sort()).toEqual([drafter.account, deputy.account].sort());
  });

  test('not after a change of office either, and an office that ended gives nothing any more', async () => {
    const scene = await madeScene(store.db());
    const head = await scene.somebody('school_head');
    const id = await proposed(scene, await scene.somebody('office'));
    const opened = idOfOpened(await scene.open(head, 'campus_recognition', 'C'));
    const other = idOfOpened(await scene.open(head, 'pilot_admission', 'S'));
    expect(wordOf(await scene.step(head, opened, 'apply'))).toBe('done');
    await asOwner(database, 'update appointments set ended_at = now() where region_id = $1 and appointment_id = $2', [scene.region_id, head.appointment_id]);
    expect(wordOf(await scene.step(head, other, 'withdraw'))).toBe('not_found');
    const appointTo = (role: 'office' | 'college_programme', org_id: string) => scene.as.write(async (tx) => {
      const [now] = await tx.query<{ at: Instant }>('select clock_timestamp() as at');
      return record(tx, head.person_id, { role, org_id, campuses: [], classes: [], from: date('2020-01-01'), to: null }, now?.at as Instant);
    });
    await appointTo('college_programme', 'H');
    expect(wordOf(await scene.step(head, opened, 'verify'))).toBe('same_person');
    await appointTo('office', 'O1');
    expect(wordOf(await scene.step(head, id, 'approve'))).toBe('done');
  });

  test('a sample goes with its matters, plates, decisions and leave; what was done in it stays written down', async () => {
    const scene = await madeScene(store.db(), { sample: true });
    const [drafter, approver, head] = [await scene.somebody('office'), await scene.somebody('office'), await scene.somebody('school_head')];
    expect(wordOf(await scene.step(approver, await proposed(scene, drafter), 'approve'))).toBe('done');
    idOfOpened(await scene.open(head, 'campus_recognition', 'C'));
    expect((await leave(scene, drafter, approver)).outcome).toBe('done');
    expect(await removeSample(store.db(), scene.region_id)).toEqual({ outcome: 'done' });
    const left = await countsLeft(scene.region_id);
    expect(left).toEqual({ matters: 0, matter_entries: 0, changed_parameters: 0, delegations: 0, people: 0, acts: true });
  });

  async function countsLeft(region_id: number) {
    const owner = new pg.Client(database.connection());
    await owner.connect();
    try {
      const many = async (table: string): Promise<number> => Number((await owner.query(`select count(*) as n from ${table} where region_id = $1`, [region_id])).rows[0].n);
      return {
        matters: await many('matters'), matter_entries: await many('matter_entries'), changed_parameters: await many('changed_parameters'),
        delegations: await many('delegations'), people: await many('people'), acts: await many('audit_entries') > 0,
      };
    } finally {
      await owner.end();
    }
  }
});
