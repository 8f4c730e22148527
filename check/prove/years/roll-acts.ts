import { quzhou2024 } from '../../../core/policy/quzhou-2024/pack.ts';
import { ROLL_CHANGES } from '../../../core/students/roll-changes.ts';
import { date } from '../../../core/values/plain-date.ts';
import { attachFile } from '../../../store/attachments.ts';
import { actingPerson } from '../../../store/matters/acting.ts';
import { idOfOpened, wordOf, type MadeActor } from '../../../store/matters/made-matters.ts';
import { addBenefit, stepClaim } from '../../../store/benefits/benefits.ts';
import { addPerson } from '../../../store/people.ts';
import { graduationListOf } from '../../../store/graduation/graduation-list.ts';
import { answerAppeal, makeAppeal } from '../../../store/step-up/appeals.ts';
import { publishSeason } from '../../../store/step-up/publishing.ts';
import { arrangeSeason } from '../../../store/step-up/season.ts';
import { knownRoll } from '../../../store/students/known-roll.ts';
import { studentObject } from '../../../store/students/papers.ts';
import { advanceOf, leaveOf, stepUpOf, type RollList } from '../../../store/students/roll-lists.ts';
import type { Random } from '../random.ts';
import type { Deeds } from './register-spells.ts';
import { graduation, SCHOOL_IDS, stateOn, type Student } from './student.ts';
import { acts, type World } from './world.ts';
import { stepped, type Act } from './yearly-acts.ts';

interface Given {
  readonly students: readonly Student[];
  readonly deeds: Deeds;
  readonly lastDay: string;
}

/** What moves students: seasons of the step-up with appeals, lists at the turn of each year, graduation, leaving, and a benefit that is refused. */
export function rollActs(world: World, random: Random, given: Given): Act[] {
  const years = Array.from({ length: 6 }, (_, at) => 2025 + at);
  return [
    ...years.flatMap((year) => [...season(world, random, year, given), graduationDay(world, year), ...turnOfYear(world, year)]),
    ...given.students.flatMap((one) => leaving(world, one)), ...refusedBenefits(world, random, given),
  ].filter(({ on }) => on <= given.lastDay);
}

function season(world: World, random: Random, year: number, { students, deeds }: Given): Act[] {
  const { academic, second_academic } = world.who;
  const failed = students.find(({ cohort, score }) => cohort === year - 3 && score < 60);
  const [on, answered] = [`${year}-05-07`, random.pick([`${year}-05-14`, `${year}-05-15`, `${year}-05-22`])];
  let appeal_id = 0;
  const appealing: Act[] = failed === undefined ? [] : [
    { on, run: async () => { appeal_id = (await acts(world, await accountOf(world, failed), (tx) => makeAppeal(tx, { college_id: 'H', year, student_id: failed.student_id, text: '请复核' }, date(on)))).appeal_id; } },
    { on: answered, run: () => acts(world, second_academic, (tx) => answerAppeal(tx, { appeal_id, verdict: 'rejected', reason: '复核无误' }, date(answered))) },
  ];
  if (failed !== undefined) deeds.appeals.push({ student: failed.student_id, on, answered });
  return [
    { on: `${year}-03-01`, run: () => acts(world, academic, (tx) => arrangeSeason(tx, { college_id: 'H', year, test_on: date(`${year}-04-12`), resit_on: date(`${year}-04-26`), place: '一号考场' })) },
    { on: `${year}-05-06`, run: () => acts(world, academic, (tx) => publishSeason(tx, { college_id: 'H', year }, { pack: quzhou2024, today: date(`${year}-05-06`) })) },
    ...appealing,
  ];
}

async function accountOf({ scene }: World, { student_id, school }: Student): Promise<MadeActor> {
  const account = `student-${student_id}-${scene.region_id}`;
  const added = await scene.as.write((tx) => addPerson(tx, { kind: 'student', name: account, account, student_id, org_id: school }));
  if (added.outcome !== 'done') throw new Error(added.outcome);
  return { account, password: '', person_id: added.person_id, appointment_id: 0, own: () => scene.as, role: 'student' };
}

type Asks = readonly [registrar: MadeActor, approver: MadeActor];

/** Each list is looked at, proposed as it is, and approved by another person. */
async function list({ scene }: World, kind: string, org: string, on: string, [registrar, approver]: Asks, found: RollList | null, details: object): Promise<void> {
  if (found === null || !found.entries.some(({ outcome }) => outcome === 'goes')) return;
  const id = idOfOpened(await scene.open(registrar, kind, org, { ...details, list: found.digest }, date(on)));
  const word = wordOf(await scene.step(approver, id, 'approve', { today: date(on) }));
  if (word !== 'done') throw new Error(`${kind} of ${org} on ${on}: ${word}`);
}

