import { exact, gcd, type Exact } from '../values/exact.ts';
import type { Fact } from '../verdict/fact.ts';
import type { CampusFacts } from './campus-facts.ts';

/** A value of facts in JSON: exact numbers as `n` or `n/d`, sets as lists, the rest as it is. */
type Json<T> = T extends Exact ? string
  : T extends ReadonlySet<infer U> ? readonly U[]
  : T extends readonly (infer U)[] ? readonly U[]
  : T extends object ? { readonly [K in keyof T]: Json<T[K]> }
  : T;

type FactJson<F> = F extends Fact<infer T>
  ? { readonly value: Json<T> | null; readonly missing: readonly string[]; readonly evidence: Fact<T>['evidence'] }
  : never;

/** The facts of a campus as they travel: what reads them judges as if it had counted them. */
export type CampusFactsJson = { readonly [K in keyof CampusFacts]: FactJson<CampusFacts[K]> };

/** How one kind of value is read from JSON; throws on anything else. */
type Read<T> = (json: unknown) => T;
type ValueOf<F> = F extends Fact<infer T> ? T : never;

const fraction: Read<Exact> = (json) => {
  const match = typeof json === 'string' ? /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(json) : null;
  if (match === null) throw new Error('facts: not an exact number');
  return exact(BigInt(match[1] ?? ''), BigInt(match[2] ?? '1'));
};
const count: Read<number> = (json) => {
  if (typeof json !== 'number' || !Number.isSafeInteger(json)) throw new Error('facts: not a count');
  return json;
};
const texts: Read<readonly string[]> = (json) => {
  if (!Array.isArray(json) || json.some((item) => typeof item !== 'string')) throw new Error('facts: not a list of texts');
  return json as string[];
};
const textSet: Read<ReadonlySet<string>> = (json) => new Set(texts(json));

function object<T extends object>(fields: { readonly [K in keyof T]: Read<T[K]> }): Read<T> {
  return (json) => {
    if (typeof json !== 'object' || json === null) throw new Error('facts: not an object');
    const given = json as Readonly<Record<string, unknown>>;
    const entries = Object.entries<Read<unknown>>(fields as Readonly<Record<string, Read<unknown>>>);
    return Object.fromEntries(entries.map(([name, read]) => [name, read(given[name])])) as T;
  };
}

/** Every fact, and how its value is read. */
const FACTS: { readonly [K in keyof CampusFacts]: Read<ValueOf<CampusFacts[K]>> } = {
  students: fraction,
  boarders: fraction,
  majors: texts,
  teaching_area_m2: fraction,
  dormitory_area_m2: fraction,
  building_area_m2: fraction,
  land_area_m2: fraction,
  facilities: object({ present: texts, absent: texts, unreported: texts }),
  equipment: object({ owned_yuan: fraction, enterprise_yuan: fraction, new_yuan: fraction }),
  school_equipment_yuan: fraction,
  bases: object({ majors: textSet, stations: count }),
  teachers: object({ persons: count, share: fraction, masters: count, seniors: count }),
  ideology: object({ share: fraction, persons: count, masters: count }),
  external: count,
  overlaps: object({ uncovered: count, excepted: count, full_time: count }),
  unqualified: count,
  psychologists: count,
  counsellors: fraction,
  hours: object({ expert: fraction, all: fraction }),
  heads: object({ experts: count, others: count }),
  classes_without_head: count,
};

/** The facts as plain JSON, without loss. */
export function factsToJson(facts: CampusFacts): CampusFactsJson {
  return Object.fromEntries(
    Object.entries<Fact<unknown>>(facts as unknown as Readonly<Record<string, Fact<unknown>>>)
      .map(([name, { value, missing, evidence }]) => [name, { value: plain(value), missing, evidence }]),
  ) as unknown as CampusFactsJson;
}

function plain(value: unknown): unknown {
  if (value instanceof Set) return [...value];
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  if (isExact(value)) return fractionText(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

function isExact(value: object): value is Exact {
  return 'n' in value && 'd' in value && typeof value.n === 'bigint' && typeof value.d === 'bigint';
}

function fractionText({ n, d }: Exact): string {
  const by = gcd(n < 0n ? -n : n, d);
  return d === by ? String(n / by) : `${n / by}/${d / by}`;
}

/** The facts that `factsToJson` wrote. @throws Error when the JSON is anything else. */
export function factsFromJson(json: CampusFactsJson): CampusFacts {
  const entries = Object.entries<Read<unknown>>(FACTS).map(([name, read]) => {
    const given: unknown = json[name as keyof CampusFactsJson];
    if (typeof given !== 'object' || given === null) throw new Error(`facts: ${name} is not there`);
    const { value, missing, evidence } = given as Fact<unknown>;
    return [name, { value: value === null ? null : read(value), missing, evidence }];
  });
  return Object.fromEntries(entries) as CampusFacts;
}
