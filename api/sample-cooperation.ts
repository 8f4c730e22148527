import type { Role } from '../core/access/roles.ts';
import type { TeamFunction } from '../core/teams/team.ts';
import { date } from '../core/values/plain-date.ts';
import type { ActingPerson } from '../store/acting-person.ts';
import type { Database } from '../store/database.ts';
import { correctAgreement, recordAgreement, type DraftedAgreement } from '../store/partners.ts';
import { programActor } from '../store/program-actor.ts';
import { nameMember, stepMember } from '../store/team-steps.ts';
import { setUpTeam } from '../store/teams.ts';
import type { Transaction } from '../store/transaction.ts';
import { sampleAccountName } from './sample-accounts.ts';

/** Agreements of the sample: S1's programmes are carried by all three, P21 has lost its firm, one is about to end. */
const AGREEMENTS: readonly Agreed[] = [
  agreed('示例〔2022〕合作1号', ['H1', 'S1', 'F1', 'F5'], ['P11', 'P12'], '2022-09-01', '2027-08-31', '共建数控实训基地，企业每学期派2名技师授课。'),
  agreed('示例〔2022〕合作2号', ['H1', 'S1', 'F7'], ['P13'], '2022-09-01', '2025-12-31', '共建云仓运营课程，接收学生实习。'),
  agreed('示例〔2023〕合作3号', ['H1', 'S1', 'F6'], ['P14'], '2023-09-01', '2027-08-31', '共同制订财税服务课程标准。'),
  agreed('示例〔2023〕合作4号', ['H1', 'S2'], ['P21', 'P22'], '2023-09-01', '2028-08-31', '合作举办高职校区，明确双方职责。'),
  agreed('示例〔2023〕合作5号', ['S2', 'F4'], ['P21'], '2023-09-01', '2026-08-31', '提供汽修实训岗位20个。'),
  agreed('示例〔2023〕合作6号', ['H1', 'S2', 'F7'], ['P22'], '2023-09-01', '2028-08-31', '共建电商直播实训室。'),
  agreed('示例〔2023〕合作7号', ['H1', 'S3', 'F2', 'F5'], ['P31'], '2023-09-01', '2028-08-31', '共建工业机器人工作站。'),
];
/** The firm of P21 left early: a later record answers the earlier. */
const ENDED = { number: '示例〔2023〕合作5号', to: date('2025-08-31'), reason: '企业调整业务，双方书面约定提前终止。' };

type Agreed = DraftedAgreement;
function agreed(number: string, parties: readonly string[], programmes: readonly string[], from: string, to: string, terms: string): Agreed {
  return { number, parties, programmes, from: date(from), to: date(to), terms, signed_on: date(from), document_sha256: null };
}

interface Someone {
  readonly function: TeamFunction;
  readonly name: string;
  readonly employer_id: string;
  readonly main_post: string;
  readonly named: By;
  readonly steps: readonly (By & { readonly act: string })[];
}
interface By {
  readonly by: Role;
  readonly on: string;
  readonly document: string;
}

const by = (role: Role, on: string, document: string): By => ({ by: role, on, document });
const seat = (fn: 'head' | 'member', name: string, employer_id: string, main_post: string, role: Role): Someone =>
  ({ function: fn, name, employer_id, main_post, named: by(role, '2022-06-10', '示例〔2022〕团队1号'), steps: [] });

