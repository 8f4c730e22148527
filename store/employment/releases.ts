import { mayTouch } from '../../core/access/reach.ts';
import { priorityUntil, type ReleasedContent } from '../../core/employment/partners.ts';
import { amountOf } from '../../core/facts/rules.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { ParametersInForce } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { answersOf } from './answers.ts';
import { candidatesOf, finalGrade, type Candidate } from './candidates.ts';
import { schoolScopes } from './services.ts';

export interface Release {
  readonly release_id: string;
  readonly school_id: string;
  readonly year: number;
  readonly released_on: PlainDate;
  readonly priority_until: PlainDate;
}

export interface Released {
  readonly release_id: string;
  readonly student_id: string;
  readonly programme_id: string;
  readonly content: ReleasedContent;
  /** Of the school, the college of the programme and the graduate. */
  readonly scopes: readonly string[];
}

/** Lists of graduates in the actor's reach, the latest first. Within `tx.whole` all of the region. */
export function listReleases(tx: Transaction): Promise<Release[]> {
  return tx.query<Release>(
    'select release_id::text, school_id, year, released_on, priority_until from graduate_releases where region_id = $1 and ($2::text[] is null or scopes && $2) order by graduate_releases.release_id desc', [tx.actor.region_id, labelsToRead(tx, 'employment')]);
}

/** Who stands on these lists. */
export function releasedOf(tx: Transaction, releases: readonly string[]): Promise<Released[]> {
  return tx.query<Released>(
    'select release_id::text, student_id, programme_id, content, scopes from released_graduates where region_id = $1 and release_id = any($2::bigint[]) and ($3::text[] is null or scopes && $3) order by release_id, programme_id, student_id',
    [tx.actor.region_id, releases, labelsToRead(tx, 'employment')]);
}

/** Who may stand on the next list of a school and year: who agreed to it and stands on none yet; and how many said nothing, or no. */
export async function releasable(tx: Transaction, { school_id, year, on }: { readonly school_id: string; readonly year: number; readonly on: PlainDate }, parameters: ParametersInForce): Promise<{ readonly ready: readonly Candidate[]; readonly silent: readonly Candidate[]; readonly refused: number }> {
  const candidates = (await candidatesOf(tx, { school_id, year, on }, finalGrade(parameters))).filter(({ scopes }) => mayTouch(tx.actor.reach, 'employment', 'write', scopes));
  const ids = candidates.map(({ student_id }) => student_id);
  const consents = new Map((await answersOf(tx, ids)).filter(({ kind }) => kind === 'consent' || kind === 'no_consent').map(({ student_id, kind }) => [student_id, kind === 'consent']));
  const there = new Set((await tx.query<{ student_id: string }>('select student_id from released_graduates where region_id = $1 and student_id = any($2::text[])', [tx.actor.region_id, ids])).map(({ student_id }) => student_id));
  const open = candidates.filter(({ student_id }) => !there.has(student_id));
  return {
    ready: open.filter(({ student_id }) => consents.get(student_id) === true), silent: open.filter(({ student_id }) => !consents.has(student_id)), refused: open.filter(({ student_id }) => consents.get(student_id) === false).length,
  };
}

export type ReleaseOutcome =
  | { readonly outcome: 'done'; readonly value: { readonly release_id: string; readonly many: number; readonly priority_until: PlainDate } }
  | { readonly outcome: 'unknown_organisation' | 'nobody_to_release' | 'no_rule_in_force' };

/** M10-c: releases the graduates who agreed to it to partner firms, with the columns of the white-list and no others. */
export async function releaseGraduates(tx: Transaction, asked: { readonly school_id: string; readonly year: number }, { today, parameters }: { readonly today: PlainDate; readonly parameters: ParametersInForce }): Promise<ReleaseOutcome> {
  const stamp = await lockRegion(tx);
  const scopes = await schoolScopes(tx, asked.school_id);
  if (stamp === null || scopes === null || !mayTouch(tx.actor.reach, 'employment', 'write', scopes)) return { outcome: 'unknown_organisation' };
  if (!parameters.has('employment.partner_days')) return { outcome: 'no_rule_in_force' };
  const { ready } = await releasable(tx, { ...asked, on: today }, parameters);
  if (ready.length === 0) return { outcome: 'nobody_to_release' };
  const priority_until = priorityUntil(today, Number(amountOf(parameters, 'employment.partner_days').n));
  const release_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change('insert into graduate_releases (region_id, release_id, school_id, year, released_on, priority_until, scopes, recorded_at, recorded_by) values ($1, $2::bigint, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, release_id, asked.school_id, asked.year, today, priority_until, scopes, stamp.at, tx.actor.account]);
  const content = await contentsOf(tx, ready);
  for (const one of ready) {
    await tx.change(
      'insert into released_graduates (region_id, release_id, student_id, programme_id, content, scopes, recorded_at, recorded_by) values ($1, $2::bigint, $3, $4, $5, $6, $7, $8)',
      [tx.actor.region_id, release_id, one.student_id, one.programme_id, JSON.stringify(content(one)), one.scopes, stamp.at, tx.actor.account]);
  }
  await tx.audit({ action: 'graduates.released', object: `releases/${release_id}`, detail: { ...asked, many: ready.length, priority_until } });
  return { outcome: 'done', value: { release_id, many: ready.length, priority_until } };
}

async function contentsOf(tx: Transaction, candidates: readonly Candidate[]): Promise<(one: Candidate) => ReleasedContent> {
  const programmes = new Map((await loadRows(tx, 'programmes', {})).map((one) => [one.programme_id, one]));
  const certificates = await tx.query<{ student_id: string; names: string[] }>(
    `select c.student_id, array_agg(c.name order by c.issued_on) as names from register_certificates c where c.region_id = $1 and ${standing('c')} and c.verified and c.student_id = any($2::text[]) group by 1`,
    [tx.actor.region_id, candidates.map(({ student_id }) => student_id)]);
  const held = new Map(certificates.map(({ student_id, names }) => [student_id, names]));
  return ({ student_id, name, programme_id, graduated_on }) => {
    const programme = programmes.get(programme_id);
    return { name, programme: programme?.name ?? programme_id, major_code: programme?.higher_code ?? '', graduates_on: graduated_on, certificates: held.get(student_id) ?? [] };
  };
}
