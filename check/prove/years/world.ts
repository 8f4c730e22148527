import type { TypedRow, TypedSheets } from '../../../core/check/made-dataset.ts';
import type { Role } from '../../../core/access/roles.ts';
import { date } from '../../../core/values/plain-date.ts';
import type { Database } from '../../../store/database.ts';
import { setGoLive } from '../../../store/duty-start.ts';
import { enterInstitutionCode } from '../../../store/diplomas/institution-codes.ts';
import { madeAccount } from '../../../store/made-people.ts';
import { madeRegion } from '../../../store/made-store.ts';
import type { Transaction } from '../../../store/transaction.ts';
import { sceneOf, type MadeActor, type MadeScene } from '../../../store/matters/made-matters.ts';

export const FIRST_DAYS: Readonly<Record<number, string>> = { 2024: '2024-09-02', 2025: '2025-09-01', 2026: '2026-09-01', 2027: '2027-09-01', 2028: '2028-09-01', 2029: '2029-09-03', 2030: '2030-09-02' };

export const schoolRow = (school_id: string, given: TypedRow): TypedRow => ({
  school_id, on: '2024-09-01', total_land_m2: '200000', total_building_m2: '90000', total_equipment_yuan: '20000000', secondary_students: 1000, secondary_teachers: 80, ...given,
});

const body = (org_id: string, name: string, kind: string, division_code: string): TypedRow => ({ org_id, name, kind, division_code });
const campus = (campus_id: string, school_id: string, division_code: string, payer_id: string, given: TypedRow = {}): TypedRow =>
  ({ campus_id, name: `校区${campus_id}`, school_id, college_id: 'H', division_code, form: 'new_build', status: 'recognised', opened_on: '2024-09-01', payer_id, ...given });
const programme = (programme_id: string, school_id: string, campus_id: string): TypedRow =>
  ({ programme_id, school_id, college_id: 'H', campus_id, secondary_code: '660103', higher_code: '460103', name: '数控', enterprises: 'F' });

/** A college and two schools of the pilot in two counties, with their campuses; a school beside it that matters are tried at; bureaus, a firm, a department. */
const SHEETS: TypedSheets = {
  region: [{ region_code: '330800', name: '测试市', office_name: '测试办' }],
  organisations: [
    body('H', '学院', 'college', '330802'), body('H9', '二学院', 'college', '330802'), { ...body('S', '一校', 'school', '330803'), credit_code: '12330803471800020N' }, body('S2', '二校', 'school', '330881'), body('S3', '三校', 'school', '330803'),
    body('O1', '职改办', 'office', '330800'), body('B1', '市教育局', 'education_bureau', '330800'), body('B2', '甲县教育局', 'education_bureau', '330803'), body('B3', '乙县教育局', 'education_bureau', '330881'),
    body('G', '甲财政局', 'finance_bureau', '330803'), body('G2', '乙财政局', 'finance_bureau', '330881'), body('D', '人社局', 'department', '330800'), body('F', '企业', 'enterprise', '330803'),
  ],
  campuses: [campus('C', 'S', '330803', 'G'), campus('C2', 'S2', '330881', 'G2'), campus('C3', 'S3', '330803', 'G', { opened_on: '', status: 'preparing' })],
  programmes: [programme('P', 'S', 'C'), programme('P2', 'S2', 'C2'), programme('P3', 'S3', 'C3')],
  calendar: Object.entries(FIRST_DAYS).map(([academic_year, first_day]) => ({ college_id: 'H', academic_year, first_day })),
  bases: [{ base_id: 'BASE', campus_id: 'C', name: '基地', stations: 60, majors: '460103' }],
  schools: [schoolRow('S', { pilot_from: '2024-09-01' }), schoolRow('S2', { pilot_from: '2024-09-01' }), schoolRow('S3', {})],
  shares: ['S', 'S2'].map((school_id) => ({ school_id, college_id: 'H', tuition_share: '0.6', from: '2024-09-01' })),
  grant_standards: [2025, 2026, 2027, 2028, 2029, 2030].map((fiscal_year) => ({ fiscal_year, college_id: 'H', yuan_per_student: '12000' })),
  staff: Array.from({ length: 6 }, (_, at) => `T${at}`).flatMap((person_id) => (['secondary', 'higher'] as const).map((stage) => ({
    person_id, name: '师', employer_id: 'S', stage, ...(stage === 'secondary' ? { school_id: 'S' } : { campus_id: 'C' }), post: 'teacher', employment: 'full_time', degree: 'master', title: 'none', qualified: 'yes', from: '2024-09-01',
  }))),
  students: [{ student_id: 'W1', name: '旁听', sex: 1, birth_date: '2008-02-28', programme_id: 'P3', school_id: 'S3', cohort: 2023, stage: 'secondary', grade: 2, status: 'suspended', from: '2024-09-01' }],
};

