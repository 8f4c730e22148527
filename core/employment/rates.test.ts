import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { isLocal, type Destination, type Graduate } from './counts.ts';
import { groupRates, rateRules, type GroupRates, type Rate, type RateRules } from './rates.ts';

const rules = rateRules(parametersOn(quzhou2024.parameters, date('2027-08-31')), 2027) as RateRules;
const graduate = (id: string, given: Partial<Graduate> = {}): Graduate => ({ student_id: id, school_id: 'S1', programme_id: 'P1', county: '330802', graduated_on: date('2027-06-25'), ...given });
const went = (student_id: string, code: string, workplace_division: string | null = null, recorded_on = '2027-08-20'): Destination => ({ student_id, code, workplace_division, recorded_on: date(recorded_on) });

/** So many graduates with each of these destinations, one after the other. */
function cohort(...groups: readonly (readonly [many: number, code: string | null, place?: string])[]) {
  const graduates: Graduate[] = [];
  const destinations: Destination[] = [];
  for (const [many, code, place] of groups) {
    for (let i = 0; i < many; i += 1) {
      const id = `G${graduates.length}`;
      graduates.push(graduate(id));
      if (code !== null) destinations.push(went(id, code, place ?? null));
    }
  }
  return { graduates, destinations };
}
const city = (groups: readonly GroupRates[]): GroupRates => groups[0] as GroupRates;
const said = ({ numerator, denominator, outcome }: Rate): string => `${numerator}/${denominator} ${outcome}`;
const first = (rows: Parameters<typeof groupRates>[0]): string[] => Object.values(city(groupRates(rows, date('2027-08-31'), rules)).days[0]?.city ?? {}).map(said);
const percent = ({ numerator, denominator }: Rate): string => (numerator * 100 / denominator).toFixed(2);

