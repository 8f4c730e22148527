import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import { owed, screenFor, type Duty, type Event } from './duty.ts';

const agreement: Duty = {
  id: 'agreement', clause: 'R3-e', label: { zh: '签订三方协议', en: 'Sign the agreement' }, owners: ['school_registrar'], to: 'college_roll',
  action: { label: { zh: '登记签署', en: 'Record the signatures' }, screen: '/data/registers/agreements' },
  opens: 'student.admitted', closes: 'agreement.signed',
  terms: (on) => (on < '2024-09-01' ? null : {
    due: { kind: 'days', many: 30, roll: false },
    ladder: [{ days_late: -7, to: 'school_registrar' }, { days_late: 1, to: 'school_head' }, { days_late: 10, to: 'college_roll' }],
  }),
};
const event = (id: string, kind: string, on: string, subject = 'student:T1'): Event => ({ id, kind, subject, on: date(on) });
const admitted = event('e1', 'student.admitted', '2025-09-01');
const on = (today: string, ...events: Event[]) => owed([agreement], events, { holidays: new Map(), today: date(today), go_live: date('2025-08-01') });

describe('a duty', () => {
  test('opens with its event, is in time on its last day, late on the next', () => {
    expect(on('2025-08-31', admitted)).toEqual([]);
    expect(on('2025-09-01', admitted)).toMatchObject([{ key: 'agreement/e1', state: 'open', due: { on: '2025-10-01' }, told: [] }]);
    expect(on('2025-10-01', admitted)).toMatchObject([{ state: 'open' }]);
    expect(on('2025-10-02', admitted)).toMatchObject([{ state: 'overdue' }]);
  });

  test('closes with the event of its own subject', () => {
    expect(on('2026-09-01', admitted, event('e2', 'agreement.signed', '2025-10-01'))).toMatchObject([{ state: 'closed', closed_on: '2025-10-01' }]);
    expect(on('2026-09-01', admitted, event('e2', 'agreement.signed', '2025-10-02'))).toMatchObject([{ state: 'closed_late' }]);
    expect(on('2026-09-01', admitted, event('e2', 'agreement.signed', '2025-09-20', 'student:T2'))).toMatchObject([{ state: 'overdue' }]);
    expect(on('2026-09-01', admitted, event('e0', 'agreement.signed', '2025-08-31'))).toMatchObject([{ state: 'overdue' }]);
  });

  test('tells one rung after another, and no further once it is closed', () => {
    const rungs = (today: string, ...more: Event[]) => on(today, admitted, ...more)[0]?.told.map(({ rung, on: day }) => [rung.to, day]);
    expect(rungs('2025-09-23')).toEqual([]);
    expect(rungs('2025-09-24')).toEqual([['school_registrar', '2025-09-24']]);
    expect(rungs('2025-10-10')).toEqual([['school_registrar', '2025-09-24'], ['school_head', '2025-10-02']]);
    expect(rungs('2026-10-11')).toHaveLength(3);
    // An event that counts from a day before it: told from its own day on.
    const late = { ...admitted, id: 'e9', on: date('2025-10-05'), counts_from: admitted.on };
    expect(on('2025-10-05', late)[0]?.told.map(({ rung, on: day }) => [rung.to, day])).toEqual([['school_registrar', '2025-10-05'], ['school_head', '2025-10-05']]);
    expect(rungs('2026-10-11', event('e2', 'agreement.signed', '2025-10-05'))).toHaveLength(2);
  });

  test('says when it is to be told of next', () => {
    const next = (today: string, ...more: Event[]) => on(today, admitted, ...more)[0]?.next_on;
    expect([next('2025-09-23'), next('2025-09-24'), next('2025-10-10'), next('2025-10-11')]).toEqual(['2025-09-24', '2025-10-02', '2025-10-11', null]);
    expect(next('2025-09-23', event('e2', 'agreement.signed', '2025-09-20'))).toBeNull();
  });
  test('is owed by nobody where no rule was in force when it would have begun', () => {
    const when = (day: string) => owed([agreement], [event('e1', 'student.admitted', day)], { holidays: new Map(), today: date('2026-01-01'), go_live: date('2020-01-01') }).length;
    expect([when('2024-08-31'), when('2024-09-01')]).toEqual([0, 1]);
  });
  test('from before the go-live day is done with; from that day on it is owed', () => {
    const before = (day: string) => owed([agreement], [event('e1', 'student.admitted', day)], { holidays: new Map(), today: date('2026-09-01'), go_live: date('2025-09-01') });
    expect(before('2025-08-31')).toMatchObject([{ state: 'before_go_live', told: [] }]);
    expect(before('2025-09-01')).toMatchObject([{ state: 'overdue' }]);
  });

  test('two of one subject close one after another, an event that comes twice counts once', () => {
    const again = event('e3', 'student.admitted', '2025-11-01');
    const signed = event('e4', 'agreement.signed', '2025-11-10');
    expect(on('2025-12-15', admitted, again, signed, signed, admitted)).toMatchObject([{ key: 'agreement/e1', state: 'closed_late' }, { key: 'agreement/e3', state: 'overdue' }]);
  });
});

