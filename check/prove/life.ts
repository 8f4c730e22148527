import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { advanceGrades } from '../../core/students/advance.ts';
import { change } from '../../core/students/change.ts';
import type { ChangeAsk } from '../../core/students/change-ask.ts';
import { custodyFaults } from '../../core/students/custody.ts';
import { KEEPERS } from '../../core/students/roll.ts';
import type { Roll } from '../../core/students/roll.ts';
import { CHANGE_NAMES, ROLL_CHANGES } from '../../core/students/roll-changes.ts';
import type { Evidence } from '../../core/students/roll-changes.ts';
import { rollRules } from '../../core/students/rules.ts';
import type { RollRules } from '../../core/students/rules.ts';
import { stepUpEligibility } from '../../core/students/step-up.ts';
import { exact } from '../../core/values/exact.ts';
import { addDays, date, yearOf } from '../../core/values/plain-date.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { naiveAdvance, naiveChange } from './naive-roll.ts';
import type { NaiveAsk, NaiveRoll } from './naive-roll.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

const PARAMETERS = parametersOn(DEFAULT_PACK.parameters, date('2024-09-01'));
const RULES: RollRules = rollRules(PARAMETERS) ?? (() => { throw new Error('no rules of the roll'); })();
const ADMITTED = date('2024-08-15');
const END = date('2029-08-31');
const USUAL = ['register', 'begin_internship', 'end_internship', 'step_up', 'graduate', 'complete', 'resume', 'change_class'] as const;

interface Kept { stage: Roll['stage']; status: Roll['status']; from: PlainDate; to: PlainDate | null }

/** What five years of one made student came to. */
export interface Life {
  readonly seed: number;
  readonly last: Roll;
  readonly moves: number;
  readonly refusals: number;
  readonly stepped_up: boolean;
  /** What the second reading, or a rule that must hold always, says otherwise. */
  readonly faults: readonly string[];
}

/** Five years of a student day by day, changes asked for at random by both institutions, each judged by the product and by the second reading. */
export function life(seed: number): Life {
  const random = randomFrom(seed);
  const filed = !random.oneIn(4);
  // Every other student leads a life in which little happens, so that many reach the higher stage.
  const eventful = random.pick([4, 80]);
  const faults: string[] = [];
  let roll: Roll = { stage: 'secondary', status: 'admitted', grade: 1, since: ADMITTED, entered_on: ADMITTED, higher_since: null };
  const rows: Kept[] = [];
  let [moves, refusals] = [0, 0];
  const enter = (next: Roll): void => {
    const open = rows.at(-1);
    if (open !== undefined) open.to = addDays(next.since, -1);
    rows.push({ stage: next.stage, status: next.status, from: next.since, to: null });
    roll = next;
  };
  for (let day = addDays(ADMITTED, random.whole(0, 30)); day <= END; day = nextDay(random, day)) {
    if (day.endsWith('-09-01')) {
      const [answer] = advanceGrades(new Map([['N', roll]]), yearOf(day), RULES);
      const expected = naiveAdvance(naiveOf(roll), yearOf(day));
      faults.push(...differs(`${day} advance`, answer?.outcome === 'advanced' ? naiveOf(answer.roll) : null, expected));
      if (answer?.outcome === 'advanced') enter(answer.roll);
    }
    const eligible = eligibility(random, roll, filed, day, faults);
    const ask = askOn(random, roll, day, eligible, eventful);
    const answer = change(roll, ask, RULES);
    faults.push(...differs(`${day} ${ask.change} by ${ask.by} from ${roll.stage} ${roll.status}`, answer.outcome === 'moved' ? naiveOf(answer.roll) : null, naiveChange(naiveOf(roll), naiveAsk(ask))));
    if (answer.outcome === 'refused') {
      refusals += 1;
      continue;
    }
    moves += 1;
    if (ask.by !== KEEPERS[answer.roll.stage]) faults.push(`${day} ${ask.change} was made by the ${ask.by}`);
    if (answer.roll.stage === 'higher' && !filed) faults.push(`${day} outside the filed list and yet in the higher stage`);
    enter(answer.roll);
  }
  // Custody begins with registration: a new student before it is on nobody's roll.
  const kept = rows.filter((row) => row.status !== 'admission_kept' && row.status !== 'place_lost');
  const [first] = kept;
  if (first !== undefined) faults.push(...custodyFaults(kept, first.from, END).map((fault) => JSON.stringify(fault)));
  return { seed, last: roll, moves, refusals, stepped_up: roll.higher_since !== null, faults };
}

