import type { TypedSheets } from '../core/check/made-dataset.ts';
import { reachOf, type HeldRole } from '../core/access/reach.ts';
import type { Role } from '../core/access/roles.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import type { ActingPerson } from './acting-person.ts';
import type { Context } from './database.ts';
import { madeAccount } from './made-people.ts';
import type { MadeStore } from './made-store.ts';
import { setUpTeam, type TeamDraft } from './teams.ts';

/** Two schools of different counties with one college, two firms, their bureaus. */
const DIRECTORY: TypedSheets = {
  region: [{ region_code: '330800', name: '测试市', office_name: '测试办' }],
  organisations: [
    { org_id: 'H1', name: '学院', kind: 'college', division_code: '330802', credit_code: '12330800471800004M' },
    { org_id: 'S1', name: '学校', kind: 'school', division_code: '330824', credit_code: '12330824471800063H' },
    { org_id: 'S2', name: '第二学校', kind: 'school', division_code: '330803', credit_code: '12330803471800020N' },
    { org_id: 'O1', name: '办公室', kind: 'office', division_code: '330800' },
    { org_id: 'B1', name: '市教育局', kind: 'education_bureau', division_code: '330800' },
    { org_id: 'B2', name: '县教育局', kind: 'education_bureau', division_code: '330824' },
    { org_id: 'F1', name: '企业一', kind: 'enterprise', division_code: '330803', credit_code: '91330803MA2DH0013P' },
    { org_id: 'F2', name: '企业二', kind: 'enterprise', division_code: '330881' },
  ],
  campuses: [
    { campus_id: 'C1', name: '校区', school_id: 'S1', college_id: 'H1', division_code: '330824', form: 'new_build', status: 'preparing' },
    { campus_id: 'C2', name: '第二校区', school_id: 'S2', college_id: 'H1', division_code: '330803', form: 'new_build', status: 'preparing' },
  ],
  programmes: [
    { programme_id: 'P11', school_id: 'S1', college_id: 'H1', campus_id: 'C1', secondary_code: '660301', higher_code: '460301', name: '机电' },
    { programme_id: 'P21', school_id: 'S2', college_id: 'H1', campus_id: 'C2', secondary_code: '660301', higher_code: '460301', name: '汽修' },
  ],
  staff: [{
    person_id: 'T1', name: '教师', employer_id: 'S1', stage: 'higher', campus_id: 'C1', post: 'teacher', employment: 'full_time', share: '1', degree: 'master', title: 'none', qualified: 'yes',
    from: '2024-09-01', to: '2025-08-31',
  }],
};

const DIVISIONS: Readonly<Record<string, string>> = { B1: '330800', B2: '330824' };

/** Somebody of an institution: the store as they see it, and who they are. */
export interface MadePerson extends ActingPerson {
  readonly account: string;
  readonly as: Context;
}

/** A region with its directory, and people for it. */
export async function madeCooperation(store: MadeStore) {
  const region = await store.region();
  const reply = await region.import(DIRECTORY);
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply));
  const { region_id } = region.actor;
  const person = async (role: Role, org_id: string): Promise<MadePerson> => {
    const { account, person_id } = await madeAccount(region.as, role, { org_id });
    const held: HeldRole = { role, org_id, division_code: DIVISIONS[org_id] ?? null, campuses: [], classes: [] };
    return { account, person_id, roles: [held], as: store.db().as({ region_id, account, reach: reachOf({ roles: [held], student_id: null, wards: [], granted: [] }) }) };
  };
  const team = async (more: Partial<TeamDraft> = {}): Promise<string> => {
    const made = await region.as.write((tx) => setUpTeam(tx, { kind: 'management', college_id: 'H1', school_id: 'S1', campus_id: 'C1', on: date('2024-09-01'), document: '〔2024〕1号', document_sha256: null, ...more }));
    if (made.outcome !== 'done') throw new Error(made.outcome);
    return made.team_id;
  };
  return { region, person, team };
}

/** A document of a day, without a term. */
export const onPaper = (on: string | PlainDate): { on: PlainDate; document: string; term_to: null } => ({ on: date(on), document: '文号', term_to: null });
