import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../../store/database.ts';
import { idOfOpened, wordOf, type MadeActor } from '../../store/matters/made-matters.ts';
import { enterInstitutionCode } from '../../store/diplomas/institution-codes.ts';
import { graduationListOf } from '../../store/graduation/graduation-list.ts';
import { madeTests, type MadeTests } from '../../store/step-up/made-season.ts';
import { readCustody } from '../../store/students/custody.ts';
import { madeRolls, secondaryRow, type MadeRolls } from '../../store/students/made-students.ts';
import { advanceOf, leaveOf, stepUpOf, type RollList } from '../../store/students/roll-lists.ts';
import { cityJobs, drawnJob, type CityJobs, type FirstJob } from './city-jobs.ts';
import { randomFrom, type Random } from './random.ts';

/** What the model knows of a student: drawn when they enter, and what becomes of it by the rules, worked out without the store. */
interface Citizen {
  readonly student_id: string;
  readonly cohort: number;
  readonly filed: boolean;
  readonly score: number;
  readonly resit: number;
  readonly conduct: boolean;
  readonly certified: boolean;
  readonly credits: boolean;
  readonly job: FirstJob;
}

export type End = 'secondary' | 'higher' | 'left' | 'graduated' | 'completed' | 'incomplete';

export interface CityEnd {
  readonly students: number;
  readonly ends: Readonly<Partial<Record<End, number>>>;
  readonly faults: readonly string[];
}

interface Growing {
  readonly first_year: number;
  readonly years: number;
  /** New students of each autumn. */
  readonly intake: number;
  readonly seed: number;
}

const PASS = 60;
const FIVE = 5;

/**
 * A city of one school and its college through some years, by the acts of the product alone: lists that are looked at,
 * approved by another person and entered at once. What the registers say in the end is held against a model that knows the
 * rules in a few lines.
 */
export async function growCity(db: Database, { first_year, years, intake, seed }: Growing): Promise<CityEnd> {
  const random = randomFrom(seed);
  const rolls = await madeRolls(db);
  const tests = await madeTests(rolls);
  await tests.act(rolls.college, (tx) => enterInstitutionCode(tx, 'H', '13286'));
  const jobs = await cityJobs(db, rolls);
  const people: Citizen[] = [];
  const faults: string[] = [];
  const last = first_year + years;
  for (let year = first_year; year < last; year += 1) {
    const autumn = date(`${year}-09-01`);
    if (year > first_year) faults.push(...await turnOfYear(rolls, year, autumn));
    const newcomers = Array.from({ length: intake }, (_, at) => drawn(random, year, at));
    people.push(...newcomers);
    await enter(rolls, newcomers, year);
    faults.push(...await season(rolls, tests, people.filter(({ cohort }) => cohort === year - 2), year + 1));
    const finalists = people.filter((one) => one.cohort === year - 4 && isUp(one));
    if (finalists.length > 0) faults.push(...await wayOut(rolls, jobs, finalists, year + 1));
  }
  faults.push(...await turnOfYear(rolls, last, date(`${last}-09-01`)));
  return held(rolls, people, [first_year, last], faults);
}

function drawn(random: Random, cohort: number, at: number): Citizen {
  return {
    student_id: `${cohort}${String(at + 1).padStart(6, '0')}`, cohort, filed: !random.oneIn(25), score: random.whole(45, 100), resit: random.whole(45, 75), conduct: !random.oneIn(40),
    certified: !random.oneIn(15), credits: !random.oneIn(30), job: drawnJob(random),
  };
}

const isUp = ({ filed, score, resit, conduct }: Citizen): boolean => filed && conduct && Math.max(score, score < PASS ? resit : 0) >= PASS;

async function enter(rolls: MadeRolls, newcomers: readonly Citizen[], year: number): Promise<void> {
  await put(rolls, {
    students: newcomers.map(({ student_id }) => secondaryRow(student_id, { cohort: year, from: `${year}-09-01`, birth_date: `${year - 15}-03-04` })),
    filings: newcomers.filter(({ filed }) => filed).map(({ student_id }) => ({ student_id, list_no: `名册${year}`, filed_on: `${year}-12-05` })),
    credits: newcomers.map(({ student_id, conduct, credits }) => ({ student_id, required: 140, earned: credits ? 141.5 : 120, conduct_ok: conduct ? 'yes' : 'no', internship_ok: 'yes' })),
  });
}

async function put(rolls: MadeRolls, sheets: Parameters<MadeRolls['import']>[0]): Promise<void> {
  const reply = await rolls.import(sheets);
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1000));
}

/** Spring of the third year: the test, the resit of those below, the publication. */
async function season(rolls: MadeRolls, tests: MadeTests, cohort: readonly Citizen[], year: number): Promise<string[]> {
  if (cohort.length === 0) return [];
  await tests.arrange(year);
  await put(rolls, {
    results: cohort.flatMap(({ student_id, score, resit }) => [
      { student_id, kind: 'upgrade_test', on: `${year}-04-12`, score }, ...(score < PASS ? [{ student_id, kind: 'upgrade_resit', on: `${year}-04-26`, score: resit }] : []),
    ]),
  });
  const published = await tests.publish(year, `${year}-05-06`);
  return published === 'done' ? [] : [`the season of ${year}: ${published}`];
}

