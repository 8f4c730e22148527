import type { Reach } from '../../core/access/reach.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../database.ts';
import { PROGRAM } from '../program-actor.ts';
import { listRegions } from '../regions.ts';
import { typedCode } from '../secret-codes.ts';
import type { PublicList } from './publishing.ts';

/** A list as anybody reads it. */
export interface Publicised {
  readonly code: string;
  readonly published_on: PlainDate;
  readonly last_day: PlainDate;
  readonly list: PublicList;
  /** It is of made-up students. */
  readonly sample: boolean;
}

/** Of tests what was published, and of nothing else anything. */
const PUBLISHED_ONLY: Reach = new Map([['tests.read', '*']]);

/** Lists that were published, the latest first: one by its code, or all. */
async function find(db: Database, code: string | null): Promise<Publicised[]> {
  const found: Publicised[] = [];
  for (const { region_id, sample } of await listRegions(db)) {
    const rows = await db.as({ region_id, account: PROGRAM, reach: PUBLISHED_ONLY }).read((tx) => tx.query<Omit<Publicised, 'list' | 'sample'> & { public_list: string }>(
      `select p.code, p.published_on, p.last_day, p.public_list from step_up_publications p where p.region_id = $1 and ($2::text is null or p.code = $2) order by p.publication_id desc`, [region_id, code]));
    found.push(...rows.map(({ public_list, ...row }) => ({ ...row, sample, list: JSON.parse(public_list) as PublicList })));
  }
  return found;
}

/** The list of a code as somebody typed it; null where there is none. */
export async function publicisedAs(db: Database, typed: string): Promise<Publicised | null> {
  const code = typedCode(typed);
  return code === null ? null : (await find(db, code))[0] ?? null;
}

export const allPublicised = (db: Database): Promise<Publicised[]> => find(db, null);