/** The next day on which something happens: every first of September, and often around it. */
function nextDay(random: Random, day: PlainDate): PlainDate {
  const next = addDays(day, random.pick([1, 1, 7, 30, 60]));
  const september = date(`${yearOf(day)}-09-01`);
  return day < september && september < next ? september : next;
}

function eligibility(random: Random, roll: Roll, filed: boolean, day: PlainDate, faults: string[]): boolean {
  const scores = [random.whole(55, 65), random.whole(55, 65)] as const;
  const resit = random.oneIn(2);
  const conduct_ok = !random.oneIn(8);
  const test = (kind: 'upgrade_test' | 'upgrade_resit', on: string, score: number) => ({ student_id: 'N', kind, on: date(on), score: exact(score), row: 2 });
  const season = day.slice(0, 4);
  const results = [test('upgrade_test', `${season}-04-12`, scores[0]), ...(resit ? [test('upgrade_resit', `${season}-04-26`, scores[1])] : [])];
  const answer = stepUpEligibility({
    roll: { ...roll, row: 2 }, filings: filed ? [{ student_id: 'N', list_no: '名册', filed_on: date('2024-12-05'), row: 2 }] : [],
    results, conduct_ok, prize: false,
  }, day, PARAMETERS);
  const taken = day >= `${season}-04-26` ? results : results.filter((one) => one.on <= day);
  const studies = roll.stage === 'secondary' && roll.grade === 3 && ['enrolled', 'repeating', 'internship'].includes(roll.status);
  const expected = filed && studies && conduct_ok && taken.some((one) => Number(one.score.n) >= 60);
  faults.push(...differs(`${day} eligible`, answer?.outcome === 'met', expected));
  return expected;
}

function askOn(random: Random, roll: Roll, on: PlainDate, eligible: boolean, eventful: number): ChangeAsk {
  const name = random.oneIn(eventful) ? random.pick(CHANGE_NAMES) : random.pick(USUAL);
  const papers: readonly Evidence[] = ROLL_CHANGES[name].evidence;
  const keeper = name === 'step_up' ? 'college' : KEEPERS[roll.stage];
  return {
    change: name, on: random.oneIn(15) ? addDays(on, -random.whole(0, 400)) : on,
    by: random.oneIn(6) ? random.pick(['school', 'college']) : keeper,
    evidence: new Set(random.oneIn(8) ? papers.slice(1) : papers), approved: !random.oneIn(8),
    ground: random.pick(['illness', 'service', 'other']), same_category: random.oneIn(2),
    eligible, audit: random.pick(['graduated', 'completed', 'incomplete', 'undetermined']),
  };
}

export function naiveOf({ stage, status, grade, since, entered_on, higher_since }: Roll): NaiveRoll {
  return { stage, status, grade, since, entered: entered_on, higher: higher_since };
}

export function naiveAsk({ change: name, by, on, evidence, approved, ground, same_category, eligible, audit }: ChangeAsk): NaiveAsk {
  return { change: name, by, on, papers: [...evidence], approved, ground: ground ?? 'other', same_category: same_category === true, eligible: eligible === true, audit: audit ?? '' };
}

function differs(what: string, found: unknown, expected: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? [] : [`${what}: product ${one}, second reading ${other}`];
}
