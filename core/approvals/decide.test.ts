import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLE_NAMES, type Role } from '../access/roles.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';
import { capacitiesOn, decide, open, stateOf, stepsFor, type Ask, type Capacity, type Entry, type Matter } from './decide.ts';
import { guard, state, step, type MatterKind } from './matter-kind.ts';
import { WAYS_IN } from '../teams/ways-in.ts';
import { MATTERS as OTHERS } from './matters.ts';
import { campusRecognition } from './matters/campus-recognition.ts';
import { parameterChange } from './matters/parameter-change.ts';
import { pilotAdmission } from './matters/pilot-admission.ts';

const MATTERS = [...OTHERS, ...WAYS_IN];

const as = (role: Role, in_stead_of: string | null = null): Capacity => ({ role, in_stead_of });
const holding = (kind: MatterKind): Ask['guards'] => new Map(
  Object.values(kind.steps).flat().flatMap(({ guards }) => guards).map(({ id }) => [id, { met: true, detail: null }]));

const RULES = parametersOn(quzhou2024.parameters, date('2025-10-31'));
const CARRIED = { members: 3, present: 2, for: 2, against: 0, abstained: 0 };
const NOT_CARRIED = { ...CARRIED, for: 1, against: 1 };

/** Does the acts one after another; the first refusal ends it. */
function play(kind: MatterKind, ...acts: readonly (readonly [person: string, role: Role, act: string])[]): { matter: Matter; last: ReturnType<typeof decide> | null } {
  const [opener, ...rest] = acts;
  const first = opener && open(kind, opener[0], [as(opener[1])]);
  if (!first) throw new Error('nobody opened it');
  let matter: Matter = { kind, entries: [first] };
  let last: ReturnType<typeof decide> | null = null;
  for (const [person, role, act] of rest) {
    last = decide(matter, { act, person, capacities: [as(role)], reason: '理由', guards: holding(kind) });
    if (last.outcome === 'refused') break;
    matter = { kind, entries: [...matter.entries, last.entry] };
  }
  return { matter, last };
}

describe('the matters as they are declared', () => {
  test.each(MATTERS.map((kind) => [kind.id, kind] as const))('%s leads only to states that it has, each step once, and every state is reached', (_, kind) => {
    const states = Object.keys(kind.states);
    expect(Object.keys(kind.steps).sort()).toEqual([...states].sort());
    const steps = Object.entries(kind.steps).flatMap(([from, list]) => list.map((one) => ({ from, ...one })));
    expect(steps.filter(({ to }) => !states.includes(to))).toEqual([]);
    expect(new Set(steps.map(({ from, act }) => `${from}/${act}`)).size).toBe(steps.length);
    expect(states.filter((name) => name !== kind.opens.state && !steps.some(({ to }) => to === name))).toEqual([]);
    // What is closed may be opened again, and nothing else.
    expect(states.filter((name) => kind.states[name]?.closed === (kind.steps[name]?.some(({ act }) => act !== 'reopen') ?? false))).toEqual([]);
    const acts = new Set(['open', ...steps.map(({ act }) => act)]);
    expect(steps.flatMap(({ apart }) => apart).filter((act) => !acts.has(act))).toEqual([]);
  });

  test.each(MATTERS.map((kind) => [kind.id, kind] as const))('%s: every state × act × role answers by its table', (_, kind) => {
    const acts = [...new Set(Object.values(kind.steps).flat().map(({ act }) => act)), 'no_such_act'];
    let cells = 0;
    for (const from of Object.keys(kind.states)) {
      const matter: Matter = { kind, entries: [{ act: 'open', from: null, to: from, person: 'P0', in_stead_of: null, role: 'office', reason: null }] };
      for (const act of acts) {
        for (const role of ROLE_NAMES) {
          const answer = decide(matter, { act, person: 'P1', capacities: [as(role)], reason: '因为', votes: CARRIED, rules: RULES, guards: holding(kind) });
          const declared = kind.steps[from]?.find((one) => one.act === act);
          const expected = declared === undefined ? (kind.states[from]?.closed ? 'closed' : 'not_now') : declared.by.includes(role) ? declared.to : 'not_your_role';
          expect(answer.outcome === 'moved' ? answer.entry.to : answer.why, `${from} ${act} ${role}`).toBe(expected);
          cells += 1;
        }
      }
    }
    expect(cells).toBe(Object.keys(kind.states).length * acts.length * ROLE_NAMES.length);
  });
});

