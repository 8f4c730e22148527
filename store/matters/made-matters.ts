import { campusOnTheLine } from '../../core/check/made-dataset.ts';
import type { Details } from '../../core/approvals/details.ts';
import { changedPack } from '../../core/policy/changed-pack.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import type { Role } from '../../core/access/roles.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadParameterChanges } from '../changed-parameters.ts';
import type { Context, Database } from '../database.ts';
import { contextOf, madeAccount, type MadeAccount } from '../made-people.ts';
import { AS_OF, madeRegion, type MadeRegion } from '../made-store.ts';
import { loadMatter, type StoredMatter } from './matter.ts';
import { openMatter, type Opened } from './open-matter.ts';
import { stepMatter, type Stepped, type Stepping } from './step-matter.ts';

/** Somebody of a made region who acts in matters. */
export interface MadeActor extends MadeAccount {
  readonly role: Role;
}

export interface MadeScene extends MadeRegion {
  readonly region_id: number;
  /** Somebody new with this role. */
  readonly somebody: (role: Role, org_id?: string) => Promise<MadeActor>;
  /** What somebody may do now, asked anew as with every request. */
  readonly of: (who: Pick<MadeAccount, 'account'>) => Promise<Context>;
  readonly open: (who: Pick<MadeAccount, 'account'>, kind: string, subject: string, details?: Details, today?: PlainDate) => Promise<Opened>;
  /** Takes a step of a matter as it stands now, unless another version is given; on the day of the figures, unless another is. */
  readonly step: (who: Pick<MadeAccount, 'account'>, matter_id: number, act: string, more?: Partial<Stepping> & { readonly today?: PlainDate }) => Promise<Stepped>;
  readonly see: (matter_id: number) => Promise<StoredMatter>;
}

const AT: Partial<Readonly<Record<Role, string>>> = { office: 'O1', city_bureau: 'B1', county_bureau: 'B2', college_programme: 'H', college_roll: 'H', college_academic: 'H', college_leadership: 'H' };

/** One campus on the line of every standard, being prepared; its school has told what it uses, and is not in the pilot yet. */
function sheetsOfScene() {
  const { region, organisations, campuses, programmes, ...rest } = campusOnTheLine();
  return {
    region, ...rest,
    campuses: campuses.map((one) => ({ ...one, status: 'preparing' })),
    programmes: programmes.map((one) => ({ ...one, enterprises: 'F' })),
    organisations: [...organisations,
      { org_id: 'F', name: '企业', kind: 'enterprise', division_code: '330803' }, { org_id: 'O1', name: '职改办', kind: 'office', division_code: '330800' },
      { org_id: 'B1', name: '市教育局', kind: 'education_bureau', division_code: '330800' }, { org_id: 'B2', name: '县教育局', kind: 'education_bureau', division_code: '330803' },
      { org_id: 'B3', name: '邻县教育局', kind: 'education_bureau', division_code: '330881' }, { org_id: 'S2', name: '二校', kind: 'school', division_code: '330881' }],
    schools: [{
      school_id: 'S', on: '2025-09-01', total_land_m2: '200000', total_building_m2: '90000', total_equipment_yuan: '20000000', secondary_students: 1000, secondary_teachers: 80,
    }],
  };
}

export async function madeScene(db: Database, given: { readonly sample?: boolean } = {}): Promise<MadeScene> {
  const region = await madeRegion(db, given);
  const imported = await region.import(sheetsOfScene());
  if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported).slice(0, 2000));
  return sceneOf(db, region);
}

/** Matters in a region that was made otherwise. */
export function sceneOf(db: Database, region: MadeRegion): MadeScene {
  const { region_id } = region.actor;
  const of = ({ account }: Pick<MadeAccount, 'account'>): Promise<Context> => contextOf(db, region_id, account);
  const see = (matter_id: number): Promise<StoredMatter> => region.as.read(async (tx) => await loadMatter(tx, matter_id) as StoredMatter);
  const settled = async <A extends Opened | Stepped>(
    who: Pick<MadeAccount, 'account'>, today: PlainDate, work: (tx: Parameters<Parameters<Context['write']>[0]>[0], given: { pack: typeof quzhou2024; today: PlainDate }) => Promise<A>,
  ): Promise<A> =>
    (await of(who)).write(async (tx) => {
      const answer = await work(tx, { pack: changedPack(quzhou2024, await loadParameterChanges(tx)), today });
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
  return {
    ...region, region_id, of, see,
    somebody: async (role, org_id = AT[role] ?? (role.startsWith('school') || role === 'campus_manager' ? 'S' : undefined)) => (
      { ...await madeAccount(region.as, role, org_id === undefined ? {} : { org_id }), role }),
    open: (who, kind, subject, details, today = AS_OF) => settled(who, today, (tx, given) => openMatter(tx, { kind, subject, details }, given)),
    step: async (who, matter_id, act, { today = AS_OF, ...more } = {}) => {
      const version = more.version ?? (await see(matter_id)).version;
      return settled(who, today, (tx, given) => stepMatter(tx, { matter_id, act, version, ...more }, given));
    },
  };
}

/** The number of a matter that is to have been opened. */
export function idOfOpened(opened: Opened): number {
  if (opened.outcome !== 'done') throw new Error(opened.outcome);
  return opened.matter_id;
}

/** An outcome in one word: that of the step, or why it was refused. */
export function wordOf(stepped: Stepped): string {
  return stepped.outcome === 'refused' ? stepped.refusal.why : stepped.outcome;
}
