import type { Role } from '../core/access/roles.ts';
import type { GuardAnswer } from '../core/approvals/decide.ts';
import { inOrder, recommenderOf, registeredAt } from '../core/teams/recommender.ts';
import { holdsPost } from '../core/teams/team.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { ActingPerson } from './acting-person.ts';
import { loadRows } from './campus-rows.ts';
import { parametersOfRegion } from './changed-parameters.ts';
import { readRegion } from './regions.ts';
import type { RecordedMember } from './team-members.ts';
import type { RecordedTeam } from './teams.ts';
import type { Transaction } from './transaction.ts';

interface Asked {
  readonly team: RecordedTeam;
  readonly member: RecordedMember;
  readonly act: string;
  /** The day that the document bears. */
  readonly on: PlainDate;
  readonly acting: ActingPerson;
}

/** What holds before a leader is recommended or appointed: R6-b the post, R6-c who recommends and the order of days. */
export async function guardsOf(tx: Transaction, asked: Asked): Promise<ReadonlyMap<string, GuardAnswer>> {
  const { team, member, act, on } = asked;
  if (member.function !== 'leader') return new Map();
  const answers: [string, GuardAnswer][] = [['post', answer(holdsPost(team, member, on), NO_POST)]];
  if (act === 'recommend') answers.push(['recommender', await recommender(tx, asked)]);
  const recommended = member.entries.find((entry) => entry.act === 'recommend');
  if (recommended !== undefined) {
    answers.push(['order', answer(inOrder(recommended.on, on), { zh: `推荐日期为 ${recommended.on}，任命日期为 ${on}。`, en: `Recommended on ${recommended.on}, appointed on ${on}.` })]);
  }
  return new Map(answers);
}

const answer = (met: boolean, detail: Bilingual): GuardAnswer => ({ met, detail: met ? null : detail });

const BUREAUS: readonly Role[] = ['county_bureau', 'city_bureau'];
const NO_POST: Bilingual = { zh: '该人员当日在两校均无在任职务，请先登记其职务。', en: 'On that day the person holds no post in either school. Record the post first.' };
const MISSING: Readonly<Record<'credit_code' | 'education_bureau', Bilingual>> = {
  credit_code: { zh: '单位名录中没有该校的统一社会信用代码，无法确定属地教育部门。', en: 'The directory has no credit code of the school, so its bureau is not known.' },
  education_bureau: { zh: '单位名录中没有该校属地的教育部门。', en: 'The directory has no education bureau for the school.' },
};

async function recommender(tx: Transaction, { team, on, acting }: Asked): Promise<GuardAnswer> {
  const region = await readRegion(tx);
  const reading = (await parametersOfRegion(tx, on)).get('recommender')?.value;
  const organisations = await loadRows(tx, 'organisations', {});
  const [campus] = await tx.whole((whole) => loadRows(whole, 'campuses', {}, 'r.key = $2', team.campus_id));
  const found = recommenderOf(String(reading), {
    school_level: registeredAt(organisations.find(({ org_id }) => org_id === team.school_id)?.credit_code ?? null),
    campus_division: campus?.division_code ?? '', region_code: region?.code ?? '',
    bureaus: new Map(organisations.filter(({ kind }) => kind === 'education_bureau').map(({ org_id, division_code }) => [division_code, org_id])),
  });
  if (found.outcome === 'unknown') return answer(false, MISSING[found.missing]);
  const name = organisations.find(({ org_id }) => org_id === found.org_id)?.name ?? found.org_id;
  return answer(acting.roles.some(({ role, org_id }) => BUREAUS.includes(role) && org_id === found.org_id), { zh: `应由${name}推荐。`, en: `${name} is to recommend.` });
}