/** S1 has both teams in order; S2's lack the college's head, the leader's appointment and the school's approval. */
const TEAMS: readonly { readonly school_id: string; readonly campus_id: string | null; readonly on: string; readonly document: string; readonly members: readonly Someone[] }[] = [
  {
    school_id: 'S1', campus_id: null, on: '2022-06-10', document: '示例〔2022〕团队1号',
    members: [seat('head', '郑学文', 'H1', '院长', 'college_programme'), seat('head', '徐立群', 'S1', '校长', 'school_head'), seat('member', '毛志远', 'H1', '教务处处长', 'college_programme')],
  },
  { school_id: 'S2', campus_id: null, on: '2022-06-10', document: '示例〔2022〕团队2号', members: [seat('head', '周明达', 'S2', '校长', 'office')] },
  {
    school_id: 'S1', campus_id: 'C1', on: '2023-06-01', document: '示例〔2023〕团队3号',
    members: [
      {
        function: 'leader', name: '方建国', employer_id: 'S1', main_post: '副校长', named: by('school_head', '2023-06-05', '示例〔2023〕提名1号'),
        steps: [{ act: 'recommend', ...by('city_bureau', '2023-06-20', '示例〔2023〕推荐1号') }, { act: 'appoint', ...by('college_leadership', '2023-07-01', '示例〔2023〕任命1号') }],
      },
      {
        function: 'staff', name: '吴晓萍', employer_id: 'H1', main_post: '教务处科员', named: by('campus_manager', '2023-07-10', '示例〔2023〕选聘1号'),
        steps: [{ act: 'approve_school', ...by('school_head', '2023-07-12', '示例〔2023〕选聘1号') }, { act: 'approve_college', ...by('college_programme', '2023-07-15', '示例〔2023〕选聘1号') }],
      },
    ],
  },
  {
    school_id: 'S2', campus_id: 'C2', on: '2023-06-01', document: '示例〔2023〕团队4号',
    members: [
      {
        function: 'leader', name: '姜海涛', employer_id: 'S2', main_post: '副校长', named: by('college_programme', '2025-09-02', '示例〔2025〕提名2号'),
        steps: [{ act: 'recommend', ...by('city_bureau', '2025-09-15', '示例〔2025〕推荐2号') }],
      },
      {
        function: 'staff', name: '叶雨晴', employer_id: 'H1', main_post: '学生处科员', named: by('college_programme', '2025-09-02', '示例〔2025〕选聘2号'),
        steps: [{ act: 'approve_college', ...by('college_leadership', '2025-09-10', '示例〔2025〕选聘2号') }],
      },
    ],
  },
];

/** Who works together in the sample: each act by the sample's account whose it is. @throws Error where the records do not fit. */
export async function addSampleCooperation(database: Database, region_id: number, places: Partial<Readonly<Record<Role, string>>>): Promise<void> {
  const as = <T>(role: Role, work: (tx: Transaction, acting: ActingPerson) => Promise<T>): Promise<T> =>
    database.as({ ...programActor(region_id), account: sampleAccountName(role) }).write(async (tx) => work(tx, await actingAs(tx, role, places[role] ?? null)));
  for (const agreement of AGREEMENTS) {
    const { agreement_id } = await as('college_programme', async (tx) => done(await recordAgreement(tx, agreement)));
    if (agreement.number === ENDED.number) await as('college_programme', async (tx) => done(await correctAgreement(tx, agreement_id, { ...agreement, to: ENDED.to }, ENDED.reason)));
  }
  for (const { school_id, campus_id, on, document, members } of TEAMS) {
    const kind = campus_id === null ? 'promotion' as const : 'management' as const;
    const { team_id } = await as('college_programme', async (tx) => done(await setUpTeam(tx, { kind, college_id: 'H1', school_id, campus_id, on: date(on), document, document_sha256: null })));
    for (const { named, steps, ...person } of members) {
      const { member_id } = await as(named.by, async (tx, acting) =>
        done(await nameMember(tx, team_id, { ...person, staff_no: null, on: date(named.on), document: named.document, term_to: null }, acting)));
      for (const [at, step] of steps.entries()) {
        await as(step.by, async (tx, acting) =>
          done(await stepMember(tx, team_id, member_id, { act: step.act, on: date(step.on), document: step.document, term_to: null, reason: null, version: at + 1 }, acting)));
      }
    }
  }
}

async function actingAs(tx: Transaction, role: Role, org_id: string | null): Promise<ActingPerson> {
  const [row] = await tx.query<{ person_id: bigint }>('select person_id from accounts where region_id = $1 and account = $2', [tx.actor.region_id, sampleAccountName(role)]);
  return { person_id: Number(row?.person_id), roles: [{ role, org_id, division_code: null, campuses: role === 'campus_manager' ? ['C1'] : [], classes: [] }] };
}

function done<T extends { readonly outcome: string }>(answer: T): Extract<T, { readonly outcome: 'done' }> {
  if (answer.outcome !== 'done') throw new Error(`the sample's cooperation: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { readonly outcome: 'done' }>;
}
