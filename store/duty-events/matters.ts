import { difficultyTicket } from '../../core/approvals/matters/difficulty-ticket.ts';
import { majorMatter } from '../../core/approvals/matters/major-matter.ts';
import { supportPolicy } from '../../core/approvals/matters/support-policy.ts';
import { finding } from '../../core/approvals/matters/finding.ts';
import { collectionReturn } from '../../core/approvals/matters/collection-return.ts';
import { MATTERS } from '../../core/approvals/matters.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import { ofCity, timedStates, waitingIn, type Waiting } from '../../core/approvals/waiting.ts';
import { WAY_IN, WAYS_IN } from '../../core/teams/ways-in.ts';
import { CAMPUSES, held, type EventSource } from './source.ts';

/**
 * Who keeps a roll or an account, by the posts to whom a matter about it belongs: its school, its college or both, where the
 * one asks the other (M9-e), or the bureau that pays (M10-d); and the county of the first of them.
 */
const KEEPER = `left join lateral (
    select array_remove(array_agg(case o.kind when 'finance_bureau' then 'payer' else o.kind end || ':' || o.org_id order by o.kind desc, o.org_id) || (array_agg('county:' || o.division_code order by o.kind desc, o.org_id))[1], null) as place
    from register_organisations o where ${held('o')} and ((o.kind = 'school' and ('school_head@' || o.org_id) = any(s.scopes))
      or (o.kind = 'college' and ('college_leadership@' || o.org_id) = any(s.scopes)) or (o.kind = 'finance_bureau' and ('finance_bureau@' || o.org_id) = any(s.scopes)))) p on true`;

/** M10-d: the school whose graduates a claim is about, and the bureaus that decide on it, by the posts to whom the matter belongs. */
const CLAIMED = `left join lateral (
    select array_remove(array['school:' || o.org_id, 'county:' || o.division_code], null)
      || array(select 'payer:' || split_part(x, '@', 2) from unnest(s.scopes) x where x like 'finance\\_bureau@%') as place from register_organisations o
    where ${held('o')} and o.kind = 'school' and ('org:' || o.org_id) = any(s.scopes) limit 1) p on true`;

/** A body by the post that answers for it; where it asked for help, its county besides. */
export const BODY = "case o.kind when 'school' then 'school:' || o.org_id when 'college' then 'college:' || o.org_id when 'finance_bureau' then 'payer:' || o.org_id when 'education_bureau' then 'county:' || o.division_code when 'enterprise' then 'firm:' || o.org_id else 'department:' || o.org_id end";

const bySubject = (places: string) => ({ with: `${places},`, join: 'left join places p using (subject)' });

/** Whoever has to do with what a matter is about, as labels: a join as `p`, with what it needs before. Values and rounds are the region's. */
const PLACES: Readonly<Record<MatterKind['about'], { readonly with: string; readonly join: string }>> = {
  school: bySubject(`places as (
    select o.org_id as subject, array_agg(distinct label collate "C" order by label collate "C") filter (where label is not null) as place
    from register_organisations o left join register_programmes p on p.school_id = o.org_id and ${held('p')}
    cross join lateral unnest(array['school:' || o.org_id, 'college:' || p.college_id, 'county:' || o.division_code]) as u(label) where ${held('o')} group by 1)`),
  campus: bySubject(`${CAMPUSES}, places as (select c.campus_id as subject, c.place from campuses c)`),
  college: bySubject(`places as (select o.org_id as subject, array_remove(array['college:' || o.org_id, 'county:' || o.division_code], null) as place from register_organisations o where ${held('o')})`),
  programme: bySubject(`places as (select p.programme_id as subject, array['college:' || p.college_id, 'school:' || p.school_id] as place from register_programmes p where ${held('p')})`),
  body: bySubject(`places as (select o.org_id as subject, array[${BODY}] as place from register_organisations o where ${held('o')})`),
  asker: bySubject(`places as (select o.org_id as subject, array_remove(array[${BODY}, 'county:' || o.division_code], null) as place from register_organisations o where ${held('o')})`),
  parameter: bySubject('places as (select null::text as subject, null::text[] as place)'),
  round: bySubject('places as (select null::text as subject, null::text[] as place)'),
  student: { with: '', join: KEEPER }, keeper: { with: '', join: KEEPER }, payer: { with: '', join: KEEPER }, enterprise: { with: '', join: CLAIMED },
};

/**
 * From each entry that brings a matter into the state until the next one. What waits for nothing any more, as the return
 * of a round that is over, sets nothing off; what was done stays.
 */
