import type { Owed } from '../core/duties/duty.ts';
import { postsOf } from '../core/duties/post.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { ChangedSubject } from './duty-changes.ts';
import type { Telling } from './duty-messages.ts';
import type { Transaction } from './transaction.ts';

/** A duty as it now stands, beside what it was. */
export interface Reckoned {
  readonly subject: ChangedSubject;
  readonly owed: Owed;
  readonly reckoned_by: string;
}

/** One beginning, end or rung. */
interface Act {
  readonly duty_key: string;
  readonly act: string;
  readonly on_day: PlainDate;
  readonly to_role: string | null;
  readonly posts: readonly string[];
  readonly scopes: readonly string[];
}

const BATCH = 5000;

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));
}

/** Writes down how duties stand and what happened to them; an act that is there already is not written again. */
export async function keepDuties(tx: Transaction, reckoned: readonly Reckoned[]): Promise<{ readonly counts: KeptCounts; readonly tellings: readonly Telling[] }> {
  const counts = { opened: 0, closed: 0, reopened: 0, moved: 0, told: 0 };
  const tellings: Telling[] = [];
  for (const batch of batches(reckoned)) {
    await tx.change(KEEP, [tx.actor.region_id, JSON.stringify(batch.map(rowOf))]);
    await tx.change(KEEP_STUDENTS, [tx.actor.region_id, JSON.stringify(batch.flatMap(studentOf))]);
    counts.moved += batch.filter(({ subject: { known }, owed }) => known !== null && owed.closed_on === null && known.due_on !== owed.due.on).length;
    for (const acts of batches(batch.flatMap(actsOf))) {
      const written = await tx.query<{ duty_key: string; act: string }>(KEEP_ACTS, [tx.actor.region_id, JSON.stringify(acts)]);
      for (const { act } of written) counts[act.split('/', 1)[0] as keyof typeof counts] += 1;
      tellings.push(...tellingsOf(batch, acts, written));
    }
  }
  return { counts, tellings };
}

export type KeptCounts = Readonly<Record<'opened' | 'closed' | 'reopened' | 'moved' | 'told', number>>;

/** Of what was written, the rungs of duties that are still owed: nobody is told of what is done. */
function tellingsOf(batch: readonly Reckoned[], acts: readonly Act[], written: readonly { readonly duty_key: string; readonly act: string }[]): Telling[] {
  const open = new Map(batch.filter(({ owed }) => owed.closed_on === null).map(({ subject, owed }) => [subject.duty_key, { about: subject.about, due_on: owed.due.on }]));
  const isNew = new Set(written.map(({ duty_key, act }) => `${duty_key} ${act}`));
  return acts.flatMap(({ duty_key, act, posts }) => {
    const owed = open.get(duty_key);
    return owed !== undefined && act.startsWith('told/') && isNew.has(`${duty_key} ${act}`) ? [{ duty_key, act, posts, ...owed }] : [];
  });
}

/** A duty whose deadline was kept or missed stays with the deadline that it then had. */
function rowOf({ subject: { duty_key, on, counts_from, about, student_id, place, known }, owed, reckoned_by }: Reckoned) {
  const { duty, due, closed_on, state, next_on } = owed;
  const settled = known !== null && known.closed_on !== null && known.closed_on === closed_on;
  return {
    duty_key, duty: duty.id, clause: duty.clause, about, opened_on: on, counts_from, due_on: settled ? known.due_on : due.on, without_table: due.without_table, closed_on,
    before_go_live: state === 'before_go_live', place, owed_by: ownersOf(owed, place), scopes: scopesOf(owed, { place, student_id }), next_on, reckoned_by,
  };
}

function ownersOf({ duty }: Owed, place: readonly string[]): string[] {
  return duty.owners.flatMap((role) => postsOf(role, place));
}

/** Whoever owes it, is owed it or is told of it; the county of its place; and the student whom it is about. */
function scopesOf(owed: Owed, { place, student_id }: Pick<ChangedSubject, 'place' | 'student_id'>): string[] {
  const told = owed.duty.terms(owed.opened_on)?.ladder.flatMap(({ to }) => postsOf(to, place)) ?? [];
  return [...new Set([
    ...ownersOf(owed, place), ...postsOf(owed.duty.to, place), ...told, ...place.filter((label) => label.startsWith('county:')),
    ...(student_id === null ? [] : [`student:${student_id}`]),
  ])].sort();
}

