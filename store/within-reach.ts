import { kindOf, type Kind } from '../core/access/kinds.ts';
import { mayTouch, type Labels } from '../core/access/reach.ts';
import type { Action } from '../core/access/policy-table.ts';
import type { Register } from './register-columns.ts';
import type { Transaction } from './transaction.ts';

/**
 * The condition that leaves of a register what the actor may read, by the application's own account: the
 * database's row security says the same. Begins with ` and `; empty where everything is in reach.
 */
export function withinReach(tx: Transaction, register: Register, parameter: (value: unknown) => string, alias = 'r'): string {
  return condition(tx.actor.reach.get(`${kindOf(register.name)}.read`), parameter, alias);
}

function condition(labels: Labels | undefined, parameter: (value: unknown) => string, alias: string): string {
  if (labels === '*') return '';
  return labels === undefined ? ' and false' : ` and ${alias}.scopes && ${parameter(labels)}::text[]`;
}

/** The labels in reach of this action; null for all. */
export function labelsFor(tx: Transaction, register: Register, action: Action): readonly string[] | null {
  const labels = tx.actor.reach.get(`${kindOf(register.name)}.${action}`) ?? [];
  return labels === '*' ? null : labels;
}

/** Whether the actor may write a record that is there. */
export async function mayWrite(tx: Transaction, register: Register, record_id: number): Promise<boolean> {
  const kind = kindOf(register.name);
  const [row] = await tx.query<{ scopes: string[] }>(
    `select scopes from ${register.table} where region_id = $1 and record_id = $2`, [tx.actor.region_id, record_id]);
  return row !== undefined && mayTouch(tx.actor.reach, kind, 'write', row.scopes);
}

/** The label of documents that everybody in the pilot may read. */
export const FOR_EVERYBODY = 'region';

/** Labels of the documents and files that may be read, of which a row must carry one; null for all. */
export function readableDocuments(tx: Transaction): readonly string[] | null {
  const labels = tx.actor.reach.get('documents.read');
  if (labels === '*') return null;
  return labels === undefined ? [] : [...labels, FOR_EVERYBODY];
}

/** Labels of the matters that may be read; null for all. */
export function readableMatters(tx: Transaction): readonly string[] | null {
  return labelsToRead(tx, 'matters');
}

/** What the actor may read of a kind, as labels for a query; null for everything. */
export function labelsToRead(tx: Transaction, kind: Kind): readonly string[] | null {
  const labels = tx.actor.reach.get(`${kind}.read`) ?? [];
  return labels === '*' ? null : labels;
}

/** Labels of which a matter about a student must carry one: whoever reads those of the whole region reads these by a grant for minors' records only; null for all. */
export function readableStudentMatters(tx: Transaction): readonly string[] | null {
  const labels = tx.actor.reach.get('matters.read') ?? [];
  return labels === '*' ? readableStudents(tx) : labels;
}

/** Labels of the students that may be read; null for all. */
export function readableStudents(tx: Transaction): readonly string[] | null {
  const labels = tx.actor.reach.get('students.read') ?? [];
  return labels === '*' ? null : labels;
}

/** The labels of what an actor brings along that belongs to no one record, such as an import: their own. */
export function ownScopes(tx: Transaction): readonly string[] {
  const labels = tx.actor.reach.get('imports.write') ?? [];
  return labels === '*' ? [] : labels;
}
