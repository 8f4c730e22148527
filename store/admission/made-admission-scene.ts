import { vi } from 'vitest';
import { MADE_RULES, readMade, type MadeCells } from '../../core/admission/made-admissions.ts';
import type { TypedSheets } from '../../core/check/made-dataset.ts';
import type { Role } from '../../core/access/roles.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Context, Database } from '../database.ts';
import { holderColumns, holderOf, roleDay, type HolderRow } from '../held-roles.ts';
import { dutyWorld } from '../made-duties.ts';
import { madeAccount, type MadeAccount } from '../made-people.ts';
import { madeRegion, type MadeRegion } from '../made-store.ts';
import * as quota from '../plan-quota.ts';
import type { StoredAdmission } from './admission.ts';
import { importAdmissions, type AdmissionsImported } from './import-admissions.ts';
import { registerNewcomers, type Registered } from './register-newcomers.ts';

/** A region with two schools and a programme of each; its plans are as a test says. */
export interface AdmissionScene extends MadeRegion {
  readonly somebody: (role: Role, org_id?: string) => Promise<MadeAccount>;
  readonly of: (who: Pick<MadeAccount, 'account'>) => Promise<Context>;
  readonly admit: (who: MadeAccount, rows: readonly MadeCells[]) => Promise<AdmissionsImported>;
  readonly all: () => Promise<StoredAdmission[]>;
  /** Registers admissions by number, all in one class. */
  readonly register: (who: MadeAccount, ids: readonly number[], given?: { readonly on?: string; readonly class_id?: string; readonly school_id?: string; readonly today?: string }) => Promise<Registered>;
}

export function sheetsOfAdmission(): TypedSheets {
  const world = dutyWorld();
  return {
    ...world,
    organisations: [...world.organisations ?? [], { org_id: 'S2', name: '二校', kind: 'school', division_code: '330881' }, { org_id: 'B2', name: '县教育局', kind: 'education_bureau', division_code: '330803' },
      { org_id: 'B1', name: '市教育局', kind: 'education_bureau', division_code: '330800' }, { org_id: 'D', name: '发展和改革委员会', kind: 'department', division_code: '330800' }],
    programmes: [...world.programmes ?? [], { programme_id: 'Q', school_id: 'S2', college_id: 'H', secondary_code: '660301', higher_code: '460301', name: '机电' }],
  };
}

/** Plans of the year as they are filed: programme → approved; of others nothing is filed. */
export function filedPlan(approved: Readonly<Record<string, number>>, unfiled: Readonly<Record<string, number>> = {}): void {
  const line = (filed: boolean) => ([id, many]: [string, number]) => [id, { approved: many, filed, matter_id: 1 }] as const;
  vi.spyOn(quota, 'approvedQuota').mockImplementation(() => Promise.resolve(new Map([...Object.entries(approved).map(line(true)), ...Object.entries(unfiled).map(line(false))])));
}

export async function madeAdmissionScene(db: Database): Promise<AdmissionScene> {
  const region = await madeRegion(db);
  const imported = await region.import(sheetsOfAdmission());
  if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported).slice(0, 2000));
  const { region_id } = region.actor;
  const of = async ({ account }: Pick<MadeAccount, 'account'>): Promise<Context> => {
    const [row] = await region.as.read((tx) => tx.query<HolderRow>(
      `select ${holderColumns('$3')} from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id where a.region_id = $1 and a.account = $2`, [region_id, account, roleDay()]));
    return db.as({ region_id, account, reach: (row === undefined ? null : holderOf(row))?.reach ?? new Map() });
  };
  const kept = async <A extends { readonly outcome: string }>(who: MadeAccount, work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<A>): Promise<A> =>
    (await of(who)).write(async (tx) => {
      const answer = await work(tx);
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
  return {
    ...region, of,
    somebody: (role, org_id = 'S') => madeAccount(region.as, role, { org_id }),
    admit: (who, rows) => kept(who, (tx) => importAdmissions(tx, { ...readMade(rows), file: { name: '录取.xlsx', sha256: 'b'.repeat(64) } })),
    all: () => region.as.read((tx) => tx.query<StoredAdmission>('select a.*, a.admission_id::int as admission_id from admissions a where region_id = $1 and superseded_at is null order by a.admission_id', [region_id])),
    register: (who, ids, { on = '2025-09-01', class_id = '2025010101', school_id = 'S', today = '2025-10-31' } = {}) =>
      kept(who, (tx) => registerNewcomers(tx, { school_id, on: date(on), newcomers: ids.map((admission_id) => ({ admission_id, class_id })) }, { rules: MADE_RULES, today: date(today) })),
  };
}