function studentOf({ subject: { duty_key, student_id, student_scopes } }: Reckoned) {
  return student_id === null ? [] : [{ duty_key, student_id, scopes: student_scopes ?? [] }];
}

function actsOf({ subject, owed }: Reckoned): Act[] {
  if (owed.state === 'before_go_live') return [];
  const { duty_key, place, known } = subject;
  const scopes = scopesOf(owed, subject);
  const act = (name: string, on_day: PlainDate, to_role: string | null = null, posts: readonly string[] = []): Act => ({ duty_key, act: name, on_day, to_role, posts, scopes });
  const again = known !== null && (known.lifted || known.closed_on !== null && owed.closed_on === null);
  return [
    act('opened', owed.opened_on),
    ...(again ? [act(`reopened/${known.closed_on ?? 'lifted'}`, owed.opened_on)] : []),
    ...owed.told.map(({ rung, on }, at) => act(`told/${at}`, on, rung.to, postsOf(rung.to, place))),
    ...(owed.closed_on === null ? [] : [act(`closed/${owed.closed_on}`, owed.closed_on)]),
  ];
}

const KEEP = `insert into duties (region_id, duty_key, duty, clause, about, opened_on, counts_from, due_on, without_table, closed_on, before_go_live, place, owed_by, scopes, next_on, reckoned_by, changed_at)
  select $1, r.*, clock_timestamp() from jsonb_to_recordset($2::jsonb) as r(duty_key text, duty text, clause text, about text, opened_on date, counts_from date, due_on date,
    without_table integer[], closed_on date, before_go_live boolean, place text[], owed_by text[], scopes text[], next_on date, reckoned_by text)
  on conflict (region_id, duty_key) do update set clause = excluded.clause, about = excluded.about, opened_on = excluded.opened_on, counts_from = excluded.counts_from,
    due_on = excluded.due_on, without_table = excluded.without_table, closed_on = excluded.closed_on, before_go_live = excluded.before_go_live, lifted = false,
    place = excluded.place, owed_by = excluded.owed_by, scopes = excluded.scopes, next_on = excluded.next_on, reckoned_by = excluded.reckoned_by, changed_at = excluded.changed_at`;

const KEEP_STUDENTS = `insert into duty_students (region_id, duty_key, student_id, scopes)
  select $1, r.duty_key, r.student_id, r.scopes from jsonb_to_recordset($2::jsonb) as r(duty_key text, student_id text, scopes text[])
  on conflict (region_id, duty_key) do update set scopes = excluded.scopes where duty_students.scopes <> excluded.scopes`;

const KEEP_ACTS = `insert into duty_acts (region_id, duty_key, act, on_day, to_role, posts, scopes, recorded_at)
  select $1, r.duty_key, r.act, r.on_day, r.to_role, r.posts, r.scopes, clock_timestamp()
  from jsonb_to_recordset($2::jsonb) as r(duty_key text, act text, on_day date, to_role text, posts text[], scopes text[])
  on conflict (region_id, duty_key, act) do nothing returning duty_key, act`;

/** Marks duties that nothing sets off any more; answers how many. */
export async function liftDuties(tx: Transaction, keys: readonly string[], today: PlainDate): Promise<number> {
  if (keys.length === 0) return 0;
  await tx.change('update duties set lifted = true, next_on = null, changed_at = clock_timestamp() where region_id = $1 and duty_key = any($2::text[])', [tx.actor.region_id, keys]);
  return tx.change(
    `insert into duty_acts (region_id, duty_key, act, on_day, scopes, recorded_at)
     select d.region_id, d.duty_key, 'lifted/' || $3, $3::date, d.scopes, clock_timestamp() from duties d where d.region_id = $1 and d.duty_key = any($2::text[]) and not d.before_go_live
     on conflict (region_id, duty_key, act) do nothing`, [tx.actor.region_id, keys, today]);
}