function turnOfYear(world: World, year: number): Act[] {
  const [on, { scene, who }] = [`${year}-09-01`, world];
  const college: Asks = [who.roll, who.leader];
  return [{ on, run: async () => {
    const today = date(on);
    await list(world, 'yearly_advance', 'H', on, college, await scene.as.read((tx) => advanceOf(tx, { org_id: 'H', keeper: 'college' }, year, quzhou2024)), { year });
    await list(world, 'step_up_list', 'H', on, college, await scene.as.read((tx) => stepUpOf(tx, 'H', today, quzhou2024)), { on: today });
    for (const school of SCHOOL_IDS) {
      const own: Asks = [who[`registrar_${school}`], who[`head_${school}`]];
      await list(world, 'leave_list', school, on, own, await scene.as.read((tx) => leaveOf(tx, school, today, quzhou2024)), { on: today });
      await list(world, 'yearly_advance', school, on, own, await scene.as.read((tx) => advanceOf(tx, { org_id: school, keeper: 'school' }, year, quzhou2024)), { year });
    }
  } }];
}

function graduationDay(world: World, year: number): Act {
  const on = `${year}-06-20`;
  return { on, run: async () => {
    const found = await world.scene.as.read((tx) => graduationListOf(tx, 'H', date(on), quzhou2024));
    const id = idOfOpened(await world.scene.open(world.who.roll, 'graduation_list', 'H', { on: date(on), list: found?.digest ?? '' }, date(on)));
    await stepped(world, id, [[world.who.leader, 'approve', on]]);
  } };
}

const PDF = new TextEncoder().encode('%PDF-1.7 made');

/** R3-a: whoever leaves is let go by the keeper of the stage, and another person. */
function leaving(world: World, { student_id, school, leaves, cohort }: Student): Act[] {
  if (leaves === null || leaves < '2024-09-02') return [];
  const up = leaves >= `${cohort + 3}-09-01`;
  const [asks, lets] = up ? [world.who.roll, world.who.leader] : [world.who[`registrar_${school}`], world.who[`head_${school}`]];
  return [{ on: leaves, run: async () => {
    const papers: { paper: (typeof ROLL_CHANGES)['withdraw']['evidence'][number]; attachment_id: string }[] = [];
    for (const paper of ROLL_CHANGES.withdraw.evidence) {
      const hung = await acts(world, asks, (tx) => attachFile(tx, { name: `${paper}.pdf`, media_type: 'application/pdf', bytes: PDF, about: studentObject(student_id), purpose: paper }));
      papers.push({ paper, attachment_id: String(hung.attachment.attachment_id) });
    }
    const known = await world.scene.as.read((tx) => knownRoll(tx, student_id));
    const change = { name: 'withdraw' as const, on: date(leaves), reason: up ? '高职阶段退学' : '退学', ground: 'other' as const, papers, row: String(known?.last.row ?? '') };
    const id = idOfOpened(await world.scene.open(asks, 'roll_change', student_id, { change }, date(leaves)));
    await stepped(world, id, [[lets, 'approve', leaves]]);
  } }];
}

/** S2-e: of each year's graduates two claim a benefit; it is refused, and claimed anew or not. */
function refusedBenefits(world: World, random: Random, { students, deeds }: Given): Act[] {
  const { department } = world.who;
  let benefit_id = 0;
  const claim = (who: MadeActor, student_id: string, to: 'claimed' | 'refused', on: string): Act => ({ on, run: () => acts(world, who, async (tx) => {
    const person = await actingPerson(tx);
    return stepClaim(tx, { benefit_id, student_id, to, on: date(on), reason: to === 'refused' ? '缺劳动合同' : '' }, { person_id: Number(person?.person), roles: person?.acting ?? [], student_id: null, wards: [] }, date(on));
  }) });
  const made: Act = { on: '2025-01-10', run: async () => { benefit_id = (await acts(world, department, (tx) => addBenefit(tx, { name: '购房补贴', basis: '示例〔2025〕1号', from: date('2025-01-01') }, 'D'))).benefit_id; } };
  const graduates = SCHOOL_IDS.flatMap((school) => [2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) =>
    students.find((one) => one.school === school && graduation(one).startsWith(`${year}`) && stateOn(one, `${year}-07-01`) === 'graduated') ?? []));
  return [made, ...graduates.flatMap((one): Act[] => {
    const year = one.cohort + 5;
    const again = random.pick([`${year}-10-12`, `${year}-10-20`, `${year}-11-05`, null]);
    const registrar = world.who[`registrar_${one.school}`];
    if (year === 2030) return [];
    deeds.refusals.push({ student: one.student_id, school: one.school, on: `${year}-09-20`, again });
    return [claim(registrar, one.student_id, 'claimed', `${year}-09-10`), claim(department, one.student_id, 'refused', `${year}-09-20`), ...(again === null ? [] : [claim(registrar, one.student_id, 'claimed', again)])];
  })];
}
