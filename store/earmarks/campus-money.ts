import { mayTouch } from '../../core/access/reach.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

/** A campus and what somebody has to do with its money. */
export interface CampusMoney {
  readonly campus: Row<'campuses'>;
  readonly scopes: readonly string[];
  /** Finance of its school or college: they spend, and say what is needed. */
  readonly spends: boolean;
  /** The finance bureau that pays it: it answers. */
  readonly pays: boolean;
  /** Whoever keeps its money and spends none of it draws what is looked at. */
  readonly draws: boolean;
  /** Whoever keeps its money may find that something was spent on what it was not for. */
  readonly keeps: boolean;
}

/** Those of the campuses, or all, whose money is the actor's to read; asked in the actor's own transaction. */
export async function campusMoney(tx: Transaction, campus_id?: string): Promise<CampusMoney[]> {
  const { reach } = tx.actor;
  const campuses = await (campus_id === undefined ? loadRows(tx, 'campuses', {}) : loadRows(tx, 'campuses', {}, 'r.key = $2', campus_id));
  const labels = await tx.whole((whole) => whole.query<{ thing: string; scopes: string[] }>(`select thing, scopes from labels where region_id = $1 and thing like 'campus:%'`, [whole.actor.region_id]));
  const scopesOf = new Map(labels.map(({ thing, scopes }) => [thing, scopes]));
  const ofAll = mayTouch(reach, 'funds', 'write', []);
  const writes = (org: string | null): boolean => org !== null && !ofAll && mayTouch(reach, 'funds', 'write', [`org:${org}`]);
  return campuses.flatMap((campus) => {
    const scopes = scopesOf.get(`campus:${campus.campus_id}`) ?? [];
    if (!mayTouch(reach, 'funds', 'read', scopes)) return [];
    const spends = writes(campus.school_id) || writes(campus.college_id);
    const keeps = mayTouch(reach, 'funds', 'write', scopes);
    return [{ campus, scopes, spends, pays: writes(campus.payer_id), draws: keeps && !spends, keeps }];
  });
}
