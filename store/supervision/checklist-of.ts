import type { Pack } from '../../core/policy/pack.ts';
import { schemeInForce } from '../../core/schemes/in-force.ts';
import { SCHEME_TERMS } from '../../core/schemes/scheme.ts';
import { conductChecklist, qualityChecklist, type ChecklistLine, type SchemeAtSchool } from '../../core/supervision/checklist.ts';
import type { VisitKind } from '../../core/supervision/visit.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { approvedSchemes, type StoredScheme } from '../schemes/scheme.ts';
import type { Transaction } from '../transaction.ts';

/** A visit that is to be made or was made. */
export interface VisitAt {
  readonly kind: VisitKind;
  readonly college_id: string;
  readonly school_id: string;
  readonly on: PlainDate;
}

/** What is looked at during a visit; null where college and school have no programme together. To be called within `tx.whole`. */
export async function checklistOf(whole: Transaction, { kind, college_id, school_id, on }: VisitAt, pack: Pack): Promise<ChecklistLine[] | null> {
  const programmes = (await loadRows(whole, 'programmes', {}, 'r.school_id = $2', school_id)).filter((one) => one.college_id === college_id);
  if (programmes.length === 0) return null;
  if (kind === 'conduct') return conductChecklist(pack);
  const approved = await approvedSchemes(whole);
  return qualityChecklist(programmes.toSorted((a, b) => (a.programme_id < b.programme_id ? -1 : 1)).flatMap((programme) => inForceAt(programme, approved, on)));
}

/** The versions by which the cohorts at school are taught on a day, or that there is none. */
function inForceAt({ programme_id, name }: { readonly programme_id: string; readonly name: string }, approved: readonly StoredScheme[], on: PlainDate): SchemeAtSchool[] {
  const year = academicYearOf(on);
  const versions = approved.filter((one) => one.programme_id === programme_id).toSorted((a, b) => (a.decided_on < b.decided_on ? -1 : a.decided_on > b.decided_on ? 1 : a.matter_id - b.matter_id));
  const cohorts = Array.from({ length: SCHEME_TERMS / 2 }, (_, at) => year - at);
  const held = new Set(cohorts.map((cohort) => schemeInForce(approved, programme_id, cohort, on)?.matter_id).filter((id) => id !== undefined));
  const schemes = versions.flatMap(({ matter_id, from_cohort }, at) => (held.has(matter_id) ? [{ matter_id, from_cohort, version: at + 1 }] : []));
  return schemes.length === 0 ? [{ programme_id, programme: name, scheme: null }] : schemes.map((scheme) => ({ programme_id, programme: name, scheme }));
}
