import { mayTouch } from '../../core/access/reach.ts';
import type { FactsByKind, RowKind } from '../../core/national/facts.ts';
import { filling, type FilledTable } from '../../core/national/fill.ts';
import { mayReport, SYSTEM_HEADS, type NationalLayout, type NationalSystem, type NationalTable, type Reporter } from '../../core/national/layout.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { basesOf, hostsOf, programmesOf, teachersOf } from './college-state.ts';
import { openerOf } from './opener.ts';
import { eachInternship, eachStudent, type OfReporter } from './students.ts';

export interface NamedReporter extends Reporter {
  readonly name: string;
}

/** Organisations that report to a system and whose records the actor may take out. */
export async function reportersOf(tx: Transaction, system: NationalSystem): Promise<NamedReporter[]> {
  const rows = await tx.query<NamedReporter>(
    `select o.key as org_id, o.name, o.kind from register_organisations o where o.region_id = $1 and ${standing('o')} and o.kind = any($2::text[]) order by o.key`, [tx.actor.region_id, SYSTEM_HEADS[system].by]);
  return rows.filter((one) => mayReport(tx.actor.reach, system, one));
}

export interface AskedReport {
  readonly organisation_id: string;
  readonly on: PlainDate;
  readonly cohort: number | null;
  /** Why ids and phones have to be whole; null where they stay masked. */
  readonly purpose: string | null;
  /** False where only what is lacking is asked. */
  readonly keep: boolean;
}

export interface Gathered {
  readonly reporter: NamedReporter;
  readonly tables: readonly FilledTable[];
  readonly revealed: number;
  readonly masked: number;
}

export type Reported =
  | { readonly outcome: 'done'; readonly gathered: Gathered }
  /** No such organisation, or it is not the actor's to report for. */
  | { readonly outcome: 'unknown_entry' }
  /** Its records may be taken out, their ids and phones not whole. */
  | { readonly outcome: 'not_allowed' };

/** Fills the tables of a layout for an organisation. What is told whole, and to what purpose, is written down once, with how many values. */
export async function gatherReport(tx: Transaction, layout: NationalLayout, asked: AskedReport): Promise<Reported> {
  const reporter = (await reportersOf(tx, layout.system)).find(({ org_id }) => org_id === asked.organisation_id);
  if (reporter === undefined) return { outcome: 'unknown_entry' };
  if (asked.purpose !== null && !mayTouch(tx.actor.reach, 'students', 'reveal', [`org:${reporter.org_id}`])) return { outcome: 'not_allowed' };
  const opener = openerOf(tx, asked.purpose !== null);
  const of: OfReporter = { ...reporter, on: asked.on, cohort: asked.cohort };
  const tables: FilledTable[] = [];
  for (const table of layout.tables) tables.push(await filled(tx, table, { ...of, keep: asked.keep, opener, system: layout.system }));
  const gathered: Gathered = { reporter, tables, ...opener.counts() };
  if (asked.keep) await writtenDown(tx, layout, asked, gathered);
  return { outcome: 'done', gathered };
}

interface Filled extends OfReporter {
  readonly keep: boolean;
  readonly opener: ReturnType<typeof openerOf>;
  readonly system: NationalSystem;
}

async function filled(tx: Transaction, table: NationalTable, { keep, opener, system, ...of }: Filled): Promise<FilledTable> {
  const fill = <K extends RowKind>(rows: K) => filling({ ...table, rows }, keep);
  const all = async <K extends RowKind>(rows: K, read: Promise<readonly FactsByKind[K][]>): Promise<FilledTable> => {
    const one = fill(rows);
    for (const facts of await read) one.add(facts);
    return one.done();
  };
  switch (table.rows) {
    case 'student': {
      const { add, done } = fill('student');
      await eachStudent(tx, system === 'higher_roll' ? 'higher' : 'secondary', of, { opener, add });
      return done();
    }
    case 'internship': {
      const { add, done } = fill('internship');
      await eachInternship(tx, of, add);
      return done();
    }
    case 'full_time_teacher': case 'part_time_teacher': case 'outside_teacher': return all(table.rows, teachersOf(tx, table.rows, of));
    case 'base': return all('base', basesOf(tx, of));
    case 'host': return all('host', hostsOf(tx, of));
    case 'programme': return all('programme', programmesOf(tx, of));
  }
}

async function writtenDown(tx: Transaction, { system }: NationalLayout, { on, cohort, purpose }: AskedReport, { reporter, tables, revealed }: Gathered): Promise<void> {
  const rows = tables.reduce((sum, { count }) => sum + count, 0);
  await tx.audit({ action: 'national.report', object: `organisations/${reporter.org_id}`, detail: { system, on, rows, ...(cohort !== null && { cohort }), ...(purpose !== null && { purpose, revealed }) } });
}
