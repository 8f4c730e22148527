import { loadRows } from '../store/campus-rows.ts';
import type { Transaction } from '../store/transaction.ts';

/** Names of organisations and programmes by their ids; what has none is shown by its id. */
export async function nameLookup(tx: Transaction): Promise<(id: string) => string> {
  const [organisations, programmes] = await Promise.all([loadRows(tx, 'organisations', {}), loadRows(tx, 'programmes', {})]);
  const names = new Map([...organisations.map(({ org_id, name }) => [org_id, name] as const), ...programmes.map(({ programme_id, name }) => [programme_id, name] as const)]);
  return (id) => names.get(id) ?? id;
}