describe('a deadline that all share', () => {
  const shared: Duty = { ...agreement, terms: () => ({
    due: { kind: 'with_latecomers', common: { kind: 'months', many: 1, roll: false }, own: { kind: 'days', many: 30, roll: false } }, ladder: [] }) };
  const due = (day: string) => owed([shared], [{ ...event('e1', 'student.admitted', day), counts_from: date('2025-09-01') }],
    { holidays: new Map(), today: date('2026-01-01'), go_live: date('2025-08-01') })[0]?.due.on;
  test('is that of whoever was there on the first day, and of a latecomer until their own thirty days end later', () => {
    expect([due('2025-09-01'), due('2025-09-02'), due('2025-10-20')]).toEqual(['2025-10-01', '2025-10-02', '2025-11-19']);
    const early = { ...shared, terms: () => ({ due: { kind: 'with_latecomers', common: { kind: 'months', many: 2, roll: false }, own: { kind: 'days', many: 30, roll: false } } as const, ladder: [] }) };
    expect(owed([early], [{ ...event('e1', 'student.admitted', '2025-09-02'), counts_from: date('2025-09-01') }], { holidays: new Map(), today: date('2026-01-01'), go_live: date('2025-08-01') })[0]?.due.on).toBe('2025-11-01');
  });
});

test('whatever the order of events and however far the clock jumps, each duty is there once and the same', () => {
  const subject = fc.constantFrom('student:T1', 'student:T2', 'student:T3');
  const events = fc.uniqueArray(fc.record({
    id: fc.integer({ min: 1, max: 500 }).map((n) => `e${n}`), kind: fc.constantFrom('student.admitted', 'agreement.signed', 'other'), subject,
    on: fc.integer({ min: 0, max: 400 }).map((n) => addDays(date('2025-09-01'), n)),
  }), { selector: ({ id }) => id, maxLength: 30 });
  fc.assert(fc.property(events, fc.integer({ min: 0, max: 800 }), fc.infiniteStream(fc.nat()), (list, jump, random) => {
    const today: PlainDate = addDays(date('2025-09-01'), jump);
    const world = { holidays: new Map(), today, go_live: date('2025-09-01') };
    const straight = owed([agreement], list, world);
    const shuffled = list.map((one) => ({ one, at: random.next().value as number })).sort((a, b) => a.at - b.at).map(({ one }) => one);
    const other = owed([agreement], [...shuffled, ...shuffled], world);
    const byKey = (all: typeof straight) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    expect(byKey(other)).toEqual(byKey(straight));
    expect(new Set(straight.map(({ key }) => key)).size).toBe(straight.length);
    expect(straight).toHaveLength(list.filter((one) => one.kind === 'student.admitted' && one.on <= today).length);
    const closings = list.filter((one) => one.kind === 'agreement.signed' && one.on <= today).length;
    expect(straight.filter(({ closed_on }) => closed_on !== null).length).toBeLessThanOrEqual(closings);
    // A duty that is closed on a day stays closed, with the same day, on every later one.
    const later = new Map(owed([agreement], list.filter((one) => one.on <= today), { ...world, today: addDays(today, 365) }).map((one) => [one.key, one]));
    for (const one of straight) if (one.closed_on !== null) expect(later.get(one.key)?.closed_on).toBe(one.closed_on);
  }), { numRuns: 500 });
});

test('what is done on a page of its own is done there; of several, where all of them stand', () => {
  const action = { label: { zh: '办理事项', en: 'Open the matter' }, screen: '/matters/{id}' };
  expect([screenFor(action, 'matter:12'), screenFor(action, null)]).toEqual(['/matters/12', '/matters']);
  expect([screenFor(agreement.action, 'student'), screenFor(agreement.action, null)]).toEqual(['/data/registers/agreements', '/data/registers/agreements']);
});
