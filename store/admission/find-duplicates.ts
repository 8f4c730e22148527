import { AWAITED } from '../../core/admission/states.ts';
import { standing } from '../known-time.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

const awaited = `state in (${AWAITED.map((one) => `'${one}'`).join(', ')})`;

/**
 * Looks for other records that may be of the people of a batch: admissions of those who have yet to come, and the roll; by
 * citizen id, and by name and birth date. Each pair once, to be decided; answers how many. To be called within `tx.whole`.
 */
export async function findDuplicates(whole: Transaction, batch: number, stamp: Stamp): Promise<number> {
  const { region_id, account } = whole.actor;
  // What was recorded a moment ago the planner has not heard of: tables of its own tell it how many there are.
  await whole.change(
    `create temp table awaited on commit drop as select admission_id, id_number, name, birth_date, batch = $2 as fresh from admissions where region_id = $1 and superseded_at is null and ${awaited}`, [region_id, batch]);
  await whole.change(
    `create temp table enrolled on commit drop as select distinct student_id, id_number, name, birth_date from register_students r where r.region_id = $1 and ${standing('r')}`, [region_id]);
  await whole.change('analyze awaited, enrolled');
  await whole.change(
    `create temp table lookalikes on commit drop as
     with among as (
       select n.admission_id as a, o.admission_id as b, true as by_id from awaited n join awaited o on o.id_number = n.id_number and o.admission_id <> n.admission_id where n.fresh
       union all select n.admission_id, o.admission_id, false from awaited n join awaited o on o.name = n.name and o.birth_date = n.birth_date and o.admission_id <> n.admission_id where n.fresh),
     known as (
       select n.admission_id, r.student_id, true as by_id from awaited n join enrolled r on r.id_number = n.id_number where n.fresh
       union all select n.admission_id, r.student_id, false from awaited n join enrolled r on r.name = n.name and r.birth_date = n.birth_date where n.fresh)
     select greatest(a, b) as admission_id, 'admission' as other_kind, least(a, b)::text as other_id, bool_or(by_id) as by_id from among group by 1, 3
     union all select admission_id, 'student', student_id, bool_or(by_id) from known group by 1, 3`);
  const [counted] = await whole.arrays('select count(*) from lookalikes');
  const many = Number(counted?.[0] ?? 0);
  if (many === 0) return 0;
  const first = await takeNumbers(whole, 'next_number', many);
  await whole.change(
    `insert into admission_duplicates (region_id, duplicate_id, admission_id, other_kind, other_id, by_id, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint - 1 + row_number() over (order by l.admission_id, l.other_kind, l.other_id), l.admission_id, l.other_kind, l.other_id, l.by_id,
       array(select distinct x collate "C" from unnest(a.scopes || coalesce(o.scopes, '{}') || coalesce(s.scopes, '{}')) as u(x) order by 1), $3, $4
     from lookalikes l join admissions a on a.region_id = $1 and a.admission_id = l.admission_id
       left join admissions o on l.other_kind = 'admission' and o.region_id = $1 and o.admission_id = case when l.other_kind = 'admission' then l.other_id::bigint end
       left join lateral (select r.scopes from register_students r where l.other_kind = 'student' and r.region_id = $1 and r.student_id = l.other_id and ${standing('r')}
         order by r.valid_from desc limit 1) s on true`, [region_id, first, stamp.at, account]);
  return many;
}
