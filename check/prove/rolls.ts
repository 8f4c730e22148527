import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { advanceGrades } from '../../core/students/advance.ts';
import { change } from '../../core/students/change.ts';
import type { Roll } from '../../core/students/roll.ts';
import { KEEPERS } from '../../core/students/roll.ts';
import { ROLL_CHANGES, type ChangeName, type Evidence } from '../../core/students/roll-changes.ts';
import { rollRules, type RollRules } from '../../core/students/rules.ts';
import { addDays, date, yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { attachFile } from '../../store/attachments.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import { idOfOpened, wordOf, type MadeActor } from '../../store/matters/made-matters.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { readCustody } from '../../store/students/custody.ts';
import { madeTests, type MadeTests } from '../../store/step-up/made-season.ts';
import { lastPublished } from '../../store/step-up/published.ts';
import { madeRolls, secondaryRow, type MadeRolls } from '../../store/students/made-students.ts';
import { advanceOf } from '../../store/students/roll-lists.ts';
import { studentObject } from '../../store/students/papers.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';

const ENTERED = date('2024-09-01');
const END = date('2029-08-31');
const RULES: RollRules = rollRules(parametersOn(quzhou2024.parameters, ENTERED)) ?? (() => { throw new Error('no rules of the roll'); })();
const NAMES = ['begin_internship', 'end_internship', 'repeat', 'suspend', 'resume', 'keep_place', 'restore_place', 'change_class', 'transfer_out', 'withdraw', 'expel', 'death', 'step_up', 'leave_after_secondary', 'cancel_roll'] as const satisfies readonly ChangeName[];
const USUAL = ['begin_internship', 'end_internship', 'resume', 'change_class', 'step_up', 'restore_place'] as const satisfies readonly ChangeName[];

/** A student as the model has them, and what of the step-up is on record. */
interface Life {
  readonly student_id: string;
  readonly filed: boolean;
  readonly passed: boolean;
  readonly conduct: boolean;
  roll: Roll;
  readonly papers: Map<Evidence, string>;
}

export interface StoreLives {
  readonly moves: number;
  readonly refusals: number;
  readonly stepped_up: number;
  readonly faults: readonly string[];
}

/** Five years of many students through the acts of the store, with a clock of their own, each answer held against the table of core. */
export async function storeLives(db: Database, { seed, students, steps }: { readonly seed: number; readonly students: number; readonly steps: number }): Promise<StoreLives> {
  const random = randomFrom(seed);
  const rolls = await madeRolls(db);
  const lives = await enter(rolls, random, students);
  const season = await madeTests(rolls);
  const published: Published = new Map();
  const [faults, count] = [[] as string[], { moves: 0, refusals: 0 }];
  for (let year = yearOf(ENTERED); year < yearOf(END); year += 1) {
    if (year > yearOf(ENTERED)) {
      published.set(year, await publishSpring(season, rolls, year));
      faults.push(...await autumn(rolls, lives, year));
    }
    for (const life of lives) {
      const days = Array.from({ length: steps }, () => addDays(date(`${year}-09-01`), random.whole(0, 364))).sort();
      for (const day of days) {
        const fault = await tried(rolls, random, life, day, { count, published });
        if (fault !== null) faults.push(fault);
      }
    }
  }
  faults.push(...await held(rolls, lives));
  return { ...count, stepped_up: lives.filter(({ roll }) => roll.stage === 'higher').length, faults };
}

async function enter(rolls: MadeRolls, random: Random, many: number): Promise<Life[]> {
  const lives = Array.from({ length: many }, (_, at): Life => ({
    student_id: `L${String(at).padStart(5, '0')}`, filed: !random.oneIn(4), passed: !random.oneIn(5), conduct: !random.oneIn(8), papers: new Map(),
    roll: { stage: 'secondary', status: 'enrolled', grade: 1, since: ENTERED, entered_on: ENTERED, higher_since: null },
  }));
  await rolls.add(...lives.map(({ student_id }) => secondaryRow(student_id, { cohort: 2024, from: ENTERED })));
  const reply = await rolls.import({
    filings: lives.filter(({ filed }) => filed).map(({ student_id }) => ({ student_id, list_no: '名册', filed_on: '2024-12-05' })),
    results: lives.flatMap(({ student_id, passed }) => ['2027', '2028'].flatMap((year) => [
      { student_id, kind: 'upgrade_test', on: `${year}-04-12`, score: passed ? 60 : 59 }, ...(passed ? [] : [{ student_id, kind: 'upgrade_resit', on: `${year}-04-26`, score: 59 }]),
    ])),
    credits: lives.map(({ student_id, conduct }) => ({ student_id, required: 140, earned: 90, conduct_ok: conduct ? 'yes' : 'no' })),
  });
  if (reply.outcome !== 'done') throw new Error(`the lives cannot begin: ${JSON.stringify(reply).slice(0, 500)}`);
  return lives;
}

/** Who was published as passed, by year. */
type Published = Map<number, ReadonlySet<string>>;

/** The step-up test of a year is held and published in spring; from autumn on its list binds whoever steps up. Nobody of a year without one does. */
async function publishSpring(season: MadeTests, rolls: MadeRolls, year: number): Promise<ReadonlySet<string>> {
  await season.arrange(year);
  const answer = await season.publish(year, `${year}-05-20`);
  if (answer !== 'done') return new Set();
  const last = await rolls.as.read((tx) => tx.whole((whole) => lastPublished(whole, 'H', year)));
  return new Set([...last?.decisions ?? []].filter(([, decision]) => decision === 'passed').map(([id]) => id));
}

/** Both keepers advance their grades by list; everybody who goes on and nobody else is a grade further. */
async function autumn(rolls: MadeRolls, lives: readonly Life[], year: number): Promise<string[]> {
  const today = date(`${year}-09-01`);
  for (const [keeper, org, registrar, leader] of [['school', 'S', rolls.registrar, rolls.head], ['college', 'H', rolls.college, rolls.leader]] as const) {
    const list = await rolls.as.read((tx) => advanceOf(tx, { org_id: org, keeper }, year, quzhou2024));
    if (list === null || !list.entries.some(({ outcome }) => outcome === 'goes')) continue;
    const id = idOfOpened(await rolls.propose(registrar, 'yearly_advance', org, { year, list: list.digest }, { today }));
    const word = wordOf(await rolls.step(leader, id, 'approve', { today }));
    if (word !== 'done') return [`the advance of ${org} in ${year}: ${word}`];
  }
  const answers = advanceGrades(new Map(lives.map(({ student_id, roll }) => [student_id, roll])), year, RULES);
  for (const [at, answer] of answers.entries()) if (answer.outcome === 'advanced') (lives[at] as Life).roll = answer.roll;
  return [];
}

/** One change asked for at random, through the act that it takes. What is wrong with the answer; null when nothing is. */
async function tried(rolls: MadeRolls, random: Random, life: Life, on: PlainDate, { count, published }: { readonly count: { moves: number; refusals: number }; readonly published: Published }): Promise<string | null> {
  const name = random.oneIn(6) ? random.pick(NAMES) : random.pick(USUAL);
  const by = random.oneIn(8) ? random.pick(['school', 'college'] as const) : name === 'step_up' ? 'college' : KEEPERS[life.roll.stage];
  const who = by === 'school' ? rolls.registrar : rolls.college;
  const wanted: readonly Evidence[] = ROLL_CHANGES[name].evidence;
  const shown = random.oneIn(8) ? wanted.slice(1) : wanted;
  const papers = await Promise.all(shown.map(async (paper) => ({ paper, attachment_id: await hung(rolls, who, life, paper) })));
  const approval = ROLL_CHANGES[name].approval;
  const eligible = life.filed && life.passed && life.conduct && on >= date(`${yearOf(on)}-04-12`) && ['2027', '2028'].includes(on.slice(0, 4));
  const answer = change(life.roll, { change: name, by, on, evidence: new Set(shown), approved: approval, ground: 'other', eligible }, RULES);
  const unpublished = answer.outcome === 'moved' && name === 'step_up' && !(published.get(yearOf(on))?.has(life.student_id) ?? false);
  const expected = unpublished ? 'guard' : answer.outcome === 'moved' ? 'moved' : answer.why;
  const draft = { name, on, reason: '申请', ground: 'other' as const, papers, row: String((await rolls.known(life.student_id)).last.row), ...(name === 'change_class' && { class_id: `K${random.whole(1, 9)}` }) };
  const found = await (approval ? approved(rolls, by, life.student_id, draft, on) : rolls.enter(who, life.student_id, draft, on).then((one) => (one.outcome === 'done' ? 'moved' : one.outcome === 'roll_refused' ? one.refusal.why : one.outcome)));
  if (answer.outcome === 'moved' && !unpublished) life.roll = answer.roll;
  count[expected === 'moved' ? 'moves' : 'refusals'] += 1;
  return found === expected ? null : `${life.student_id} ${on} ${name} by the ${by}: the store says ${found}, core ${expected}`;
}

async function approved(rolls: MadeRolls, by: 'school' | 'college', student_id: string, draft: Parameters<MadeRolls['enter']>[2], today: PlainDate): Promise<string> {
  const [registrar, leader] = by === 'school' ? [rolls.registrar, rolls.head] : [rolls.college, rolls.leader];
  const opened = await rolls.propose(registrar, 'roll_change', student_id, { change: draft }, { today });
  if (opened.outcome !== 'done') return opened.outcome === 'roll_refused' ? opened.refusal.why : opened.outcome;
  const word = wordOf(await rolls.step(leader, opened.matter_id, 'approve', { today }));
  if (word !== 'done') await rolls.step(registrar, opened.matter_id, 'drop', { today });
  return word === 'done' ? 'moved' : word;
}

async function hung(rolls: MadeRolls, who: MadeActor, { student_id, papers }: Life, paper: Evidence): Promise<string> {
  const before = papers.get(paper);
  if (before !== undefined) return before;
  const answer = await (await rolls.of(who)).write((tx) => attachFile(tx, { name: `${paper}.pdf`, media_type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7'), about: studentObject(student_id), purpose: paper }));
  if (answer.outcome !== 'done') throw new Error(`a paper: ${answer.outcome}`);
  papers.set(paper, String(answer.attachment.attachment_id));
  return String(answer.attachment.attachment_id);
}

/** What must hold of everybody at the end: as the model says, no gap and no overlap, nobody unlisted in the higher stage, the owner of the stage acted. */
async function held(rolls: MadeRolls, lives: readonly Life[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { student_id, roll, filed } of lives) {
    const known = await rolls.known(student_id);
    if (JSON.stringify(known.roll) !== JSON.stringify(roll)) faults.push(`${student_id}: the store has ${JSON.stringify(known.roll)}, core ${JSON.stringify(roll)}`);
    if (known.rows.some(({ stage }) => stage === 'higher') && !filed) faults.push(`${student_id}: outside the filed list and yet in the higher stage`);
    for (const { change: name, keeper, to_place } of await rolls.changes(student_id)) if (keeper !== KEEPERS[to_place.stage]) faults.push(`${student_id}: ${name} into ${to_place.stage} by the ${keeper}`);
  }
  const custody = await rolls.as.read((tx) => readCustody(tx, END));
  return [...faults, ...custody.faults.map((fault) => JSON.stringify(fault))];
}

const STUDENTS = 2_000;
const STEPS = 2;

/** At least 2 000 lives through the store. `count` is how many. */
export const rolls: Proof = {
  name: 'rolls',
  run: async ({ seed, count, say }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-rolls-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    const db = await openDatabase(postgres.connection, memorySource());
    try {
      const { moves, refusals, stepped_up, faults } = await storeLives(db, { seed, students: count ?? STUDENTS, steps: STEPS });
      for (const fault of faults.slice(0, 20)) say(fault);
      return { holds: faults.length === 0, figures: `${count ?? STUDENTS} lives from seed ${seed} through the store: ${moves} changes entered, ${refusals} refused, ${stepped_up} in the higher stage; ${faults.length} faults` };
    } finally {
      await db.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
