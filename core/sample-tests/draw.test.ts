import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '../students/made-roll.ts';
import type { Parameter, ParametersInForce } from '../verdict/parameter.ts';
import { drawSample, type Drawable, type Sample } from './draw.ts';
import { sha256 } from './sha256.ts';

const list = (...classes: number[]): Drawable[] => classes.flatMap((many, k) => Array.from({ length: many }, (_, at) => ({ student_id: `K${k}-${at}`, class_id: `K${k}` })));

function drawn(students: readonly Drawable[], seed = '衢州 2026-03-20', parameters: ParametersInForce = PARAMETERS): Sample {
  const sample = drawSample(students, seed, parameters);
  if (sample === null) throw new Error('no rule');
  return sample;
}

function otherwise(key: string, value: Parameter['value']): ParametersInForce {
  const parameter = PARAMETERS.get(key);
  if (parameter === undefined) throw new Error(key);
  return new Map([...PARAMETERS, [key, { ...parameter, value }]]);
}

describe('SHA-256', () => {
  // FIPS 180-4 and its examples; the last by `printf '衢州 𬭚' | sha256sum`.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
    ['衢州 𬭚', 'ac0f4e31940949afeb1c9351442e75728b6ea4f16e9c05302e56277cee217e48'],
  ])('of %j', (text, digest) => expect(sha256(text)).toBe(digest));

  test.each([55, 56, 63, 64, 65, 119, 120])('of %d letters has 64 digits of its own', (length) => {
    expect(sha256('a'.repeat(length))).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256('a'.repeat(length))).not.toBe(sha256('a'.repeat(length + 1)));
  });
});

describe('M9-c: the size', () => {
  test.each([[0, 0], [1, 1], [19, 19], [20, 20], [21, 20], [200, 20], [201, 21], [210, 21], [211, 22]])('of %d students %d are tested', (population, size) => {
    expect(drawn(list(population)).drawn).toHaveLength(size);
  });

  test('everybody where the pack says so; no rule, no sample', () => {
    expect(drawn(list(30, 30), 's', otherwise('sample.size', 'all')).drawn).toHaveLength(60);
    expect(drawSample(list(30), 's', new Map())).toBeNull();
  });
});

describe('M9-c: classes and chance', () => {
  test('in proportion, what is left to the largest remainders, ties to the first class', () => {
    expect(drawn(list(45, 45, 45)).strata.map((one) => one.sampled)).toEqual([7, 7, 6]);
    expect(drawn(list(100, 50, 10)).strata.map((one) => one.sampled)).toEqual([13, 6, 1]);
    expect(drawn([...list(10, 10), { student_id: 'alone', class_id: null }]).strata.map((one) => [one.class_id, one.population])).toEqual([[null, 1], ['K0', 10], ['K1', 10]]);
  });

  test('the seed and the list decide, not the order of the list, nor a row that comes twice', () => {
    const students = list(45, 44);
    expect(drawn([...students].reverse()).drawn).toEqual(drawn(students).drawn);
    expect(drawn([...students, ...students])).toEqual(drawn(students));
    expect(drawn(students, 'another').drawn).not.toEqual(drawn(students).drawn);
  });

  test('anybody computes it again from the digests', () => {
    const members = list(45, 44).filter((one) => one.class_id === 'K1').map((one) => one.student_id);
    const expected = members.map((id) => [sha256(`衢州 2026-03-20\n${id}`), id] as const).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 10).map(([, id]) => id);
    expect(drawn(list(45, 44)).drawn.filter((one) => one.class_id === 'K1').map((one) => one.student_id)).toEqual(expected);
  });

  test('always whole: as many as the size, nobody twice, no class more than it has or off its share by one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }), fc.string(), (classes, seed) => {
      const { drawn: found, strata, population } = drawn(list(...classes), seed);
      const size = Math.min(population, Math.max(20, Math.ceil(population / 10)));
      expect([found.length, new Set(found.map((one) => one.student_id)).size]).toEqual([size, size]);
      for (const one of strata) {
        expect(one.sampled).toBeLessThanOrEqual(one.population);
        expect(Math.abs(one.sampled * population - size * one.population)).toBeLessThan(population);
      }
    }), { numRuns: 200 });
  });

  test('over many seeds everybody is drawn about as often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 500; seed++) for (const { student_id } of drawn(list(40, 40), `seed ${seed}`).drawn) times.set(student_id, (times.get(student_id) ?? 0) + 1);
    // A quarter of 500 draws each, standard deviation 9.7: five of them either side.
    expect([Math.min(...times.values()) > 125 - 49, Math.max(...times.values()) < 125 + 49, times.size]).toEqual([true, true, 80]);
  });
});