describe('1.2-k: the three local rates', () => {
  test('of 168 graduates, 20 in further study, 4 enlisted, 88 at work here, 50 elsewhere, 6 without work', () => {
    const rates = city(groupRates(cohort([20, '80'], [4, '46'], [88, '11', '330802'], [50, '11', '330106'], [6, '70']), date('2027-08-31'), rules)).days[0]?.city;
    expect(Object.values(rates ?? {}).map(said)).toEqual(['88/144 met', '88/168 unmet', '88/138 met']);
    expect(Object.values(rates ?? {}).map(percent)).toEqual(['61.11', '52.38', '63.77']);
  });

  test.each([
    [59, 41, 'unmet'], [60, 40, 'edge'], [61, 39, 'met'],
  ])('%i of 100 at work here is %s', (here, away, outcome) => {
    void away;
    expect(first(cohort([here, '11', '330881'], [100 - here, '70'])).slice(0, 2)).toEqual([`${here}/100 ${outcome}`, `${here}/100 ${outcome}`]);
  });

  test('one of many thousands beyond the line counts: nothing is rounded', () => {
    expect(first(cohort([6001, '11', '330802'], [3999, null]))[0]).toBe('6001/10000 met');
    expect(first(cohort([5999, '11', '330802'], [4001, null]))[0]).toBe('5999/10000 unmet');
  });

  test('who has no record stays in what is divided by; nobody at all divides by nothing; unreported is unknown', () => {
    expect(first(cohort([1, '11', '330802'], [1, null]))).toEqual(['1/2 unmet', '1/2 unmet', '1/1 met']);
    expect(first(cohort())).toEqual(['0/0 not_applicable', '0/0 not_applicable', '0/0 not_applicable']);
    expect(first({ ...cohort([1, null]), destinations: null })).toEqual(['0/1 undetermined', '0/1 undetermined', '0/0 undetermined']);
  });

  test('on 31 August, 31 December and a year on; a record of the day after is none of that day', () => {
    const rows = { graduates: [graduate('A')], destinations: [went('A', '70', null, '2027-08-31'), went('A', '11', '330802', '2027-09-01'), went('A', '11', '330106', '2028-01-01')] };
    const days = city(groupRates(rows, date('2028-08-31'), rules)).days;
    expect(days.map(({ day, come, city: rate }) => [day, come, said(rate.all_graduates)])).toEqual([['2027-08-31', true, '0/1 unmet'], ['2027-12-31', true, '1/1 met'], ['2028-08-31', true, '0/1 unmet']]);
    expect(city(groupRates(rows, date('2027-10-01'), rules)).days.map(({ come }) => come)).toEqual([true, false, false]);
  });

  test('by county, school and programme; here is the city, and the county of the school beside it', () => {
    const rows = {
      graduates: [graduate('A'), graduate('B', { programme_id: 'P2' }), graduate('C', { school_id: 'S2', programme_id: 'P3', county: '330881' })],
      destinations: [went('A', '11', '330881'), went('B', '11', '330802'), went('C', '11', '330881')],
    };
    expect(groupRates(rows, date('2027-08-31'), rules).map(({ group, id, days }) => [group, id, days[0]?.city.all_graduates.numerator, days[0]?.county.all_graduates.numerator, days[0]?.counts.graduates])).toEqual([
      ['city', '', 3, 2, 3], ['county', '330802', 2, 1, 2], ['county', '330881', 1, 1, 1], ['school', 'S1', 2, 1, 2], ['school', 'S2', 1, 1, 1], ['programme', 'P1', 1, 0, 1], ['programme', 'P2', 1, 1, 1], ['programme', 'P3', 1, 1, 1],
    ]);
  });

  test('no rule, no rates', () => {
    expect(rateRules(new Map(), 2027)).toBeNull();
  });
});

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('2 000 random cohorts: as a naive count says, group by group', () => {
  const seed = 20270625;
  console.info(`seed ${seed}`);
  const random = randomOf(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const codes = ['10', '11', '12', '271', '46', '501', '65', '70', '71', '72', '75', '76', '80', '85'];
  const days = ['2027-07-01', '2027-08-31', '2027-09-01', '2027-12-31', '2028-01-01', '2028-08-31', '2028-09-01'];
  for (let run = 0; run < 2000; run += 1) {
    const graduates = Array.from({ length: Math.floor(random() * 12) }, (_, i) => graduate(`G${i}`, { school_id: pick(['S1', 'S2']), programme_id: pick(['P1', 'P2']), county: pick(['330802', '330881', null]) }));
    const destinations = graduates.flatMap(({ student_id }) => days.filter(() => random() < 0.3).map((day) => went(student_id, pick(codes), pick(['330802', '330881', '330106', null]), day)));
    const on = date(pick(days));
    for (const { group, id, days: found } of groupRates({ graduates, destinations }, on, rules)) {
      for (const { day, counts, city: rates } of found) expect([counts, Object.values(rates).map(said)], `seed ${seed} run ${run} ${group} ${id} ${day}`).toEqual(naive({ graduates, destinations }, group, id, day, on));
    }
  }
});

/** The same once more, person by person, without any of the code above. */
function naive({ graduates, destinations }: { graduates: readonly Graduate[]; destinations: readonly Destination[] }, group: string, id: string, day: string, on: string) {
  const mine = graduates.filter((one) => group === 'city' || group === 'county' && (one.county ?? '') === id || group === 'school' && one.school_id === id || group === 'programme' && one.programme_id === id);
  const last = mine.map((one) => destinations.filter((d) => d.student_id === one.student_id && d.recorded_on <= day && d.recorded_on <= on).sort((a, b) => (a.recorded_on < b.recorded_on ? 1 : -1))[0]);
  const works = last.map((d) => d !== undefined && !['65', '70', '71', '72', '80', '85', '46'].includes(d.code));
  const many = (is: (i: number) => boolean): number => mine.filter((_, i) => is(i)).length;
  const counts = {
    graduates: mine.length, recorded: many((i) => last[i] !== undefined), employed: many((i) => works[i] === true),
    local: many((i) => works[i] === true && last[i]?.workplace_division?.slice(0, 4) === '3308'), in_county: many((i) => works[i] === true && mine[i]?.county !== null && last[i]?.workplace_division === mine[i]?.county),
    set_aside: many((i) => ['80', '85', '46'].includes(last[i]?.code ?? '')),
  };
  const line = (denominator: number): string => `${counts.local}/${denominator} ${denominator === 0 ? 'not_applicable' : counts.local * 5 > denominator * 3 ? 'met' : counts.local * 5 === denominator * 3 ? 'edge' : 'unmet'}`;
  return [counts, [line(counts.graduates - counts.set_aside), line(counts.graduates), line(counts.employed)]];
}

test('enlisted at a place here is not at work here', () => {
  expect(isLocal(went('A', '46', '330802'), rules.codes)).toBe(false);
});
