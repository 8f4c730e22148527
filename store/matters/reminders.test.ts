import { beforeEach, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { Details } from '../../core/approvals/details.ts';
import type { Role } from '../../core/access/roles.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { reckonDuties, type Counts } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { idOfOpened, madeScene, wordOf } from './made-matters.ts';
import * as teams from './team-answers.ts';

beforeEach(() => {
  for (const team of ['promotionTeamAnswer', 'managementTeamAnswer'] as const) vi.spyOn(teams, team).mockResolvedValue({ met: true, detail: null });
});

const { parameters } = DEFAULT_PACK;

eachDatabase('what matters wait for is a duty', (database) => {
  const store = madeStore(database);
  /** A region with people, in which matters are played on given days, and whose duties of some kind are worked out. */
  async function scene(of: string) {
    const made = await madeScene(store.db());
    await made.as.write((tx) => setGoLive(tx, date('2024-06-01')));
    const people = new Map<string, Awaited<ReturnType<typeof made.somebody>>>();
    const who = async (name: Role | 'second') => {
      const known = people.get(name) ?? await made.somebody(name === 'second' ? 'office' : name);
      people.set(name, known);
      return known;
    };
    const duties = DEFAULT_PACK.duties.filter(({ id }) => id.startsWith(of));
    return {
      open: async (day: string, name: Role, kind: string, subject: string, details?: Details) => idOfOpened(await made.open(await who(name), kind, subject, details, date(day))),
      step: async (day: string, name: Role | 'second', id: number, act: string, more = {}) =>
        expect(wordOf(await made.step(await who(name), id, act, { reason: '依据会议决定', today: date(day), ...more })), act).toBe('done'),
      reckon: (today: string): Promise<Counts> => reckonDuties(store.db(), made.region_id, { today: date(today), duties, parameters }),
      /** Kind, beginning, last day, end, and whose it is. */
      standing: async (today: string): Promise<string[]> => {
        await reckonDuties(store.db(), made.region_id, { today: date(today), duties, parameters });
        const rows = await store.db().as(programActor(made.region_id)).read((tx) => tx.arrays(
          'select duty, opened_on, due_on, closed_on, lifted, owed_by from duties where region_id = $1 order by opened_on, duty', [made.region_id]));
        return rows.map(([duty, opened, due, closed, lifted, owners]) => `${String(duty)} ${String(opened)} ${String(due)} ${lifted === true ? 'lifted' : closed === null ? 'open' : String(closed)} ${(owners as string[]).join('+')}`);
      },
      acts: async () => (await store.db().as(programActor(made.region_id)).read((tx) => tx.arrays(
        'select a.on_day, a.act, a.posts, d.about, d.without_table from duty_acts a join duties d using (region_id, duty_key) where d.region_id = $1 order by a.on_day, d.duty, a.act', [made.region_id])))
        .map(([on, act, posts]) => [String(on), String(act), ...posts as string[]].join(' ')),
      about: async () => (await store.db().as(programActor(made.region_id)).read((tx) => tx.arrays('select distinct about, without_table from duties where region_id = $1', [made.region_id]))),
      paths: async () => (await store.db().as(programActor(made.region_id)).read((tx) => tx.arrays(`select data ->> 'path' from messages where region_id = $1 and template = 'duty'`, [made.region_id]))).flat(),
      returnOf: async (round: number) => Number((await made.as.read((tx) => tx.arrays('select matter_id from matters where region_id = $1 and part_of = $2', [made.region_id, round])))[0]?.[0]),
    };
  }

  test('S1-a: an application is to be checked by the bureaus within ten working days, the make-up ones counted, and then decided by the office', async () => {
    const { open, step, standing, acts, about } = await scene('pilot_admission');
    const id = await open('2025-09-23', 'school_head', 'pilot_admission', 'S');
    expect(await standing('2025-09-24')).toEqual([]);
    await step('2025-09-24', 'school_head', id, 'submit');
    const owed = 'pilot_admission_submitted 2025-09-24 2025-10-14';
    const bureaus = 'county_bureau@330803+city_bureau@*';
    expect(await standing('2025-10-14')).toEqual([`${owed} open ${bureaus}`]);
    expect(await acts()).toEqual(['2025-09-24 opened', '2025-10-07 told/0 county_bureau@330803', '2025-10-07 told/1 city_bureau@*']);
    await standing('2025-10-24');
    expect((await acts()).slice(3)).toEqual(['2025-10-15 told/2 city_bureau@*', '2025-10-24 told/3 office@*']);
    expect(await about()).toEqual([[`matter:${id}`, []]]);
    await step('2025-10-24', 'county_bureau', id, 'check');
    expect(await standing('2025-10-24')).toEqual([`${owed} 2025-10-24 ${bureaus}`, 'pilot_admission_checked 2025-10-24 2025-11-07 open office@*']);
    await step('2025-11-07', 'office', id, 'admit');
    expect((await standing('2025-12-31')).at(-1)).toBe('pilot_admission_checked 2025-10-24 2025-11-07 2025-11-07 office@*');
  });

  test('a return or a withdrawal ends it as well; what is brought again is waited for anew', async () => {
    const { open, step, standing } = await scene('pilot_admission');
    const id = await open('2025-11-03', 'school_head', 'pilot_admission', 'S');
    await step('2025-11-03', 'school_head', id, 'submit');
    await step('2025-11-04', 'county_bureau', id, 'return');
    await step('2025-11-05', 'school_head', id, 'submit');
    const whose = 'county_bureau@330803+city_bureau@*';
    expect(await standing('2025-11-05')).toEqual([`pilot_admission_submitted 2025-11-03 2025-11-17 2025-11-04 ${whose}`, `pilot_admission_submitted 2025-11-05 2025-11-19 open ${whose}`]);
    await step('2025-11-19', 'school_head', id, 'withdraw');
    expect((await standing('2025-11-19'))[1]).toBe(`pilot_admission_submitted 2025-11-05 2025-11-19 2025-11-19 ${whose}`);
  });

  test('working days of a year without a table are counted by its weekends, and the duty says so; the reminder leads to the matter', async () => {
    const { open, step, standing, about, paths } = await scene('parameter_change');
    const id = await open('2026-12-24', 'office', 'parameter_change', 'rooms.min_m2', { value: '16', from: date('2027-02-01') });
    await step('2026-12-24', 'office', id, 'propose');
    expect(await standing('2026-12-24')).toEqual(['parameter_change_proposed 2026-12-24 2027-01-07 open office@*+city_bureau@*']);
    expect(await about()).toEqual([[`matter:${id}`, [2027]]]);
    expect(await paths()).toEqual([]);
    await standing('2026-12-31');
    expect(await paths()).toEqual([`/matters/${id}`]);
  });

  test('X-1: whatever the order in which days are told of, each beginning and end is written once', async () => {
    const { open, step, standing, reckon, acts } = await scene('parameter_change');
    const id = await open('2025-11-03', 'office', 'parameter_change', 'rooms.min_m2', { value: '16', from: date('2026-02-01') });
    await step('2025-11-10', 'office', id, 'propose');
    // The day of the answer lies before that of the question: it ends on the day it began.
    await step('2025-11-07', 'second', id, 'return');
    expect(await standing('2026-11-10')).toEqual(['parameter_change_proposed 2025-11-10 2025-11-24 2025-11-10 office@*+city_bureau@*']);
    const written = await acts();
    expect(await reckon('2026-11-10')).toEqual({ opened: 0, closed: 0, reopened: 0, lifted: 0, moved: 0, told: 0 });
    expect(await acts()).toEqual(written);
  });

  test('M4-a: a return is owed by the school until it is handed in, again when it was sent back, and by nobody when the round is over', async () => {
    const { open, step, standing, returnOf } = await scene('collection_return');
    const round = await open('2025-10-31', 'office', 'collection_round', '2025秋季', { on: date('2025-10-31'), due: date('2025-11-10'), sheets: ['rooms'] });
    const id = await returnOf(round);
    const first = 'collection_return_asked 2025-10-31 2025-11-10';
    expect(await standing('2025-11-10')).toEqual([`${first} open school_registrar@S`]);
    await step('2025-11-10', 'school_registrar', id, 'submit');
    const verifying = 'collection_return_submitted 2025-11-10 2025-11-17';
    expect(await standing('2025-11-10')).toEqual([`${first} 2025-11-10 school_registrar@S`, `${verifying} open college_programme@H`]);
    await step('2025-11-11', 'college_programme', id, 'return');
    const again = 'collection_return_asked 2025-11-11 2025-11-10';
    const sofar = [`${first} 2025-11-10 school_registrar@S`, `${verifying} 2025-11-11 college_programme@H`];
    expect(await standing('2025-11-11')).toEqual([...sofar, `${again} open school_registrar@S`]);
    await step('2025-11-12', 'office', round, 'freeze', { details: { missing: ['S'] } });
    expect(await standing('2025-11-12')).toEqual([...sofar, `${again} lifted school_registrar@S`]);
    await step('2025-11-13', 'second', round, 'reopen');
    expect(await standing('2025-11-13')).toEqual([...sofar, `${again} open school_registrar@S`]);
    await step('2025-11-14', 'office', round, 'cancel');
    expect(await standing('2025-11-14')).toEqual([...sofar, `${again} lifted school_registrar@S`]);
  });

  test('M4-a: a campus waits for the college, then for the office', async () => {
    const campus = await scene('campus_recognition');
    const recognition = await campus.open('2025-10-31', 'school_head', 'campus_recognition', 'C');
    await campus.step('2025-10-31', 'school_head', recognition, 'apply');
    await campus.step('2025-10-31', 'college_programme', recognition, 'verify');
    expect(await campus.standing('2025-11-01')).toEqual([
      'campus_recognition_applied 2025-10-31 2025-11-21 2025-10-31 college_programme@H', 'campus_recognition_verified 2025-10-31 2025-11-14 open office@*',
    ]);
  });
});
