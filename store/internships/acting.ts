import { missingPapers, type Missing } from '../../core/internships/papers.ts';
import { mayDo, mayRecordForFirm, TRANSITIONS, type Act, type State } from '../../core/internships/states.ts';
import type { Acting } from '../../core/internships/parties.ts';
import { partnersOn } from '../../core/internships/post.ts';
import { insuranceYear } from '../../core/insurance/period.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { policiesOf } from '../insurance/cover-facts.ts';
import { listPartnerAgreements } from '../partners.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { placementsById, signedByAllOn, trainedOn, type Entry, type EntryDetail, type Placement } from './placement.ts';
import { registerPassed, registerPlacements } from './registering.ts';
import { notAtSchool, registerRoll, rollsOf } from './roll.ts';

/** What is done to internships, one or a whole class, on a day. */
export interface Doing {
  readonly act: Act;
  readonly on: PlainDate;
  readonly placements: readonly number[];
  readonly detail: EntryDetail;
}

export const ACT_REFUSALS = ['not_now', 'not_yours_to_do', 'day_not_possible', 'papers_missing', 'same_person', 'not_at_school', 'firm_has_account'] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

/** Why it cannot be done with one of them; of a start what is missing. */
export interface NotDone {
  readonly placement_id: number;
  readonly student: string;
  readonly why: ActRefusal;
  readonly missing: readonly Missing[];
}

export type ActOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly done: number; readonly registered: readonly string[] } }
  | { readonly outcome: 'unknown_internship' }
  | { readonly outcome: 'internship_refused'; readonly refusals: readonly NotDone[] };

/** Does one thing to all of these internships or to none. A start waits for agreement, training and both insurances (S2-i, R4-j). */
export async function actOnPlacements(tx: Transaction, { act, on, placements, detail }: Doing, acting: Acting, law: Law): Promise<ActOutcome> {
  const stamp = await lockFacts(tx);
  const found = await placementsById(tx, placements, 'write');
  if (stamp === null || found.length === 0 || found.length < new Set(placements).size) return { outcome: 'unknown_internship' };
  const missing = act === 'start' ? await papersMissing(tx, found, on, law) : () => [];
  const rolls = act === 'start' ? await tx.whole(async (whole) => rollsOf(whole, found.map(({ student_id }) => student_id))) : null;
  const refusals = found.flatMap((one): NotDone[] => {
    const lacks = missing(one);
    const why = refusalOf(one, { act, on, detail }, acting, law.on) ?? (rolls !== null && notAtSchool(rolls, one) ? 'not_at_school' : lacks.length > 0 ? 'papers_missing' : null);
    return why === null ? [] : [{ placement_id: one.placement_id, student: one.content.student.name, why, missing: why === 'papers_missing' ? lacks : [] }];
  });
  if (refusals.length > 0) return { outcome: 'internship_refused', refusals };
  const after = found.map((one) => afterAct(one, { act, on, detail }, { person_id: acting.person_id, at: stamp.at, by: tx.actor.account }));
  await keepEntries(tx, after, stamp);
  await tx.audit({ action: `internship.${act}`, object: `internships/${found[0]?.placement_id}`, detail: { many: found.length, on, placements: found.map(({ placement_id }) => placement_id) } });
  await registerPlacements(tx, after, new Map(found.map((one) => [one.placement_id, one])), law, stamp);
  await registerRoll(tx, after, { act, on, person_id: acting.person_id }, stamp);
  const registered = act === 'assess_firm' || act === 'assess_school' ? await registerPassed(tx, after, law.on, stamp) : [];
  return { outcome: 'done', value: { done: after.length, registered } };
}

/** What each lacks to begin on a day. */
export async function papersMissing(tx: Transaction, placements: readonly Placement[], on: PlainDate | null, law: Law): Promise<(one: Placement) => Missing[]> {
  const { policies, partners } = await tx.whole(async (whole) => ({
    policies: await policiesOf(whole, placements.map(({ student_id }) => student_id)),
    partners: await listPartnerAgreements(whole),
  }));
  return (one) => {
    const from = on ?? one.since;
    const papers = {
      agreed_on: signedByAllOn(one, law), trained_on: trainedOn(one), policies: policies(one.student_id), partner: partnersOn(partners, one.employer_id, from).length > 0,
    };
    return missingPapers(papers, { from, to: one.until }, insuranceYear(law.value, from)?.to ?? null);
  };
}

function refusalOf(one: Placement, { act, on, detail }: Omit<Doing, 'placements'>, acting: Acting, today: PlainDate): ActRefusal | null {
  const { state, since, until, entries } = one;
  if (TRANSITIONS[state][act] === undefined) return 'not_now';
  const onPaper = act === 'assess_firm' && detail.file_hash !== undefined;
  if (!(onPaper ? mayRecordForFirm(acting.roles, one) : mayDo(act, acting.roles, one))) return 'not_yours_to_do';
  // Nobody assesses for firm and school.
  if (act === 'assess_school' && entries.some((entry) => entry.act === 'assess_firm' && entry.person_id === acting.person_id)) return 'same_person';
  if (act === 'assess_firm' && entries.some((entry) => entry.act === 'assess_school' && entry.person_id === acting.person_id)) return 'same_person';
  if (act === 'start') return on < since || on > until ? 'day_not_possible' : null;
  if (on > today) return 'day_not_possible';
  if (act === 'visit' || act === 'interrupt' || act === 'resume' || act === 'end') return on < since || on > until ? 'day_not_possible' : null;
  return null;
}

function afterAct(one: Placement, { act, on, detail }: Pick<Doing, 'act' | 'on' | 'detail'>, { person_id, at, by }: Pick<Entry, 'person_id' | 'at' | 'by'>): Placement {
  const entry: Entry = { version: one.version + 1, act, on, detail, person_id, at, by };
  return {
    ...one, entries: [...one.entries, entry], version: entry.version, state: TRANSITIONS[one.state][act] as State,
    since: act === 'start' ? on : one.since, until: act === 'end' ? on : one.until,
  };
}

async function keepEntries(tx: Transaction, after: readonly Placement[], stamp: Stamp): Promise<void> {
  const rows = after.map(({ placement_id, scopes, state, since, until, entries }) => ({ placement_id, scopes, state, since, until, ...entries.at(-1) }));
  const given = [tx.actor.region_id, JSON.stringify(rows), stamp.at, tx.actor.account];
  await tx.change(
    `insert into placement_entries (region_id, placement_id, version, act, on_date, detail, person_id, scopes, recorded_at, recorded_by)
     select $1::integer, n.placement_id, n.version, n.act, n."on", n.detail, n.person_id, n.scopes, $3::timestamptz, $4::text
     from jsonb_to_recordset($2::jsonb) as n(placement_id bigint, version integer, act text, "on" date, detail jsonb, person_id bigint, scopes text[])`, given);
  const moved = await tx.change(
    `update placements p set state = n.state, version = n.version, since = n.since, until = n.until
     from jsonb_to_recordset($2::jsonb) as n(placement_id bigint, version integer, state text, since date, until date)
     where p.region_id = $1 and p.placement_id = n.placement_id and p.version = n.version - 1`, given.slice(0, 2));
  if (moved !== after.length) throw new Error('an internship moved while the region was locked');
}
