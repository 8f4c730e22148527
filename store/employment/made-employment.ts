import { reachOf, type HeldRole } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/roles.ts';
import { studentRow, type TypedRow } from '../../core/check/made-dataset.ts';
import type { DestinationDraft } from '../../core/employment/draft.ts';
import { changedPack } from '../../core/policy/changed-pack.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Context, Database } from '../database.ts';
import { madeScene, type MadeScene } from '../matters/made-matters.ts';
import type { Transaction } from '../transaction.ts';

export const PACK = changedPack(quzhou2024, []);
export const TODAY = date('2025-08-20');

/** A graduate of 26 June 2025 of school S, unless otherwise given. */
export const graduateRow = (student_id: string, given: TypedRow = {}): TypedRow =>
  studentRow(student_id, { name: `毕业生${student_id}`, cohort: 2020, grade: 5, status: 'graduated', birth_date: '2005-02-28', from: '2025-06-26', ...given });

/** At work at firm F in the city, with everything that it takes. */
export const atWork = (student_id: string, given: Partial<DestinationDraft> = {}): DestinationDraft => ({
  student_id, code: '11', employer_id: 'F', employer_credit_code: null, workplace_division: '330803', industry: 'C', position: '数控操作工', contract_kind: 'fixed_term', wage_fen: 450_000n,
  match: 'matched', agreed_on: date('2025-07-01'), insured_from: date('2025-07-15'), contact: '0570-3000001', evidence: 'contract', evidence_ref: '合同2025-001', reason: null, ...given,
});

/** Somebody of a made region: the store in their reach. */
export interface MadeEmployee {
  readonly account: string;
  readonly as: Context;
}

export interface MadeEmployment extends MadeScene {
  readonly registrar: MadeEmployee;
  readonly post: (role: Role, org_id: string | null) => Promise<MadeEmployee>;
  readonly student: (student_id: string) => MadeEmployee;
  /** Writes as somebody; what is not done is let go. */
  readonly write: <A extends { readonly outcome: string }>(who: MadeEmployee, work: (tx: Transaction) => Promise<A>) => Promise<A>;
  readonly given: (today?: PlainDate) => { readonly pack: typeof PACK; readonly today: PlainDate };
}

/** A school and its college, firm F, another school, and these graduates. */
export async function madeEmployment(db: Database, students: readonly TypedRow[]): Promise<MadeEmployment> {
  const scene = await madeScene(db);
  const reply = await scene.import({ students, destinations: [], organisations: FIRMS });
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1000));
  const { region_id } = scene;
  const reached = (account: string, held: HeldRole, student_id: string | null): MadeEmployee =>
    ({ account, as: db.as({ region_id, account, reach: reachOf({ roles: [held], student_id, wards: [], granted: [] }) }) });
  const held = (role: Role, org_id: string | null): HeldRole => ({ role, org_id, division_code: null, campuses: [], classes: [] });
  const post = async (role: Role, org_id: string | null): Promise<MadeEmployee> => reached((await scene.somebody(role, org_id ?? undefined)).account, held(role, org_id), null);
  return {
    ...scene, post, registrar: await post('school_registrar', 'S'),
    student: (student_id) => reached(`student-${student_id}-${region_id}`, held('student', null), student_id),
    write: (who, work) => who.as.write(async (tx) => {
      const answer = await work(tx);
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    }),
    given: (today = TODAY) => ({ pack: PACK, today }),
  };
}

const FIRMS: readonly TypedRow[] = [
  { org_id: 'F', name: '企业', kind: 'enterprise', division_code: '330803', credit_code: '91330803MA2DH0013P' },
  { org_id: 'F2', name: '二企', kind: 'enterprise', division_code: '330881', credit_code: '91330881MA29U0029D' },
];