describe('nobody approves their own work', () => {
  test('the drafter does not approve, a second person of the same role does', () => {
    expect(play(parameterChange, ['A', 'office', 'open'], ['A', 'office', 'propose'], ['A', 'office', 'approve']).last).toMatchObject({ why: 'same_person', acts: ['open', 'propose'] });
    expect(stateOf(play(parameterChange, ['A', 'office', 'open'], ['A', 'office', 'propose'], ['B', 'office', 'approve']).matter)).toBe('approved');
  });

  test('not in another role either, after a change of office, and not after it came back from a return', () => {
    expect(play(campusRecognition, ['A', 'school_head', 'open'], ['A', 'school_head', 'apply'], ['A', 'college_programme', 'verify']).last).toMatchObject({ why: 'same_person' });
    const returned = play(campusRecognition, ['A', 'school_head', 'open'], ['A', 'school_head', 'apply'], ['B', 'college_programme', 'return'],
      ['C', 'school_head', 'apply'], ['A', 'college_programme', 'verify']);
    expect(returned.last).toMatchObject({ why: 'same_person', acts: ['open', 'apply'] });
  });

  test('not through somebody who stands in, and not by standing in', () => {
    const { matter } = play(parameterChange, ['A', 'office', 'open'], ['A', 'office', 'propose']);
    const ask = { act: 'approve', guards: holding(parameterChange) };
    expect(decide(matter, { ...ask, person: 'B', capacities: [as('office', 'A')] })).toMatchObject({ why: 'same_person' });
    expect(decide(matter, { ...ask, person: 'A', capacities: [as('office', 'C')] })).toMatchObject({ why: 'same_person' });
    expect(decide(matter, { ...ask, person: 'B', capacities: [as('office', 'C')] })).toMatchObject({ outcome: 'moved', entry: { person: 'B', in_stead_of: 'C' } });
    // One leave is spoilt by the history, another of the same person is not.
    expect(decide(matter, { ...ask, person: 'B', capacities: [as('office', 'A'), as('office')] })).toMatchObject({ outcome: 'moved', entry: { in_stead_of: null } });
  });

  test('whoever did it in somebody’s stead has done it, and so has that somebody', () => {
    const opened: Entry = { act: 'open', from: null, to: 'drafted', person: 'B', in_stead_of: 'A', role: 'office', reason: null };
    const proposed: Entry = { ...opened, act: 'propose', from: 'drafted', to: 'proposed' };
    const matter: Matter = { kind: parameterChange, entries: [opened, proposed] };
    for (const person of ['A', 'B']) {
      expect(decide(matter, { act: 'approve', person, capacities: [as('office')], guards: holding(parameterChange) })).toMatchObject({ why: 'same_person' });
      expect(stepsFor(matter, person, [as('office')]).map(({ act }) => act)).toEqual(['drop']);
    }
  });
});

