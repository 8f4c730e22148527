import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** The date that lies so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A period in force on the day, often with an end or a beginning exactly on it. */
export function periodOn(random: Random, day: string): { from: string; to: string } {
  return {
    from: random.pick([day, daysAfter(day, -1), daysAfter(day, -60), daysAfter(day, -400)]),
    to: random.pick(['', '', '', day, daysAfter(day, 1), daysAfter(day, 300)]),
  };
}

/** A period not in force on the day: it ended the day before, begins the day after, or lies years off. */
export function periodOff(random: Random, day: string): { from: string; to: string } {
  return random.pick([
    { from: daysAfter(day, -300), to: daysAfter(day, -1) },
    { from: daysAfter(day, 1), to: '' },
    { from: daysAfter(day, 1), to: daysAfter(day, 90) },
    { from: daysAfter(day, -900), to: daysAfter(day, -500) },
  ]);
}

/** Days on which something of the contract turns, and ordinary ones. */
export function someDay(random: Random): string {
  if (random.oneIn(25)) return random.pick(['2024-05-28', '2023-10-31']);
  if (random.oneIn(3)) return daysAfter('2024-05-29', random.whole(0, 1600));
  return random.pick([
    '2025-10-31', '2025-10-31', '2025-10-31', '2024-05-29', '2024-11-19', '2024-11-20', '2024-12-31', '2025-01-01', '2025-01-31',
    '2025-02-01', '2025-08-31', '2025-09-01', '2026-02-28', '2027-08-30', '2027-08-31', '2027-11-19', '2027-11-20', '2027-12-30',
    '2027-12-31', '2028-02-29', '2028-10-31',
  ]);
}
