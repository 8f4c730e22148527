import { describe, expect, test } from 'vitest';
import { conflictInParts } from '../../core/allocation/conflict-in-parts.ts';
import { decompose } from '../../core/allocation/decompose.ts';
import { broken } from '../../core/allocation/model.ts';
import type { Answered } from '../../core/allocation/solver.ts';
import { highsInParts } from '../../solver/highs.ts';
import { costIn, madeParts, optimumOf, type MadeParts } from './made-parts.ts';

const FIXED = 20_261_129;
const WANTED = 200;
const SLACK = 1e-6;

/** Solves in parts; `rounds`: stops once all parts were asked so often. */
function inParts({ parts }: MadeParts, rounds = Infinity): Promise<Answered> {
  let asked = 0;
  return decompose({ parts, costs: parts.blocks.map(({ cost_yuan }) => cost_yuan), any: false }, {
    solvers: highsInParts, seconds: 60, stopped: () => asked >= rounds, tell: (progress) => { asked = progress.rounds; },
  });
}

/** What contradicts the one model: a bound above the optimum, a plan below it or against a rule, a plan where there is none. */
function wrong(made: MadeParts, { state, values, bound }: Answered, optimum: number | null): string[] {
  if (optimum === null) return values === null ? [] : ['a plan where there is none'];
  const cost = values === null ? null : costIn(made.costs, values);
  return [
    ...(state === 'impossible' ? ['impossible although there is a plan'] : []),
    ...(bound !== null && bound > optimum + SLACK ? [`bound ${bound} above the optimum ${optimum}`] : []),
    ...(cost !== null && cost < optimum - SLACK ? [`plan ${cost} below the optimum ${optimum}`] : []),
    ...(values !== null && broken(made.problem.model, values).length > 0 ? ['a plan that breaks a rule'] : []),
  ];
}

test('bound ≤ optimum of the one model ≤ plan, over two hundred regions that have a plan', async () => {
  const faults: string[] = [];
  let [regions, found, seed] = [0, 0, FIXED];
  for (; regions < WANTED; seed += 1) {
    const made = madeParts(seed);
    const optimum = await optimumOf(made);
    const answered = await inParts(made);
    if (optimum !== null) regions += 1;
    if (answered.values !== null) found += 1;
    faults.push(...wrong(made, answered, optimum).map((fault) => `seed ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
  // A plan is found wherever there is one.
  expect(found).toBe(WANTED);
}, 240_000);

describe('a model in parts', () => {
  test('has every choice in one part, and every rule in one or among the links', () => {
    for (let seed = FIXED; seed < FIXED + 20; seed += 1) {
      const { parts: { blocks, links }, problem: { model } } = madeParts(seed);
      expect(blocks.flatMap(({ choices }) => choices).sort((a, b) => a - b)).toEqual(model.choices.map((_, choice) => choice));
      expect(blocks.reduce((sum, { rules }) => sum + rules.length, links.length)).toBe(model.rules.length);
      expect(blocks.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('stopped after any round has a bound that holds, and the best plan so far if there was one', async () => {
    let plans = 0;
    for (let seed = FIXED; seed < FIXED + 30; seed += 1) {
      const made = madeParts(seed);
      const optimum = await optimumOf(made);
      for (const rounds of [1, 2, 3]) {
        const answered = await inParts(made, rounds);
        expect(wrong(made, answered, optimum)).toEqual([]);
        if (answered.values !== null) plans += 1;
      }
    }
    expect(plans).toBeGreaterThan(0);
  }, 60_000);

  test('is answered the same when it is asked again', async () => {
    const made = madeParts(FIXED + 1);
    expect(await inParts(made)).toEqual(await inParts(made));
  });
});

test('what conflicts cannot all be kept, and without any one of it the rest can', async () => {
  const how = { solvers: highsInParts, seconds: 60, stopped: () => false, tell: () => undefined };
  let [impossible, several] = [0, 0];
  for (let seed = FIXED; seed < FIXED + 60; seed += 1) {
    const made = madeParts(seed);
    if (await optimumOf(made) !== null) continue;
    const found = await conflictInParts(made.situation, made.problem, made.parts, how);
    if (found === null) throw new Error(`seed ${seed}: not answered`);
    impossible += 1;
    if (found.conflict.length > 1) several += 1;
    const keeps = (without: number) => (key: string) => found.conflict.some((one, at) => at !== without && (key === one.key || key.startsWith(`${one.key} `)));
    expect(await optimumOf(made, keeps(-1)), `seed ${seed}`).toBeNull();
    for (const [at, one] of found.conflict.entries()) expect(await optimumOf(made, keeps(at)), `seed ${seed}, without ${one.key}`).not.toBeNull();
  }
  expect(impossible).toBeGreaterThan(20);
  expect(several).toBeGreaterThan(3);
}, 240_000);
