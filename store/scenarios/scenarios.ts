import { createHash } from 'node:crypto';
import type { AllocationJson } from '../../core/allocation/allocation-json.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Instant } from '../known-time.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A plan, a forecast alone, or what other values of law would change. */
export const SCENARIO_KINDS = ['plan', 'forecast', 'policy'] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

/** What a kept plan asked, beside its day and moment: nothing of it is looked up again. */
export interface ScenarioQuestion {
  readonly to: number;
  readonly target: number | null;
  readonly rates: 'pack' | 'history';
  /** Values that are tried from the day of the plan on, by key. */
  readonly tried: readonly { readonly key: string; readonly value: string }[];
  /** Of a forecast: the seed of its bands. */
  readonly seed?: number | undefined;
}

/** A version without its answer. */
export interface ScenarioHead {
  readonly scenario_id: number;
  readonly version: number;
  readonly kind: ScenarioKind;
  readonly name: string;
  readonly note: string;
  readonly on: PlainDate;
  /** Records and decided values counted up to this moment. */
  readonly known_on: Instant;
  readonly question: ScenarioQuestion;
  /** SHA-256 in hex over the records that were read, and over the answer. */
  readonly facts_hash: string;
  readonly answer_hash: string;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** What is to be kept; `answers` names the scenario of which it is the next version. */
export interface ScenarioDraft<A> extends Pick<ScenarioHead, 'kind' | 'name' | 'note' | 'on' | 'known_on' | 'question' | 'facts_hash'> {
  readonly answers: number | null;
  readonly answer: A;
}

const HEAD = 'scenario_id, version, kind, name, note, on_date as "on", known_on, question, facts_hash, answer_hash, recorded_at, recorded_by';

interface Row extends Omit<ScenarioHead, 'question' | 'scenario_id'> {
  readonly scenario_id: bigint;
  readonly question: string;
}

const headOf = ({ scenario_id, question, ...row }: Row): ScenarioHead => ({ ...row, scenario_id: Number(scenario_id), question: JSON.parse(question) as ScenarioQuestion });

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash by which the same records, or the same answer, are known again. */
export const hashOf = (value: unknown): string => sha256Hex(canonicalJson(value));

/** The moment of the last change of the region: what is read in the same transaction is what was known then. */
export async function lastMomentOf(tx: Transaction): Promise<Instant> {
  const [row] = await tx.query<{ at: Instant }>('select last_recorded_at as at from regions where region_id = $1', [tx.actor.region_id]);
  if (row === undefined) throw new Error('a scenario of a region that is not there');
  return row.at;
}

/** M5-c, 1.2-f: keeps a scenario, as one of its own or as the next version of one. Null where there is none of that number and kind. */
export async function keepScenario<A>(tx: Transaction, { answers, kind, name, note, on, known_on, question, facts_hash, answer }: ScenarioDraft<A>): Promise<ScenarioHead | null> {
  const stamp = await lockRegion(tx);
  if (stamp === null) return null;
  const [before] = answers === null ? [] : await tx.query<{ version: number }>('select max(version)::integer as version from scenarios where region_id = $1 and scenario_id = $2 and kind = $3 having max(version) is not null', [tx.actor.region_id, answers, kind]);
  if (answers !== null && before === undefined) return null;
  const scenario_id = answers ?? await takeNumbers(tx, 'next_number', 1);
  const version = (before?.version ?? 0) + 1;
  const text = canonicalJson(answer);
  const [row] = await tx.query<Row>(
    `insert into scenarios (region_id, scenario_id, version, kind, name, note, on_date, known_on, question, facts_hash, answer, answer_hash, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning ${HEAD}`,
    [tx.actor.region_id, scenario_id, version, kind, name, note, on, known_on, canonicalJson(question), facts_hash, text, sha256Hex(text), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'scenario.keep', object: `scenarios/${scenario_id}`, detail: { version, kind, on, facts: facts_hash, answer: sha256Hex(text) } });
  return row === undefined ? null : headOf(row);
}

/** A plan tells of every campus: it is for whoever reads planning of the whole region. */
const readsAll = ({ actor }: Transaction): boolean => actor.reach.get('planning.read') === '*';

/** The last version of each scenario, the latest kept first; none for whoever may not read them. */
export async function listScenarios(tx: Transaction): Promise<(ScenarioHead & { readonly status: AllocationJson['status'] | null; readonly cost_yuan: string | null })[]> {
  if (!readsAll(tx)) return [];
  const rows = await tx.query<Row & { status: AllocationJson['status'] | null; cost_yuan: string | null }>(
    `select distinct on (scenario_id) ${HEAD}, answer::jsonb ->> 'status' as status, answer::jsonb -> 'proof' ->> 'cost_yuan' as cost_yuan
     from scenarios where region_id = $1 order by scenario_id desc, version desc`, [tx.actor.region_id]);
  return rows.map(({ status, cost_yuan, ...row }) => ({ ...headOf(row), status, cost_yuan }));
}

/** A version with its answer, the last one when none is named; `intact` is false when the stored text is not what was written. */
export async function readScenario<A>(tx: Transaction, scenario_id: number, version: number | null): Promise<(ScenarioHead & { readonly answer: A; readonly intact: boolean; readonly versions: number }) | null> {
  if (!readsAll(tx)) return null;
  const [row] = await tx.query<Row & { answer: string; versions: number }>(
    `select ${HEAD}, answer, (select max(l.version) from scenarios l where l.region_id = $1 and l.scenario_id = $2) as versions
     from scenarios where region_id = $1 and scenario_id = $2 and ($3::integer is null or version = $3) order by version desc limit 1`, [tx.actor.region_id, scenario_id, version]);
  if (row === undefined) return null;
  const { answer, versions, ...head } = row;
  return { ...headOf(head), answer: JSON.parse(answer) as A, intact: sha256Hex(answer) === head.answer_hash, versions };
}
