import { reachOf, type HeldRole } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/roles.ts';
import { studentRow, type TypedRow } from '../../core/check/made-dataset.ts';
import type { Acting } from '../../core/internships/parties.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { confirmAddress } from '../agreements/made-agreements.ts';
import { lawOn } from '../agreements/law.ts';
import type { Context } from '../database.ts';
import { dutyWorld } from '../made-duties.ts';
import { madeAccount } from '../made-people.ts';
import type { MadeRegion, MadeStore } from '../made-store.ts';
import { recordAgreement } from '../partners.ts';
import { addPerson } from '../people.ts';
import { offerPost } from './posts.ts';

export const DAY = date('2026-02-10');
export const FROM = date('2026-03-01');
export const TO = date('2026-06-25');
export const LAW = lawOn(quzhou2024.parameters, DAY);

export const POST = { employer_id: 'F', title: '数控操作', seats: 3, programmes: ['P'], place: '衢江区一号厂房', wage_yuan: '3200.00', safety_contact: '陈工 13800000000', from: FROM, to: TO };

/** Somebody of a made region who acts: the store in their reach, and who they are. */
export interface MadeActor {
  readonly as: Context;
  readonly account: string;
  readonly acting: Acting & { readonly name: string };
}

/** A student of the fifth year at the campus, of age. */
export const intern = (student_id: string, given: TypedRow = {}): TypedRow =>
  studentRow(student_id, { name: `学生${student_id}`, cohort: 2021, stage: 'higher', grade: 5, birth_date: '2005-03-01', school_id: 'S', campus_id: 'C', programme_id: 'P', class_id: 'K1', from: '2025-09-01', ...given });

/** A school with a class of the fifth year, a firm with an agreement, and a post with three seats. */
export async function madeInternships(store: MadeStore, students: readonly TypedRow[] = [intern('T1'), intern('T2'), intern('T3'), intern('T4')]) {
  const region = await store.region();
  const world = dutyWorld();
  const ids = students.map(({ student_id }) => String(student_id));
  const reply = await region.import({
    ...world, organisations: [...world.organisations ?? [], { org_id: 'F2', name: '另一企业', kind: 'enterprise', division_code: '330803', credit_code: '91330881MA29U0029D' }, { org_id: 'S9', name: '另一学校', kind: 'school', division_code: '330881' }, { org_id: 'D', name: '人社局', kind: 'department', division_code: '330800' }]
      .map((one) => (one.org_id === 'F' ? { ...one, credit_code: '91330803MA2DH0013P' } : one)),
    programmes: [...world.programmes ?? [], { programme_id: 'Q', school_id: 'S9', college_id: 'H', secondary_code: '660301', higher_code: '460301', name: '机电' }],
    students, guardians: ids.map((student_id) => ({ student_id, name: `家长${student_id}`, relation: '母亲' })),
    insurance: ids.map((student_id) => ({ policy_no: 'XZ-2025', kind: 'school_liability', student_id, from: '2025-09-01', to: '2026-08-31' })),
    credits: ids.slice(0, 2).map((student_id) => ({ student_id, required: '150', earned: '120' })),
  });
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 2000));
  const people = peopleOf(store, region);
  const agreed = await region.as.write((tx) => recordAgreement(tx, { number: '合作1号', parties: ['H', 'S', 'F'], programmes: ['P'], from: date('2025-09-01'), to: date('2026-08-31'), terms: '接收实习', signed_on: date('2025-09-01'), document_sha256: null }));
  if (agreed.outcome !== 'done') throw new Error(JSON.stringify(agreed));
  const firm = await people.post('enterprise', 'F');
  const offered = await firm.as.write((tx) => offerPost(tx, POST, 'F', DAY));
  if (offered.outcome !== 'done') throw new Error(JSON.stringify(offered));
  return { region, firm, post_id: offered.post_id, registrar: await people.post('school_registrar', 'S'), ...people };
}

/** Makes people of a region: those who hold a post, and families. */
function peopleOf(store: MadeStore, region: MadeRegion) {
  const { region_id } = region.actor;
  const reached = async (account: string, acting: MadeActor['acting'], roles: readonly HeldRole[]): Promise<MadeActor> => {
    const as = store.db().as({ region_id, account, reach: reachOf({ ...acting, roles, granted: [] }) });
    await confirmAddress(as, account);
    return { as, account, acting };
  };
  return {
    post: async (role: Role, org_id: string, classes: readonly string[] = []): Promise<MadeActor> => {
      const { account, person_id } = await madeAccount(region.as, role, { org_id, ...(classes.length > 0 && { classes: [...classes] }) });
      const held: HeldRole = { role, org_id, division_code: null, campuses: [], classes };
      return reached(account, { person_id, name: account, student_id: null, wards: [], roles: [held] }, [held]);
    },
    family: async (role: 'student' | 'guardian', student_id: string): Promise<MadeActor> => {
      const account = `${role}-${student_id}-${region_id}`;
      const held: HeldRole = { role, org_id: null, division_code: null, campuses: [], classes: [] };
      const added = await region.as.write((tx) => addPerson(tx, { kind: role, name: account, account, password: 'lantern river 马', org_id: 'S', ...(role === 'student' && { student_id }) }));
      if (added.outcome !== 'done') throw new Error(added.outcome);
      return reached(account, { person_id: added.person_id, name: account, student_id: role === 'student' ? student_id : null, wards: role === 'guardian' ? [student_id] : [], roles: [held] }, [held]);
    },
  };
}
