import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date } from '../core/values/plain-date.ts';
import { reckonDuties } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { issueCircular } from './coordination/circulars.ts';
import { madeStore } from './made-store.ts';
import { idOfOpened, madeScene, type MadeScene } from './matters/made-matters.ts';
import { programActor } from './program-actor.ts';

const { duties, parameters } = DEFAULT_PACK;

eachDatabase('somebody owes what matters wait for, and somebody is told when it is late', (database) => {
  const store = madeStore(database);
  const scene = async (): Promise<MadeScene> => {
    const made = await madeScene(store.db());
    await made.as.write((tx) => setGoLive(tx, date('2024-06-01')));
    return made;
  };
  /** Whose it is, and each who was told with their day. */
  const posts = async ({ region_id }: MadeScene, of: string, today: string): Promise<string[]> => {
    await reckonDuties(store.db(), region_id, { today: date(today), duties: duties.filter(({ id }) => id === of), parameters });
    const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays(
      `select d.owed_by, (select array_agg(a.on_day || ' ' || array_to_string(a.posts, '+') order by a.on_day, a.act) from duty_acts a where a.region_id = d.region_id and a.duty_key = d.duty_key and a.posts <> '{}') from duties d where d.region_id = $1 and d.duty = $2`, [region_id, of]));
    return rows.map(([owners, told]) => `${(owners as string[]).join('+')}: ${(told as string[] | null ?? []).join(', ')}`);
  };
  /** As a matter stands that its keepers brought so far. */
  const stands = (made: MadeScene, kind: string, subject: string, scopes: readonly string[], state: string) => made.as.write(async (tx) => {
    const office = await made.somebody('office');
    await tx.change(`insert into matters (region_id, matter_id, kind, subject, part_of, state, open, version, scopes, opened_at, opened_by, about_student) values ($1, 900001, $2, $3, null, $4, true, 1, $5, clock_timestamp(), 'x', false)`, [made.region_id, kind, subject, state, scopes]);
    await tx.change(
      `insert into matter_entries (region_id, matter_id, entry_no, act, on_date, from_state, to_state, person_id, role, guards, verdicts, documents, effects, scopes, recorded_at, recorded_by, about_student)
       values ($1, 900001, 1, 'open', '2025-10-31', null, $2, $3, 'office', '[]', '[]', '[]', '[]', $4, clock_timestamp(), 'x', false)`, [made.region_id, state, office.person_id, scopes]);
    await tx.audit({ action: 'matter.open', object: 'matters/900001', detail: {} });
  });

  test('M9-e: an exemption that a school asks for is the college’s to decide', async () => {
    const made = await scene();
    await stands(made, 'certificate_exemption', 'N1', ['school_registrar@S', 'school_head@S', 'college_academic@H', 'college_leadership@H', 'student:N1'], 'proposed');
    expect(await posts(made, 'certificate_exemption_proposed', '2025-11-15')).toEqual(['college_academic@H+college_leadership@H: 2025-11-07 college_academic@H, 2025-11-07 college_leadership@H, 2025-11-15 college_leadership@H']);
  });

  test('M10-d: an order of a finance bureau is checked by the bureau', async () => {
    const made = await scene();
    await made.import({ organisations: [{ org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' }] });
    await stands(made, 'order_hiring_support', 'G', ['finance_bureau@G', 'college_finance@G', 'college_leadership@G', 'school_finance@G', 'school_head@G'], 'made');
    expect(await posts(made, 'order_hiring_support_made', '2025-10-31')).toEqual(['finance_bureau@G: 2025-10-31 finance_bureau@G']);
  });

  test('S2-k: the county of a school that nominates a case is to recommend it, as is the city', async () => {
    const made = await scene();
    idOfOpened(await made.open(await made.somebody('school_head'), 'model_case', 'S', { year: 2025, title: '现场工程师班', text: '校企共建' }));
    expect(await posts(made, 'model_case_nominated', '2025-10-31')).toEqual(['city_bureau@*+county_bureau@330803: ']);
  });

  test('S1-e: whoever lets the day of a circular pass, school, college or bureau, the city is told of the next day, then the office', async () => {
    const made = await scene();
    const office = await made.somebody('office');
    await (await made.of(office)).write((tx) => issueCircular(tx, { title: '通知', body: '请签收', addressed: ['S', 'H', 'B2'], read_by: date('2025-11-07') }, date('2025-10-31')));
    expect((await posts(made, 'circular_receipt', '2025-11-20')).sort()).toEqual(['college_programme@H', 'county_bureau@330803', 'school_head@S'].map((owner) =>
      `${owner}: 2025-10-31 ${owner}, 2025-11-08 city_bureau@*, 2025-11-17 office@*`));
  });
});