/** From the final grade to the first job: shown to firms, decided on, settled somewhere, asked again a year later. */
async function wayOut(rolls: MadeRolls, jobs: CityJobs, finalists: readonly Citizen[], year: number): Promise<string[]> {
  const graduates = finalists.filter(({ credits, certified }) => credits && certified);
  return [
    ...await jobs.shown(finalists, year), ...await finals(rolls, finalists, year), ...await jobs.settled(graduates, year), ...await jobs.askedAgain(graduates, year),
  ];
}

/** The fifth year: certificates come in, then the college decides on its final grade. */
async function finals(rolls: MadeRolls, cohort: readonly Citizen[], year: number): Promise<string[]> {
  const certified = cohort.filter((one) => one.certified);
  if (certified.length === 0) return [];
  const on = date(`${year}-06-20`);
  await put(rolls, {
    certificates: certified.map(({ student_id }, at) => ({
      student_id, kind: 'skill', name: '电工', level: 3, number: `S000033000012${String(year).slice(2)}3${String(at + 1).padStart(6, '0')}`, issued_on: `${year}-05-20`, verified: 'yes',
    })),
  });
  const list = await rolls.as.read((tx) => graduationListOf(tx, 'H', on, quzhou2024));
  const id = idOfOpened(await rolls.propose(rolls.college, 'graduation_list', 'H', { on, list: list?.digest ?? '' }, { today: on }));
  const word = wordOf(await rolls.step(rolls.leader, id, 'approve', { today: on }));
  return word === 'done' ? [] : [`the graduation list of ${year}: ${word}`];
}

/** 1 September: whoever passed steps up, whoever did not leaves, everybody else is a grade further; each as a list. */
async function turnOfYear(rolls: MadeRolls, year: number, on: PlainDate): Promise<string[]> {
  const faults: string[] = [];
  const list = async (kind: string, org: string, asks: readonly [registrar: MadeActor, approver: MadeActor], found: RollList | null, details: (digest: string) => object) => {
    if (found === null || !found.entries.some(({ outcome }) => outcome === 'goes')) return;
    const id = idOfOpened(await rolls.propose(asks[0], kind, org, details(found.digest), { today: on }));
    const word = wordOf(await rolls.step(asks[1], id, 'approve', { today: on }));
    if (word !== 'done') faults.push(`${kind} of ${org} in ${year}: ${word}`);
  };
  const [school, college] = [[rolls.registrar, rolls.head], [rolls.college, rolls.leader]] as const;
  await list('yearly_advance', 'H', college, await rolls.as.read((tx) => advanceOf(tx, { org_id: 'H', keeper: 'college' }, year, quzhou2024)), (digest) => ({ year, list: digest }));
  await list('step_up_list', 'H', college, await rolls.as.read((tx) => stepUpOf(tx, 'H', on, quzhou2024)), (digest) => ({ on, list: digest }));
  await list('leave_list', 'S', school, await rolls.as.read((tx) => leaveOf(tx, 'S', on, quzhou2024)), (digest) => ({ on, list: digest }));
  await list('yearly_advance', 'S', school, await rolls.as.read((tx) => advanceOf(tx, { org_id: 'S', keeper: 'school' }, year, quzhou2024)), (digest) => ({ year, list: digest }));
  return faults;
}

/** Everybody is where the model says, nobody is lost, and the register's rows agree with each other. */
async function held(rolls: MadeRolls, people: readonly Citizen[], [first, last]: readonly [first: number, last: number], faults: string[]): Promise<CityEnd> {
  const on = date(`${last}-09-02`);
  const rows = await rolls.as.read((tx) => tx.arrays(
    'select distinct on (student_id) student_id, stage, status from register_students where region_id = $1 and superseded_at is null and not withdrawn and cohort >= $2 order by student_id, valid_from desc', [rolls.region_id, first]));
  const found = new Map(rows.map(([id, stage, status]) => [String(id), endOf(String(stage), String(status))]));
  const ends: Partial<Record<End, number>> = {};
  for (const one of people) {
    const [is, should] = [found.get(one.student_id), expected(one, last)];
    ends[should] = (ends[should] ?? 0) + 1;
    if (is !== should) faults.push(`${one.student_id}: the register has ${is ?? 'nobody'}, the model ${should}`);
  }
  if (found.size !== people.length) faults.push(`${found.size} students on the roll, ${people.length} entered`);
  const custody = await rolls.as.read((tx) => readCustody(tx, on));
  if (custody.faulty > 0) faults.push(`custody: ${custody.faulty} with a gap or an overlap, of ${custody.students}`);
  return { students: people.length, ends, faults };
}

function endOf(stage: string, status: string): End {
  if (status === 'graduated' || status === 'completed' || status === 'incomplete') return status;
  return status === 'enrolled' || status === 'repeating' || status === 'internship' ? (stage as 'secondary' | 'higher') : 'left';
}

/** Where the rules of the step-up (M9-d) and of graduation (R3-d, M9-e) leave somebody in an autumn. */
function expected(one: Citizen, last: number): End {
  const years = last - one.cohort;
  if (years < 3) return 'secondary';
  if (!isUp(one)) return 'left';
  if (years < FIVE) return 'higher';
  // Too few credits: the study goes on, within its longest time.
  if (!one.credits) return 'higher';
  return one.certified ? 'graduated' : 'completed';
}
