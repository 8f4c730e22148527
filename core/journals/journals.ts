import type { MatterKind } from '../approvals/matter-kind.ts';
import { baseJournals } from './base-journals.ts';
import { dailyJournals } from './daily-journals.ts';
import type { Area, JournalKind } from './journal-kind.ts';
import { teacherJournals } from './teacher-journals.ts';

/** Every kind of journal that there is, by page. */
export const JOURNALS: readonly JournalKind[] = [...teacherJournals, ...baseJournals, ...dailyJournals];

/** The ways that entries go. */
export const JOURNAL_WAYS: readonly MatterKind[] = JOURNALS.flatMap(({ way }) => way ?? []);

export function journalKind(id: string): JournalKind | undefined {
  return JOURNALS.find((kind) => kind.id === id);
}

export function journalsOf(area: Area): readonly JournalKind[] {
  return JOURNALS.filter((kind) => kind.area === area);
}
