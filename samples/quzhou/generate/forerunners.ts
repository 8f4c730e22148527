import { addDays, date } from '../../../core/values/plain-date.ts';
import { COUNTIES } from './city.ts';
import type { citizenIds } from './identity.ts';
import { pupilName } from './names.ts';
import type { Draws } from './random.ts';
import type { Pupil, Span } from './pupil.ts';

interface Class {
  readonly school: string;
  readonly campus: string;
  readonly programme: string;
  readonly heads: number;
  /** Last days on the roll of those who leave early. */
  readonly leave: readonly string[];
  /** How many of the rest graduate; the others complete without the diploma. */
  readonly graduates: number;
}

/**
 * The trial classes that entered in 2020, before the pilot: years 4 and 5 only, gone in June 2025.
 * They give the campuses a past (50, 27 and 24 heads in autumn 2023; 48, 26 and 22 in 2024). None of
 * the third class graduates.
 */
const CLASSES: readonly Class[] = [
  { school: 'S1', campus: 'C1', programme: 'P11', heads: 50, leave: ['2024-03-05', '2024-06-18', '2025-03-10'], graduates: 44 },
  { school: 'S2', campus: 'C2', programme: 'P21', heads: 27, leave: ['2024-05-22'], graduates: 24 },
  { school: 'S3', campus: 'C3', programme: 'P31', heads: 24, leave: ['2024-02-29', '2024-04-11', '2025-01-08'], graduates: 0 },
];
const LAST_DAY = '2025-06-25';

export function forerunners(by: Draws, newId: ReturnType<typeof citizenIds>): Pupil[] {
  return CLASSES.flatMap((group) => Array.from({ length: group.heads }, (_, index) => {
    const sex = by.chance(70) ? 1 : 2;
    const birth = addDays(date('2004-09-01'), by.between(0, 364));
    const leaves = group.leave[group.heads - 1 - index] ?? null;
    return {
      id: `2020${group.school.slice(1)}${String(index + 1).padStart(3, '0')}`, name: pupilName(by, sex), sex, birth,
      idNumber: newId(sex, birth, by.between(0, COUNTIES.length - 1)),
      programme: group.programme, school: group.school, campus: group.campus, cohort: 2020,
      boarder: index % 10 !== 9, spans: spans(leaves, index < group.graduates ? 'graduated' : 'completed'),
      left: leaves === null ? null : { on: leaves, kind: index % 2 === 0 ? 'withdrawn' : 'suspended' },
    } satisfies Pupil;
  }));
}

function spans(leaves: string | null, end: 'graduated' | 'completed'): Span[] {
  const all: Span[] = [
    { stage: 'higher', grade: 4, status: 'enrolled', from: '2023-09-01', to: '2024-08-31' },
    { stage: 'higher', grade: 5, status: 'enrolled', from: '2024-09-01', to: '2025-02-28' },
    { stage: 'higher', grade: 5, status: 'internship', from: '2025-03-01', to: LAST_DAY },
    { stage: 'higher', grade: 5, status: end, from: '2025-06-26', to: null },
  ];
  if (leaves === null) return all;
  return all.flatMap((span) => span.from > leaves ? [] : [{ ...span, to: span.to !== null && span.to < leaves ? span.to : leaves }]);
}
