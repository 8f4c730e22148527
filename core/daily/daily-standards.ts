import { dueOf, isWaiting, stateOfEntry, valuesNow, type JournalEntry } from '../journals/entry.ts';
import { countedStandard, entriesOf, type Behind, type WorkFacts, type WorkStandard } from '../journals/judged.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { inForce } from '../values/period.ts';

const LATE: Bilingual = { zh: '应办日期', en: 'Due' };

/** Entries whose day is over and that are not dealt with. */
export function lateEntries({ entries, on, parameters }: Pick<WorkFacts, 'entries' | 'on' | 'parameters'>, kinds: readonly string[]): JournalEntry[] {
  return entries.filter((entry) => kinds.includes(entry.kind.id) && isWaiting(entry) && isBefore(dueOf(entry, (key) => parameters.get(key)?.value), on));
}

const isBefore = (due: string | null, on: string): boolean => due !== null && due < on;

function listed(label: Bilingual, entries: readonly JournalEntry[], { parameters }: WorkFacts): Behind {
  return {
    label, columns: [{ zh: '类别', en: 'Kind' }, { zh: '内容', en: 'What' }, { zh: '状态', en: 'State' }, LATE],
    rows: entries.map((entry) => {
      const state = stateOfEntry(entry) ?? '';
      return [entry.kind.label.zh, entry.kind.heading.map((name) => String(valuesNow(entry)[name] ?? '')).join(' '), entry.kind.way?.states[state]?.label.zh ?? '', dueOf(entry, (key) => parameters.get(key)?.value) ?? ''];
    }),
  };
}

const SAFETY = ['hazard', 'incident'];

/** M3-a: hazards and incidents are dealt with by their day. */
export const safetyInTime = countedStandard({
  id: 'M3-a', clause: 'M3-a', label: { zh: '隐患和安全事件按期办结', en: 'Hazards and incidents dealt with in time' }, parameter: 'safety.max_late', unit: 'entry',
  count: (facts) => lateEntries(facts, SAFETY).length, behind: (facts) => listed({ zh: '逾期的隐患和事件', en: 'Hazards and incidents that are late' }, lateEntries(facts, SAFETY), facts),
});

/** Rules that are in force by their day and whose latest version the campus has not taken note of. */
function unacknowledged(facts: WorkFacts): JournalEntry[] {
  return entriesOf(facts, 'college_rule').filter((entry) => stateOfEntry(entry) === 'sent' && String(entry.values['from']) <= facts.on);
}

/** M3-b: the campus has acknowledged each rule of the college in its version. */
export const rulesAcknowledged = countedStandard({
  id: 'M3-b', clause: 'M3-b', label: { zh: '学院制度已逐版确认', en: 'Rules of the college acknowledged by version' }, parameter: 'rules.max_unacknowledged', unit: 'entry', missing: 'college_rule',
  count: (facts) => (entriesOf(facts, 'college_rule').length === 0 ? null : unacknowledged(facts).length),
  behind: (facts) => listed({ zh: '学院制度', en: 'Rules of the college' }, entriesOf(facts, 'college_rule'), facts),
});

/** R4-i: what visiting teachers asked for was answered before their day; what was not arranged is shown. */
export const visitorsAnswered = countedStandard({
  id: 'R4-i', clause: 'R4-i', label: { zh: '来校教师住宿交通按期答复', en: 'Requests of visiting teachers answered in time' }, parameter: 'visitor.max_unanswered', unit: 'entry',
  count: (facts) => lateEntries(facts, ['visitor_request']).length, behind: (facts) => listed({ zh: '来校教师的需要', en: 'Requests of visiting teachers' }, entriesOf(facts, 'visitor_request'), facts),
});

/** M3-d: the colleges of students' programmes that are not the campus's college, or no college at all, with how many students each has. */
function otherBodies({ rows, programmes, colleges, on, counting }: WorkFacts): ReadonlyMap<string, number> {
  const collegeOf = new Map(programmes.map(({ programme_id, college_id }) => [programme_id, college_id]));
  const others = new Map<string, number>();
  for (const one of rows.students) {
    const college_id = collegeOf.get(one.programme_id) ?? '';
    const counts = inForce(one, on) && counting.counted_statuses.has(one.status) && (college_id !== rows.campus.college_id || !colleges.has(college_id));
    if (counts) others.set(college_id, (others.get(college_id) ?? 0) + 1);
  }
  return others;
}

/** M3-d: the college of the campus runs the higher stage of everybody there. */
export const runningBody = countedStandard({
  id: 'M3-d', clause: 'M3-d', label: { zh: '高职段学生均由合作学院主办', en: 'The college runs the higher stage of every student' }, parameter: 'running_body.max_others', unit: 'student', missing: 'students',
  count: (facts) => (facts.rows.students.length === 0 ? null : [...otherBodies(facts).values()].reduce((total, many) => total + many, 0)),
  behind: (facts) => ({ label: { zh: '主办单位不符的学生', en: 'Students of another body' }, columns: [{ zh: '专业项目的主办单位', en: 'Body of the programme' }, { zh: '人数', en: 'Students' }], rows: [...otherBodies(facts)].map(([college_id, many]) => [college_id, String(many)]) }),
});

export const dailyStandards: readonly WorkStandard[] = [safetyInTime, rulesAcknowledged, visitorsAnswered, runningBody];