/** Who acts in the city; of those who decide there are two, since nobody decides alone. */
const POSTS = {
  office: ['office'], second_office: ['office'], city: ['city_bureau'], second_city: ['city_bureau'], county_S: ['county_bureau', 'B2'], county_S2: ['county_bureau', 'B3'], second_county_S: ['county_bureau', 'B2'],
  head_S: ['school_head', 'S'], second_head_S: ['school_head', 'S'], head_S2: ['school_head', 'S2'], registrar_S: ['school_registrar', 'S'], registrar_S2: ['school_registrar', 'S2'],
  roll: ['college_roll', 'H'], leader: ['college_leadership', 'H'], second_leader: ['college_leadership', 'H'], academic: ['college_academic', 'H'], second_academic: ['college_academic', 'H'], programme: ['college_programme', 'H'],
  finance: ['finance_bureau', 'G'], department: ['department', 'D'], counsellor: ['counsellor', 'S'],
} as const satisfies Record<string, readonly [Role, string?]>;

export type Post = keyof typeof POSTS;

export interface World {
  readonly db: Database;
  readonly scene: MadeScene;
  readonly who: Readonly<Record<Post, MadeActor>>;
}

export async function makeWorld(db: Database): Promise<World> {
  const region = await madeRegion(db);
  await region.as.write((tx) => setGoLive(tx, date('2024-09-01')));
  const imported = await region.import(SHEETS, { as_of: date('2024-09-01') });
  if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported).slice(0, 2000));
  const scene = sceneOf(db, region);
  const who: Partial<Record<Post, MadeActor>> = {};
  for (const [name, [role, org_id]] of Object.entries(POSTS) as [Post, readonly [Role, string?]][]) {
    const more = role === 'counsellor' ? { classes: ['K1'] } : {};
    const at = org_id ?? { office: 'O1', city_bureau: 'B1' }[role as string];
    who[name] = { ...await madeAccount(region.as, role, { ...(at !== undefined && { org_id: at }), ...more }), role };
  }
  const coded = await (await scene.of({ account: who.roll?.account ?? '' })).write((tx) => enterInstitutionCode(tx, 'H', '13286'));
  if (coded.outcome !== 'done') throw new Error(coded.outcome);
  return { db, scene, who: who as Record<Post, MadeActor> };
}

/** Somebody's act, which is to be done and not refused. */
export async function acts<A extends { readonly outcome: string }>({ scene }: World, who: MadeActor, work: (tx: Transaction) => Promise<A>): Promise<Extract<A, { readonly outcome: 'done' }>> {
  const answer = await (await scene.of(who)).write(async (tx) => {
    const came = await work(tx);
    if (came.outcome !== 'done') tx.discard();
    return came;
  });
  if (answer.outcome !== 'done') throw new Error(`${who.role}: ${JSON.stringify(answer).slice(0, 600)}`);
  return answer as Extract<A, { readonly outcome: 'done' }>;
}
