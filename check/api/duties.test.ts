import { expect, test } from 'vitest';
import { date } from '../../core/values/plain-date.ts';
import { reckonDuties } from '../../store/duty-run.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';
import { readCalendar } from './strict-calendar.ts';

interface Group { readonly duty: string; readonly due_on: string; readonly days_left: number; readonly many: number; readonly state: string; readonly clause: string; readonly owed_by: readonly { readonly role: string; readonly place_name: string | null }[] }
interface Groups { readonly today: string; readonly groups: readonly Group[] }
interface Holidays { readonly years: readonly { readonly year: number; readonly version: number; readonly off: readonly string[] }[]; readonly missing: readonly number[] }

onDatabase('embedded', 'duties over HTTP', (database) => {
  const served = serve(database, { sample: true });
  const reckon = (today: string) => reckonDuties(served.database(), served.sample().region.region_id, { today: date(today), duties: DEFAULT_PACK.duties, parameters: DEFAULT_PACK.parameters });
  const as = async (account: string): Promise<void> => {
    const found = served.sample().accounts.find((one) => one.account === account);
    expect((await served.send('/api/session', { json: { account, password: found?.password } })).status).toBe(200);
  };

  test('each sees what they owe, sorted by its last day, those of one kind and day together, with clause and one action', async () => {
    await as('school-registrar');
    const { today, groups } = await served.answer<Groups>('listMyDuties', '/api/duties/mine');
    expect(today).toBe('2025-10-31');
    expect(groups.map(({ duty, due_on, clause, days_left, state, owed_by }) => [duty, due_on, clause, days_left, state, owed_by.map(({ role, place_name }) => [role, place_name])])).toEqual([
      ['visitor_request_asked', '2025-11-03', 'R4-i', 3, 'open', [['school_head', '衢州中等专业学校'], ['school_registrar', '衢州中等专业学校'], ['campus_manager', '衢州中专高职校区']]],
      ['hazard_open', '2025-11-29', 'M3-a', 29, 'open', [['campus_manager', '衢州中专高职校区'], ['school_head', '衢州中等专业学校'], ['school_registrar', '衢州中等专业学校']]],
      ['new_student_list', '2025-12-05', 'M3-c', 35, 'open', [['school_registrar', '衢州中等专业学校']]],
      ['destination_again', '2025-12-31', 'M10-b', 61, 'open', [['school_registrar', '衢州中等专业学校']]],
    ]);
    await as('school-finance');
    expect((await served.answer<Groups>('listMyDuties', '/api/duties/mine')).groups.map(({ duty }) => duty)).toEqual(['custody_settlement']);
  });

  test('students are named to who may read them only; the office sees how many', async () => {
    const page = '/api/duties?duty=destination_again&about=student&state=owed';
    await as('school-registrar');
    const own = await served.answer<{ total: number; duties: { about: { id: string | null; name: string | null } }[] }>('listDuties', `${page}&mine=1`);
    expect(own.total).toBeGreaterThan(0);
    expect(own.duties.every(({ about }) => about.id !== null && about.name !== null)).toBe(true);
    await as('college-finance');
    expect(await served.answer('listDuties', page)).toMatchObject({ total: 0 });
    await as('county-bureau');
    const county = await served.answer<typeof own>('listDuties', page);
    expect(county.duties.every(({ about }) => about.id === null && about.name === null)).toBe(true);
  });

  test('what a matter waits for is due from whoever is to act next, and leads to the page of the matter', async () => {
    interface Waited extends Group { readonly action: { readonly screen: string }; readonly about: { readonly kind: string; readonly id: string; readonly name: string } }
    const waited = async (account: string, duty: string) => {
      await as(account);
      return (await served.answer<{ groups: readonly Waited[] }>('listMyDuties', '/api/duties/mine')).groups.find((group) => group.duty === duty);
    };
    const change = await waited('office', 'parameter_change_proposed');
    expect(change).toMatchObject({ due_on: '2025-11-14', clause: 'X-1', action: { screen: `/matters/${change?.about.id}` }, about: { kind: 'matter', name: expect.stringContaining('教学') } });
    expect((await served.send(`/api/matters/${change?.about.id}`)).status).toBe(200);
    expect(await waited('college-programme', 'collection_return_submitted')).toMatchObject({ due_on: '2025-11-07', about: { name: '衢州中等专业学校' } });
    expect(await waited('school-registrar', 'collection_return_asked')).toBeUndefined();
  });

  test('who is late: under which clause, and by how many days, the day after the last and not on it', async () => {
    await as('office');
    const late = async () => (await served.answer<Groups>('listLateDuties', '/api/duties/late')).groups.map(({ duty, days_left }) => `${duty} ${days_left}`);
    // In the sample a hiring and an appointment wait, and the other schools of its round of collection were to report by the day before.
    const teams = ['joint_hiring_college_approved -37', 'leader_appointment_recommended -33'];
    const returns = Array.from({ length: 5 }, () => 'collection_return_asked -1');
    expect(await late()).toEqual([...teams, ...returns]);
    await served.answer('correctRecord', `/api/registers/agreements/${await recordOf('agreements', '20251001')}/correct`,
      { json: { values: { student_id: '20251001', signed_student_on: '2025-09-10', places: 'S1;S1;S1;C1;C1', copies_issued: 0 } } });
    expect(await reckon('2025-10-31')).toMatchObject({ reopened: 1 });
    expect(await late()).toEqual([...teams, 'agreement -22', ...returns]);
  });

  const recordOf = async (sheet: string, text: string): Promise<string> =>
    (await served.answer<{ records: { record_id: string }[] }>('listRecords', `/api/registers/${sheet}?where=student_id=${text}`)).records[0]?.record_id ?? '';

  test('a table of holidays is entered by the office, corrected beside what was there, refused where it cannot be', async () => {
    await as('office');
    expect((await served.answer<Holidays>('listHolidays', '/api/holidays')).years.map(({ year, version }) => [year, version])).toEqual([[2024, 0], [2025, 0], [2026, 0]]);
    const enter = (json: unknown) => ({ json });
    const table = { off: ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'], worked: [], source: '测试', version: 0 };
    await served.refusal('holidays_not_possible', '/api/holidays/2026', enter({ ...table, worked: ['2026-12-08'] }));
    await served.refusal('holidays_not_possible', '/api/holidays/2026', enter({ ...table, off: ['2025-12-05'] }));
    expect(await served.answer('enterHolidays', '/api/holidays/2026', enter(table))).toMatchObject({ table: { year: 2026, version: 1 } });
    await served.refusal('changed_meanwhile', '/api/holidays/2026', enter(table));
    const { versions } = await served.answer<{ versions: { version: number; source: string }[] }>('readHolidayHistory', '/api/holidays/2026');
    expect(versions.map(({ version }) => version)).toEqual([1, 0]);
    await as('school-registrar');
    await served.refusal('not_allowed', '/api/holidays/2027', enter({ ...table, off: ['2027-01-01'] }));
  });

  test('the calendar is at a secret address of one’s own, and gone when it is ended', async () => {
    await as('school-registrar');
    const { address } = await served.answer<{ address: string }>('makeCalendarFeed', '/api/my-calendar', { json: {} });
    const path = new URL(address).pathname;
    const reply = await served.send(path, { anonymous: true });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = readCalendar(await reply.text());
    expect(events.map(({ summary, start, end }) => [summary, start, end])).toEqual([
      ['签订三方协议', '20251009', '20251010'], ['来校教师住宿交通（待学校安排）', '20251103', '20251104'], ['安全隐患（待整改）', '20251129', '20251130'], ['新生名册备案（衢州中等专业学校）', '20251205', '20251206'], [expect.stringMatching(/^更新待业毕业生去向（\d+ 项）$/), '20251231', '20260101'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const again = readCalendar(await (await served.send(path, { anonymous: true })).text());
    expect(again.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
    await served.refusal('unknown_calendar', `${path.slice(0, -8)}AAAA.ics`, { anonymous: true });
    const renewed = await served.answer<{ address: string }>('makeCalendarFeed', '/api/my-calendar', { json: {} });
    await served.refusal('unknown_calendar', path, { anonymous: true });
    await served.answer('endCalendarFeed', '/api/my-calendar', { method: 'DELETE' });
    await served.refusal('unknown_calendar', new URL(renewed.address).pathname, { anonymous: true });
    await served.refusal('unknown_calendar', '/api/my-calendar', { method: 'DELETE' });
    expect(served.log.some((entry) => JSON.stringify(entry).includes(path.slice(20, 40)))).toBe(false);
  });

  test('the day from which duties are owed: what was set off the day before is done with, and how many that are is told beforehand', async () => {
    interface Start { readonly go_live: string; readonly unfinished: number }
    const started = (if_from?: string) => served.answer<Start>('readDutyStart', `/api/duties/start${if_from === undefined ? '' : `?if_from=${if_from}`}`);
    const changes = async () => (await served.answer<Groups>('listMyDuties', '/api/duties/mine')).groups.filter(({ duty }) => duty === 'parameter_change_proposed').length;
    await as('school-registrar');
    await served.refusal('not_allowed', '/api/duties/start', { json: { go_live: '2025-10-31' } });
    await as('office');
    const before = await started();
    const [until, after] = [await started('2025-10-31'), await started('2025-11-01')];
    expect([until.go_live, after.unfinished > until.unfinished]).toEqual([before.go_live, true]);
    await served.answer('setDutyStart', '/api/duties/start', { json: { go_live: '2025-10-31' } });
    expect([await started(), await changes()]).toEqual([{ go_live: '2025-10-31', unfinished: until.unfinished }, 1]);
    await served.answer('setDutyStart', '/api/duties/start', { json: { go_live: '2025-11-01' } });
    expect([await started(), await changes()]).toEqual([{ go_live: '2025-11-01', unfinished: after.unfinished }, 0]);
  });
});
