import { publishable } from '../../core/access/publication.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { isFinal } from '../../core/step-up/decision.ts';
import { lastDayOfPublication } from '../../core/step-up/publication.ts';
import { toDecimalText } from '../../core/values/exact.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf, regionAlgorithm } from '../hashes.ts';
import { holidayTables } from '../holidays.ts';
import { standing } from '../known-time.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion, takeNumbers, type Stamp } from '../record-stamp.ts';
import { newCode } from '../secret-codes.ts';
import type { Transaction } from '../transaction.ts';
import { publicationsOf, type Publication } from './published.ts';
import { registeredFor, type Registered } from './registered.ts';
import { loadSeason, mayHoldTests, seasonObject, type Season } from './season.ts';

/** What anybody may read of a season: who steps up, by masked name, and how many did not of which school. */
export interface PublicList {
  readonly college: string;
  readonly year: number;
  readonly rows: readonly { readonly seq: number; readonly name: string; readonly school: string; readonly programme: string; readonly campus: string }[];
  readonly schools: readonly { readonly school: string; readonly registered: number; readonly passed: number }[];
}

export type PublishOutcome =
  | { readonly outcome: 'done'; readonly publication_id: number }
  | { readonly outcome: 'unknown_season' | 'not_your_step' | 'test_to_come' | 'no_rules' | 'nobody_registered' | 'published_already' }
  | { readonly outcome: 'undecided'; readonly many: number };

/** M9-d: publishes what a season came to, for the working days that the rules say, once it is decided of everybody. What changed since is published anew, for as long. */
export async function publishSeason(tx: Transaction, { college_id, year }: { readonly college_id: string; readonly year: number }, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<PublishOutcome> {
  const stamp = await lockRegion(tx);
  const [season, person] = stamp === null ? [null, null] : [await loadSeason(tx, college_id, year), await actingPerson(tx)];
  if (stamp === null || season === null) return { outcome: 'unknown_season' };
  if (person === null || !mayHoldTests(tx, college_id)) return { outcome: 'not_your_step' };
  if (season.test_on > today) return { outcome: 'test_to_come' };
  const registered = await tx.whole((whole) => registeredFor(whole, season, { pack, today }));
  const last_day = lastDayOfPublication(today, parametersOn(pack.parameters, today), await holidayTables(tx))?.on ?? null;
  if (registered === null || last_day === null) return { outcome: 'no_rules' };
  if (registered.length === 0) return { outcome: 'nobody_registered' };
  const many = registered.filter(({ decision }) => !isFinal(decision)).length;
  if (many > 0) return { outcome: 'undecided', many };
  const hash = hashOf(await regionAlgorithm(tx), canonicalJson(registered.map(({ row, decision, reasons, answer: { score } }) => [row.student_id, decision, reasons, score === null ? null : toDecimalText(score)])));
  if ((await publicationsOf(tx, college_id, year))[0]?.hash === hash) return { outcome: 'published_already' };
  const publication_id = await takeNumbers(tx, 'next_number', 1);
  const passed = registered.filter(({ decision }) => decision === 'passed');
  const seq = new Map(passed.map(({ row }, at) => [row.student_id, at + 1]));
  const list = await tx.whole((whole) => publicList(whole, season, registered, seq));
  await record(tx, season, { publication_id, published_on: today, last_day, list, hash, person: person.person, stamp });
  await recordDecisions(tx, publication_id, registered, { seq, stamp });
  await tx.audit({ action: 'step_up.publish', object: seasonObject(season), detail: { publication_id, students: registered.length, passed: passed.length, last_day, hash } });
  return { outcome: 'done', publication_id };
}

interface Recorded extends Pick<Publication, 'publication_id' | 'published_on' | 'last_day' | 'hash'> {
  readonly list: PublicList;
  readonly person: string;
  readonly stamp: Stamp;
}

async function record(tx: Transaction, { college_id, year, scopes }: Season, { publication_id, published_on, last_day, list, hash, person, stamp }: Recorded): Promise<void> {
  await tx.change(
    `insert into step_up_publications (region_id, publication_id, college_id, year, published_on, last_day, code, public_list, decisions_hash, published_by, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [tx.actor.region_id, publication_id, college_id, year, published_on, last_day, newCode(), canonicalJson(list), hash, person, scopes, stamp.at, tx.actor.account]);
}

async function recordDecisions(tx: Transaction, publication_id: number, registered: readonly Registered[], { seq, stamp }: { readonly seq: ReadonlyMap<string, number>; readonly stamp: Stamp }): Promise<void> {
  const rows = registered.map(({ row: { student_id, school_id }, decision, reasons, answer: { score } }) => (
    { student_id, school_id, decision, reasons, score: score === null ? null : toDecimalText(score), seq: seq.get(student_id) ?? null }));
  await tx.whole((whole) => whole.change(
    `insert into step_up_decisions (region_id, publication_id, student_id, school_id, seq, decision, reasons, score, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint, m.student_id, m.school_id, m.seq, m.decision, m.reasons, m.score, l.scopes, $4::timestamptz, $5::text
     from jsonb_to_recordset($3::jsonb) as m(student_id text, school_id text, seq integer, decision text, reasons text[], score numeric)
     join (select distinct on (r.student_id) r.student_id, r.scopes from register_students r where r.region_id = $1 and ${standing('r')} order by r.student_id, r.valid_from desc) l on l.student_id = m.student_id`,
    [whole.actor.region_id, publication_id, JSON.stringify(rows), stamp.at, whole.actor.account]));
}

/** White-listed columns only, in the order of schools and programmes; ids are put into words. */
async function publicList(whole: Transaction, { college_id, year }: Season, registered: readonly Registered[], seq: ReadonlyMap<string, number>): Promise<PublicList> {
  const [organisations, programmes, campuses] = [await loadRows(whole, 'organisations', {}), await loadRows(whole, 'programmes', {}), await loadRows(whole, 'campuses', {})];
  const names = new Map([
    ...organisations.map(({ org_id, name }) => [org_id, name] as const), ...programmes.map(({ programme_id, name }) => [programme_id, name] as const), ...campuses.map(({ campus_id, name }) => [campus_id, name] as const)]);
  const leads = new Map(programmes.map(({ programme_id, campus_id }) => [programme_id, campus_id]));
  const going = registered.filter(({ row }) => seq.has(row.student_id)).map(({ row }) => ({ ...row, campus_id: leads.get(row.programme_id) ?? null }));
  const shown = publishable('upgraded_students', going);
  if (shown.outcome !== 'done') throw new Error(`not for publication: ${shown.columns.join(', ')}`);
  const name = (id: string | undefined): string => names.get(id ?? '') ?? id ?? '';
  const schools = [...new Set(registered.map(({ row }) => row.school_id))];
  return {
    college: name(college_id), year,
    rows: shown.rows.map((row, at) => ({ seq: at + 1, name: row['name'] ?? '', school: name(row['school_id']), programme: name(row['programme_id']), campus: name(row['campus_id']) })),
    schools: schools.map((id) => {
      const own = registered.filter(({ row }) => row.school_id === id);
      return { school: name(id), registered: own.length, passed: own.filter(({ decision }) => decision === 'passed').length };
    }),
  };
}
