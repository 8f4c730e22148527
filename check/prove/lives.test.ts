import { describe, expect, test } from 'vitest';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { change } from '../../core/students/change.ts';
import type { ChangeAsk } from '../../core/students/change-ask.ts';
import type { Roll, RollStatus } from '../../core/students/roll.ts';
import { CHANGE_NAMES, ROLL_CHANGES } from '../../core/students/roll-changes.ts';
import { rollRules } from '../../core/students/rules.ts';
import { date } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { life, naiveAsk, naiveOf } from './life.ts';
import { naiveChange } from './naive-roll.ts';

const LIVES = 2000;
const RANDOM = Date.now() % 1_000_000_000;
const STATUSES: readonly RollStatus[] = [
  'admitted', 'admission_kept', 'place_lost', 'elsewhere', 'enrolled', 'repeating', 'internship', 'suspended', 'place_kept',
  'withdrawn', 'transferred_out', 'graduated', 'completed', 'incomplete',
];

describe('the table of the roll against a second reading of C7 and B39', () => {
  test('every status × change × keeper × stage × grade, with every condition met and with each one missing', () => {
    const rules = rollRules(parametersOn(DEFAULT_PACK.parameters, date('2025-09-01')));
    if (rules === null) throw new Error('no rules');
    const different: string[] = [];
    let [cells, moved] = [0, 0];
    for (const stage of ['secondary', 'higher'] as const) for (const status of STATUSES) for (const name of CHANGE_NAMES) for (const by of ['school', 'college'] as const) {
      for (const grade of stage === 'secondary' ? [1, 2, 3] : [4, 5]) for (const missing of ['nothing', 'paper', 'approval', 'eligibility'] as const) for (const audit of ['graduated', 'completed', 'incomplete'] as const) {
        const roll: Roll = { stage, status, grade, since: date('2028-09-01'), entered_on: date('2024-09-01'), higher_since: stage === 'higher' ? date('2027-09-01') : null };
        const papers = ROLL_CHANGES[name].evidence;
        const ask: ChangeAsk = {
          change: name, by, on: date('2028-10-08'), evidence: new Set(missing === 'paper' ? papers.slice(1) : papers), approved: missing !== 'approval',
          ground: 'illness', same_category: true, eligible: missing !== 'eligibility', audit,
        };
        const found = change(roll, ask, rules);
        const expected = naiveChange(naiveOf(roll), naiveAsk(ask));
        cells += 1;
        if (found.outcome === 'moved') moved += 1;
        const after = found.outcome === 'moved' ? naiveOf(found.roll) : null;
        if (JSON.stringify(after) !== JSON.stringify(expected)) different.push(`${stage} ${status} ${grade} ${name} by ${by}, missing ${missing}, audit ${audit}`);
      }
    }
    expect(different).toEqual([]);
    expect([cells, moved > 0]).toEqual([2 * STATUSES.length * CHANGE_NAMES.length * 2 * 2.5 * 4 * 3, true]);
  });

  test(`${LIVES} random lives of five years from seed ${RANDOM}: no gap, no overlap, nobody unlisted steps up, the keeper acts`, () => {
    const lives = Array.from({ length: LIVES }, (_, at) => life(RANDOM + at));
    expect(lives.flatMap(({ seed, faults }) => faults.map((text) => `npm run prove -- lives --seed ${seed} --count 1: ${text}`))).toEqual([]);
    expect(lives.filter((one) => one.stepped_up).length).toBeGreaterThan(LIVES / 10);
  });
});
