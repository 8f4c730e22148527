import type { Instant } from '../known-time.ts';
import { matterObject, loadMatter } from '../matters/matter.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { readScenario, type ScenarioKind } from './scenarios.ts';

/** A scenario put at a matter, or taken away again. */
export interface MatterScenario {
  readonly entry_no: number;
  readonly scenario_id: string;
  readonly version: number;
  readonly kind: ScenarioKind;
  readonly name: string;
  readonly answer_hash: string;
  readonly act: 'attached' | 'withdrawn';
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

export interface Attaching {
  readonly matter_id: number;
  readonly scenario_id: number;
  readonly version: number;
  readonly act: MatterScenario['act'];
  readonly reason: string;
}

export type Attached =
  | { readonly outcome: 'done'; readonly entries: readonly MatterScenario[] }
  | { readonly outcome: 'unknown_matter' | 'unknown_scenario' | 'matter_closed' | 'about_student' | 'changed_meanwhile' };

/** Everything that was put at a matter in reach, in its order; null without such a matter. */
export async function scenariosOfMatter(tx: Transaction, matter_id: number): Promise<readonly MatterScenario[] | null> {
  if (await loadMatter(tx, matter_id) === null) return null;
  return tx.query<MatterScenario>(
    `select entry_no, scenario_id::text, version, kind, name, answer_hash, act, reason, recorded_at as at, recorded_by as by from matter_scenarios
     where region_id = $1 and matter_id = $2 order by entry_no`, [tx.actor.region_id, matter_id]);
}

/** S1-d, S2-a: puts a version of a scenario at a matter that is open, or takes it away again; a record of each. */
export async function attachScenario(tx: Transaction, { matter_id, scenario_id, version, act, reason }: Attaching): Promise<Attached> {
  const stamp = await lockRegion(tx);
  const [matter, entries] = await Promise.all([loadMatter(tx, matter_id), scenariosOfMatter(tx, matter_id)]);
  if (stamp === null || matter === null || entries === null) return { outcome: 'unknown_matter' };
  const scenario = await readScenario(tx, scenario_id, version);
  if (scenario === null) return { outcome: 'unknown_scenario' };
  if (!matter.open) return { outcome: 'matter_closed' };
  if (await isAboutStudent(tx, matter_id)) return { outcome: 'about_student' };
  const last = entries.findLast((one) => one.scenario_id === String(scenario_id) && one.version === version);
  if ((last?.act === 'attached') === (act === 'attached')) return { outcome: 'changed_meanwhile' };
  await tx.query(
    `insert into matter_scenarios (region_id, matter_id, entry_no, scenario_id, version, kind, name, answer_hash, act, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [tx.actor.region_id, matter_id, entries.length + 1, scenario_id, version, scenario.kind, scenario.name, scenario.answer_hash, act, reason, matter.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'matter.scenario', object: matterObject(matter_id), detail: { scenario: `scenarios/${scenario_id}`, version, act, answer: scenario.answer_hash } });
  return { outcome: 'done', entries: await scenariosOfMatter(tx, matter_id) ?? [] };
}

/** What a student is asked or decided about is no place for plans. */
async function isAboutStudent(tx: Transaction, matter_id: number): Promise<boolean> {
  const [row] = await tx.query<{ about_student: boolean }>('select about_student from matters where region_id = $1 and matter_id = $2', [tx.actor.region_id, matter_id]);
  return row?.about_student ?? true;
}

/** The matters in reach at which a version of a scenario stands. */
export async function mattersWith(tx: Transaction, scenario_id: number, version: number): Promise<readonly string[]> {
  const rows = await tx.query<{ matter_id: string; act: MatterScenario['act'] }>(
    `select distinct on (matter_id) matter_id::text, act from matter_scenarios where region_id = $1 and scenario_id = $2 and version = $3 order by matter_id, entry_no desc`,
    [tx.actor.region_id, scenario_id, version]);
  return rows.filter(({ act }) => act === 'attached').map(({ matter_id }) => matter_id);
}
