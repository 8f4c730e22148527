import type { AnsweredLine } from '../core/supervision/answers.ts';
import type { VisitKind } from '../core/supervision/visit.ts';
import { date } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { checklistOf } from '../store/supervision/checklist-of.ts';
import { recordVisit } from '../store/supervision/record-visit.ts';
import { playing } from './sample-playing.ts';

const COLLEGE = 'H1';

interface Visit {
  readonly kind: VisitKind;
  readonly school_id: string;
  readonly on: string;
  readonly found: (line: string) => Omit<AnsweredLine, 'line'>;
}

const MET = { answer: 'met', remark: '', severity: null } as const;
const NOT_LOOKED_AT = { answer: 'not_looked_at', remark: '', severity: null } as const;

/** A visit on conduct with nothing found, and one on quality that led to a notice. */
const VISITS: readonly Visit[] = [
  { kind: 'conduct', school_id: 'S1', on: '2025-10-15', found: (line) => (line.startsWith('R4') ? NOT_LOOKED_AT : MET) },
  { kind: 'quality', school_id: 'S4', on: '2025-10-23', found: (line) => (line === 'ideology' ? { answer: 'not_met', remark: '示例：一年级两个班每周少开一课时', severity: 'C' } : line.startsWith('scheme/') ? NOT_LOOKED_AT : MET) },
];

/** Visits of the sample's college; the others are still due. @throws Error where the records do not fit. */
export async function addSampleVisits(database: Database, region_id: number): Promise<void> {
  for (const { kind, school_id, on, found } of VISITS) {
    const { as, given } = playing(database, region_id, date(on));
    const at = { kind, college_id: COLLEGE, school_id, on: date(on) };
    const recorded = await as('college_academic', async (tx) => {
      const lines = await tx.whole((whole) => checklistOf(whole, at, given.pack)) ?? [];
      return recordVisit(tx, { ...at, visitors: '示例：教务处两人', note: '', lines: lines.map(({ line }) => ({ line, ...found(line) })) }, given);
    });
    if (recorded.outcome !== 'done') throw new Error(`the sample's visit of ${school_id}: ${JSON.stringify(recorded)}`);
  }
}
