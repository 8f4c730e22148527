import type pg from 'pg';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Context } from '../../store/database.ts';
import { askGrant } from '../../store/minor-grants.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { thingId, UNITS } from './units.ts';

/** Leave to read minors' records: asked for, or given already. */
export interface WorldGrant {
  readonly grant_id: string;
  readonly account: string;
  readonly given: boolean;
  readonly scopes: readonly string[];
}

/** A counsellor of each side asks for the own class; what was given to others stands beside. */
export async function askForGrants(as: (account: string) => Context, owner: pg.Client, today: PlainDate): Promise<WorldGrant[]> {
  for (const side of ['a', 'b'] as const) {
    await as(`counsellor.${side}`).write(async (tx) => {
      await askGrant(tx, { scope: `class:${thingId('class', `${side}1`, 'standing')}`, purpose: '家访安排', expires_on: date('2025-12-31') }, today);
    });
  }
  const { rows } = await owner.query<{ grant_id: string; account: string; approved: boolean | null; scope: string }>('select grant_id, account, approved, scope from minor_grants');
  return rows.map(({ grant_id, account, approved, scope }) => {
    const unit = Object.values(UNITS).find(({ name }) => scope === `class:${thingId('class', name, 'standing')}`);
    return { grant_id, account, given: approved === true, scopes: approved === true ? [scope].filter((one) => one !== '*') : labelsOfRow('classes', {}, unit === undefined ? null : { unit, variant: 'standing' }) };
  });
}