describe('guards, reasons, votes', () => {
  test('a school without its promotion team does not get in, and is told the clause', () => {
    const { matter } = play(pilotAdmission, ['A', 'school_head', 'open']);
    const without = new Map(holding(pilotAdmission)).set('promotion_team', { met: false, detail: { zh: '尚未成立', en: 'not set up' } });
    expect(decide(matter, { act: 'submit', person: 'A', capacities: [as('school_head')], guards: without })).toMatchObject({ why: 'guard', clause: 'M7-a', detail: { zh: '尚未成立' } });
    expect(decide(matter, { act: 'submit', person: 'A', capacities: [as('school_head')], guards: new Map() })).toMatchObject({ why: 'guard' });
    expect(decide(matter, { act: 'submit', person: 'A', capacities: [as('school_head')], guards: holding(pilotAdmission) })).toMatchObject({ outcome: 'moved' });
  });

  test('a return says why', () => {
    const { matter } = play(parameterChange, ['A', 'office', 'open'], ['A', 'office', 'propose']);
    const ask = { act: 'return', person: 'B', capacities: [as('office')], guards: holding(parameterChange) };
    expect(decide(matter, { ...ask, reason: ' ' })).toMatchObject({ why: 'reason_missing' });
    expect(decide(matter, { ...ask, reason: ' 日期有误 ' })).toMatchObject({ entry: { reason: '日期有误' } });
  });

  const body: MatterKind = {
    id: 'body', clause: 'M8-b', label: { zh: '审定', en: 'Decide' }, about: 'round', opens: { by: ['college_programme'], state: 'tabled' },
    states: { tabled: state('提请', 'Tabled'), decided: state('审定', 'Decided', { closed: true }) },
    steps: {
      tabled: [step('resolve', '审定', 'Resolve', ['college_leadership'], 'decided', 'M8-b', {
        guards: [guard('minutes', 'M8-b', '有纪要', 'There are minutes')], votes: { present: 'leading_group.present_above', carried: 'leading_group.for_above' } })],
      decided: [],
    },
  };
  const tabled: Matter = { kind: body, entries: [{ act: 'open', from: null, to: 'tabled', person: 'A', in_stead_of: null, role: 'college_programme', reason: null }] };
  test.each([
    [9, 5, 3, 2, 0, 'decided'], [10, 5, 5, 0, 0, 'no_quorum'], [10, 6, 3, 3, 0, 'not_carried'], [10, 6, 4, 2, 0, 'decided'], [10, 6, 3, 2, 1, 'not_carried'],
    [10, 6, 4, 3, 0, 'votes_impossible'], [5, 6, 6, 0, 0, 'votes_impossible'],
  ])('%i members, %i present, %i for, %i against, %i abstained: %s', (members, present, yes, against, abstained, expected) => {
    const answer = decide(tabled, { act: 'resolve', person: 'B', capacities: [as('college_leadership')], guards: holding(body), rules: RULES, votes: { members, present, for: yes, against, abstained } });
    expect(answer.outcome === 'moved' ? answer.entry.to : answer.why).toBe(expected);
  });

  test('the shares are those of the day: with two thirds six of nine are too few, and on a day without a rule nobody is enough', () => {
    const resolve = (rules: Ask['rules'], present: number, yes: number) => decide(tabled, {
      act: 'resolve', person: 'B', capacities: [as('college_leadership')], guards: holding(body), ...(rules !== undefined && { rules }), votes: { members: 9, present, for: yes, against: present - yes, abstained: 0 } });
    const rule = RULES.get('leading_group.present_above') as Parameter;
    const stricter = new Map(RULES).set(rule.key, { ...rule, value: exact(2, 3) });
    expect(resolve(stricter, 6, 6)).toMatchObject({ why: 'no_quorum', rule: { key: 'leading_group.present_above', value: { n: 2n, d: 3n }, clause: 'M8-b' } });
    expect(resolve(stricter, 7, 7)).toMatchObject({ outcome: 'moved' });
    expect(resolve(RULES, 6, 3)).toMatchObject({ why: 'not_carried', rule: { key: 'leading_group.for_above' } });
    expect(resolve(parametersOn(quzhou2024.parameters, date('2024-05-28')), 9, 9)).toMatchObject({ why: 'no_quorum', rule: null });
    expect(resolve(undefined, 9, 9)).toMatchObject({ why: 'no_quorum', rule: null });
  });

  test('votes that were not counted carry nothing', () => {
    expect(decide(tabled, { act: 'resolve', person: 'B', capacities: [as('college_leadership')], guards: holding(body) })).toMatchObject({ why: 'votes_missing' });
  });
});

