import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import { stepsFor } from '../core/approvals/decide.ts';
import { OPENED } from '../core/approvals/matter-kind.ts';
import { sheets } from '../core/exchange/sheets.ts';
import { dueOf, isWaiting, stateOfEntry } from '../core/journals/entry.ts';
import type { JudgedWork } from '../core/journals/work-standards.ts';
import { KIND_OF_AREA } from '../core/journals/journal-kind.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { ParametersInForce } from '../core/verdict/parameter.ts';
import type { WorkCampus } from '../store/journals/campuses-in-reach.ts';
import { loadEntries, type StoredEntry } from '../store/journals/entries.ts';
import { ownStudents, type OwnStudents } from '../store/journals/my-students.ts';
import { rolesIn } from '../store/journals/record-entry.ts';
import type { ActingPerson } from '../store/matters/acting.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readJournalEntry, readWork } from './contract/work.ts';
import { shown } from './verdict-view.ts';

export type EntryView = z.infer<(typeof readJournalEntry.responses)[200]['content']['application/json']['schema']>;
type Page = z.infer<(typeof readWork.responses)[200]['content']['application/json']['schema']>;

/** What a view of entries rests on. */
export interface Looking {
  readonly pack: Pack;
  readonly on: PlainDate;
  readonly parameters: ParametersInForce;
  readonly person: ActingPerson | null;
  readonly campuses: ReadonlyMap<string, string>;
}

const nothing: Bilingual = { zh: '登记', en: 'Recorded' };

export function entryView(tx: Transaction, entry: StoredEntry, { on, parameters, person, campuses }: Looking): EntryView {
  const { kind, scopes, steps, campus_id } = entry;
  const [state, due] = [stateOfEntry(entry), dueOf(entry, (key) => parameters.get(key)?.value)];
  const mayWrite = mayTouch(tx.actor.reach, KIND_OF_AREA[kind.area], 'write', scopes);
  const roles = person === null || !mayWrite ? [] : rolesIn(person, kind, scopes);
  const stateLabel = (id: string): Bilingual => kind.way?.states[id]?.label ?? { zh: id, en: id };
  const known = Object.values(kind.way?.steps ?? {}).flat();
  const next = kind.way === null || person === null ? [] : stepsFor({ kind: kind.way, entries: steps }, person.person, roles);
  return {
    entry_id: String(entry.entry_id), kind: kind.id, clause: kind.clause, campus_id, campus: campuses.get(campus_id) ?? campus_id, values: entry.values,
    state: state === null ? null : { id: state, label: stateLabel(state), waiting: isWaiting(entry) }, due, late: due !== null && due < on,
    recorded_on: entry.recorded_on, recorded_at: entry.recorded_at, recorded_by: entry.recorded_by, corrects: entry.answers === null ? null : String(entry.answers), reason: entry.reason,
    steps: steps.map((step) => ({
      act: step.act, label: step.act === OPENED ? nothing : known.find(({ act }) => act === step.act)?.label ?? nothing, to: stateLabel(step.to), on: step.on, by: step.recorded_by, role: step.role, reason: step.reason, details: step.details,
    })),
    acts: next.map(({ act, label, clause, reason }) => ({ act, label, clause, reason })),
    may_correct: steps.length <= 1 && roles.some(({ role }) => kind.by.includes(role)),
  };
}

/** A verdict with the records that it was worked out from; of long lists the first two hundred. */
export function judgedView({ standard, verdict, behind }: JudgedWork, pack: Pack): Page['verdicts'][number] {
  return { verdict: { ...shown(verdict, pack), label: standard.label, notice: standard.notice, evidence: [] }, behind: { ...behind, rows: behind.rows.slice(0, MOST_ROWS) } };
}

const MOST_ROWS = 200;
const RISKS = ['hazard', 'incident', 'college_rule', 'visitor_request'];
/** Whoever has more campuses in reach looks at them one by one. */
const FEW_CAMPUSES = 20;

/** Today, my students, risks: what somebody at a campus begins the day with. */
export async function myDay(tx: Transaction, reach: readonly WorkCampus[], looking: Looking): Promise<Page['mine']> {
  if (reach.length === 0 || reach.length > FEW_CAMPUSES) return null;
  const campuses = reach.map(({ campus_id }) => campus_id);
  const entries = await loadEntries(tx, { area: 'daily', campuses, kinds: [...RISKS, 'duty_shifts'] });
  const at = ({ campus_id }: StoredEntry): string => looking.campuses.get(campus_id) ?? campus_id;
  const codeOf = ({ kind, values }: StoredEntry, field: string): Bilingual => kind.fields[field]?.codes?.[String(values[field])] ?? { zh: '', en: '' };
  const today = entries.filter(({ values }) => values['on'] === looking.on);
  const risks = entries.filter((entry) => RISKS.includes(entry.kind.id) && isWaiting(entry));
  const views = risks.map((entry) => entryView(tx, entry, looking));
  return {
    shifts: today.filter(({ kind }) => kind.id === 'duty_shifts').map((entry) => ({ campus: at(entry), shift: codeOf(entry, 'shift'), person: String(entry.values['person']), place: String(entry.values['place']) })),
    visitors: today.filter(({ kind }) => kind.id === 'visitor_request').map((entry) => ({ campus: at(entry), person: String(entry.values['person']), state: entry.kind.way?.states[stateOfEntry(entry) ?? '']?.label ?? nothing })),
    students: studentsView(await ownStudents(tx, looking.on)),
    risks: views.toSorted((a, b) => Number(b.late) - Number(a.late)),
  };
}

function studentsView(own: readonly OwnStudents[] | null): NonNullable<Page['mine']>['students'] {
  if (own === null) return null;
  const summed = <K>(keyOf: (one: OwnStudents) => K): [K, number][] => [...own.reduce((sums, one) => sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.many), new Map<K, number>())];
  return {
    total: own.reduce((total, { many }) => total + many, 0),
    by_status: summed(({ status }) => status).map(([status, many]) => ({ status: sheets.students.columns.status.codes?.[status] ?? { zh: status, en: status }, many })),
    classes: summed(({ class_id }) => class_id ?? '').filter(([class_id]) => class_id !== '').map(([class_id, many]) => ({ class_id, many })),
  };
}
