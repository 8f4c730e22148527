import { describe, expect, test } from 'vitest';
import { graduationTwin } from '../prove/graduation-twin.ts';
import type { GraduationTwin } from '../prove/graduation-twin.ts';

const COUNT = 150;
const FIXED = 20_240_529;
const RANDOM = Date.now() % 1_000_000_000;

const twinsFrom = (first: number): GraduationTwin[] => Array.from({ length: COUNT }, (_, at) => graduationTwin(first + at));
const differencesIn = (twins: readonly GraduationTwin[]): string[] =>
  twins.flatMap(({ seed, day, differences }) => differences.map((text) => `npm run prove -- graduation --seed ${seed} --count 1 (${day}): ${text}`));

describe('the audit answers as a second, naive reading of the contract does', () => {
  test(`on the final years from seed ${FIXED}, every outcome of every line among them`, () => {
    const twins = twinsFrom(FIXED);
    expect(differencesIn(twins)).toEqual([]);
    const lines = new Set(twins.flatMap((one) => one.lines));
    expect([...lines].sort()).toEqual([
      'certificate met', 'certificate undetermined', 'certificate unmet', 'conduct met', 'conduct undetermined', 'conduct unmet',
      'credits met', 'credits undetermined', 'credits unmet', 'fees met', 'fees not_applicable', 'fees unmet',
      'internship met', 'internship undetermined', 'internship unmet', 'list met', 'list undetermined', 'list unmet',
    ]);
  });

  test(`on the final years from seed ${RANDOM}, others each time`, () => expect(differencesIn(twinsFrom(RANDOM))).toEqual([]));
});