function waited({ id, kind, state }: Waiting, countsFrom: string, only = ''): EventSource {
  return {
    duty: id,
    sql: () => `with ${PLACES[kind.about].with}
      spells as (select m.matter_id, m.subject, m.part_of, m.scopes, e.entry_no, e.on_date as "on", n.on_date as next_on
        from matters m join matter_entries e on e.region_id = m.region_id and e.matter_id = m.matter_id and e.to_state = '${state}'
        left join matter_entries n on n.region_id = e.region_id and n.matter_id = e.matter_id and n.entry_no = e.entry_no + 1
        where m.region_id = $1 and m.kind = '${kind.id}' and (m.open or n.entry_no is not null)${only}),
      named as (select r.matter_id, 'department:' || (r.details ->> 'department') as label from matter_entries r where r.region_id = $1 and r.entry_no = 1 and r.details ? 'department'),
      rounds as (select r.matter_id as part_of, (r.details ->> 'due')::date as due from matter_entries r where r.region_id = $1 and r.entry_no = 1 and r.details ? 'due')
      select s.matter_id || '#' || s.entry_no as subject, 'matter:' || s.matter_id as about, null::text as student_id, null::text[] as student_scopes,
        s."on", ${countsFrom} as counts_from, greatest(s."on", s.next_on) as closed_on, array_remove(coalesce(p.place, '{}') || d.label, null) as place, s.next_on is null as still_open
      from spells s ${PLACES[kind.about].join} left join rounds r using (part_of) left join named d using (matter_id)`,
  };
}

/** The same of the way of somebody into the team of a campus, by the days that the papers bear. Who was put forward for a team that is over is waited for no more. */
function waitedInTeam({ id, kind, state }: Waiting): EventSource {
  const functions = Object.entries(WAY_IN).filter(([, way]) => way === kind).map(([name]) => `'${name}'`).join(', ');
  return {
    duty: id,
    sql: () => `with ${CAMPUSES}
      select e.member_id || '#' || e.version as subject, 'team:' || t.team_id as about, null::text as student_id, null::text[] as student_scopes,
        e.on_day as "on", null::date as counts_from, greatest(e.on_day, n.on_day) as closed_on, coalesce(c.place, '{}') as place, n.on_day is null as still_open
      from team_entries e join team_members m on m.region_id = e.region_id and m.member_id = e.member_id and m.function in (${functions})
      join teams t on t.region_id = m.region_id and t.team_id = m.team_id
      left join team_entries n on n.region_id = e.region_id and n.member_id = e.member_id and n.version = e.version + 1
      left join campuses c on c.campus_id = t.campus_id
      where e.region_id = $1 and e.to_state = '${state}' and (t.ended_at is null or n.version is not null)`,
  };
}

/** M4-a: the return of a school counts from the last day of its round. S3-e, S1-b, S1-d: findings, policies and decisions count from the day that they name, as it stood then. */
const asked = waitingIn(collectionReturn, collectionReturn.opens.state);
const found = waitingIn(finding, finding.opens.state);
const OWN_DAY = `(select (f.details ->> 'due')::date from matter_entries f where f.region_id = $1 and f.matter_id = s.matter_id and f.entry_no <= s.entry_no and f.details ? 'due' order by f.entry_no desc limit 1)`;
/** Whether what a matter is about is a bureau of education of the city itself: its division is that of no county. */
const IS_CITY = `exists (select 1 from register_organisations o where ${held('o')} and o.org_id = m.subject and o.kind = 'education_bureau' and o.division_code like '%00')`;
const dated = [waitingIn(majorMatter, 'decided'), waitingIn(supportPolicy, supportPolicy.opens.state)];
const datedOfCity = [ofCity(majorMatter, 'decided'), ofCity(supportPolicy, supportPolicy.opens.state)];
const troubled = waitingIn(difficultyTicket, difficultyTicket.opens.state);

export const matterEvents: readonly EventSource[] = [
  ...MATTERS.flatMap(timedStates).map((waiting) => waited(waiting, 'null::date')),
  ...(asked === null ? [] : [waited(asked, 'r.due')]),
  ...(found === null ? [] : [waited(found, OWN_DAY)]),
  ...dated.flatMap((waiting) => (waiting === null ? [] : [waited(waiting, OWN_DAY, ` and not ${IS_CITY}`)])),
  ...datedOfCity.flatMap((waiting) => (waiting === null ? [] : [waited(waiting, OWN_DAY, ` and ${IS_CITY}`)])),
  ...(troubled === null ? [] : [waited(troubled, 'null::date')]),
  ...WAYS_IN.flatMap(timedStates).map(waitedInTeam),
];