test('leave holds from its first day to its last, and while whoever gave it holds the role', () => {
  const leave = { from: 'A', to: 'B', role: 'office' as const, first_day: date('2026-02-28'), last_day: date('2026-03-01') };
  const on = (day: string, roles: readonly Role[]): Capacity[] => capacitiesOn('B', date(day), (person) => (person === 'A' ? roles : ['city_bureau']), [leave]);
  const own = as('city_bureau');
  expect(on('2026-02-27', ['office'])).toEqual([own]);
  expect(on('2026-02-28', ['office'])).toEqual([own, as('office', 'A')]);
  expect(on('2026-03-01', ['office'])).toEqual([own, as('office', 'A')]);
  expect(on('2026-03-02', ['office'])).toEqual([own]);
  expect(on('2026-03-01', ['auditor'])).toEqual([own]);
});

test('2 000 random histories keep people apart and follow the table, as a model of their own says', () => {
  const acts = [...new Set(MATTERS.flatMap((kind) => Object.values(kind.steps).flat().map(({ act }) => act)))];
  const tried = fc.record({
    act: fc.constantFrom(...acts), person: fc.constantFrom('A', 'B', 'C', 'D'), role: fc.constantFrom(...ROLE_NAMES), stead: fc.option(fc.constantFrom('A', 'B', 'C', 'D'), { freq: 4 }),
    reason: fc.constantFrom('', '有误'), met: fc.boolean(), carried: fc.boolean(), nth: fc.option(fc.nat(9), { freq: 8 }),
  });
  let moved = 0;
  fc.assert(fc.property(fc.constantFrom(...MATTERS), fc.array(tried, { minLength: 5, maxLength: 60 }), (kind, asks) => {
    const opener = kind.opens.by[0] as Role;
    const first = open(kind, 'A', [as(opener)]) as Entry;
    let matter: Matter = { kind, entries: [first] };
    // The model: the state as one word, and who did what as pairs.
    let at = kind.opens.state;
    const did: (readonly [string, string])[] = [['A', 'open']];
    for (const { act: anyAct, person, role, stead, reason, met, carried, nth } of asks) {
      // Mostly one of the steps that lead on from here, else histories would stand still.
      const onward = kind.steps[at] ?? [];
      const act = (nth === null ? undefined : onward[nth % onward.length]?.act) ?? anyAct;
      const roleThatFits = kind.steps[at]?.find((one) => one.act === act)?.by[0] ?? role;
      const used = met ? roleThatFits : role;
      const answer = decide(matter, { act, person, capacities: [{ role: used, in_stead_of: stead }], reason, votes: carried ? CARRIED : NOT_CARRIED, rules: RULES, guards: met ? holding(kind) : new Map() });
      const rule = kind.steps[at]?.find((one) => one.act === act);
      const allowed = rule !== undefined && rule.by.includes(used)
        && !did.some(([who, what]) => rule.apart.includes(what) && (who === person || who === stead))
        && (!rule.reason || reason !== '') && (rule.guards.length === 0 || met) && (rule.votes === null || carried);
      expect(answer.outcome).toBe(allowed ? 'moved' : 'refused');
      if (answer.outcome === 'moved') {
        moved += 1;
        at = (rule as typeof rule & object).to;
        did.push([person, act]);
        if (stead !== null) did.push([stead, act]);
        matter = { kind, entries: [...matter.entries, answer.entry] };
        expect(stateOf(matter)).toBe(at);
      }
    }
  }), { numRuns: 2000 });
  expect(moved).toBeGreaterThan(2000);
});
