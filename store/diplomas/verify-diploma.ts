import type { Reach } from '../../core/access/reach.ts';
import { diplomaState } from '../../core/diplomas/diploma-kinds.ts';
import { publishedDiploma, type PublishedDiploma } from '../../core/diplomas/published.ts';
import type { Database } from '../database.ts';
import { standing } from '../known-time.ts';
import { PROGRAM } from '../program-actor.ts';
import { listRegions } from '../regions.ts';
import { typedCode } from '../secret-codes.ts';

/** Certificates and the names on them, and nothing else. */
const DIPLOMAS_ONLY: Reach = new Map([['learning.read', '*'], ['reference.read', '*']]);

export interface VerifiedDiploma {
  readonly diploma: PublishedDiploma;
  readonly code: string;
  readonly sample: boolean;
}

type Row = Omit<PublishedDiploma, 'state'> & { readonly done: readonly string[] };

/** The certificate of a code as somebody typed it; null when there is none. */
export async function findDiploma(db: Database, typed: string): Promise<VerifiedDiploma | null> {
  const code = typedCode(typed);
  if (code === null) return null;
  for (const { region_id, sample } of await listRegions(db)) {
    const [row] = await db.as({ region_id, account: PROGRAM, reach: DIPLOMAS_ONLY }).read((tx) => tx.query<Row>(
      `select d.kind, d.number_text as number, d.name, coalesce(o.name, d.issuer_id) as issuer, coalesce(p.name, d.programme_id) as programme, d.issued_on, r.number_text as replaced_by,
         array(select a.act from diploma_acts a where a.region_id = $1 and a.diploma_id = d.diploma_id) as done
       from diplomas d left join register_organisations o on o.region_id = $1 and o.key = d.issuer_id and ${standing('o')}
         left join register_programmes p on p.region_id = $1 and p.key = d.programme_id and ${standing('p')}
         left join diplomas r on r.region_id = $1 and r.replaces = d.diploma_id
       where d.region_id = $1 and d.code = $2`, [region_id, code]));
    if (row !== undefined) return { diploma: publishedDiploma({ ...row, state: diplomaState(row.done) }), code, sample };
  }
  return null;
}
