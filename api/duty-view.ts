import type { DutyDeclaration } from '../core/duties/declaration.ts';
import { screenFor } from '../core/duties/duty.ts';
import { isRole, ROLES } from '../core/access/roles.ts';
import type { Pack } from '../core/policy/pack.ts';
import { daysBetween, type PlainDate } from '../core/values/plain-date.ts';
import { namesOf, studentNamesOf, type StoredDuty } from '../store/duties.ts';
import { subjectsOfMatters } from '../store/matters/subject.ts';
import { staffNames } from '../store/teaching/staff-names.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Place } from './deps.ts';

/** What every view of a duty or a group of them is made of. */
interface Head {
  readonly duty: string;
  readonly clause: string;
  readonly due_on: PlainDate;
  readonly without_table: readonly number[];
  readonly owed_by: readonly string[];
  readonly about: string | null;
  readonly student_id: string | null;
}

/** The duty as the pack declares it; undefined for one from before that is declared no more. */
export function declaredDuty({ duties }: Pack, id: string): DutyDeclaration | undefined {
  return duties.find((duty) => duty.id === id);
}

const NOWHERE = '*';
/** Roles whose posts are at a campus, a county or a class; those of the others are at an organisation. */
const KIND_OF_PLACE: Readonly<Record<string, string>> = { campus_manager: 'campus', county_bureau: 'county', counsellor: 'class', teacher: 'person' };

/** Looks up the names of everything that the duties name, and answers how to say them. */
export async function wordsOf(tx: Transaction, { pack, region }: Place, all: readonly Head[]) {
  const labels = all.flatMap(({ about, owed_by }) => [...(about === null ? [] : [about]), ...owed_by.map((post) => placeOfPost(post).label)]);
  const counties = region.counties.map(({ code, name }): [string, string] => [`county:${code}`, name]);
  const matters = await subjectsOfMatters(tx, labels);
  const titles = new Map([...matters].flatMap(([label, subject]) => pack.parameters.filter(({ key }) => key === subject).map((one) => [label, one.label] as const)));
  const names = new Map([...await namesOf(tx, labels), ...await teachersOf(tx, labels), ...counties, ...matters, ['region', region.name]]);
  const students = await studentNamesOf(tx, all.flatMap(({ student_id }) => (student_id === null ? [] : [student_id])));
  return {
    head: ({ duty, clause, due_on, without_table, owed_by, about }: Head) => {
      const { label, action } = declaredDuty(pack, duty) as DutyDeclaration;
      return { duty, label, clause, action: { label: action.label, screen: screenFor(action, about) }, due_on, without_table, owed_by: owed_by.map((post) => postView(post, names)) };
    },
    about: (about: string, student_id: string | null) => {
      if (about === 'student') return { kind: 'student', id: student_id, name: student_id === null ? null : students.get(student_id) ?? null, title: null };
      const [kind = '', id] = split(about, ':');
      return { kind, id, name: titles.get(about)?.zh ?? names.get(about) ?? null, title: titles.get(about) ?? null };
    },
  };
}

const PERSON = 'person:';

/** Whose duty a course is, by name: that is no secret to whoever reads the duty. */
async function teachersOf(tx: Transaction, labels: readonly string[]): Promise<[string, string][]> {
  const numbers = labels.filter((label) => label.startsWith(PERSON)).map((label) => label.slice(PERSON.length));
  if (numbers.length === 0) return [];
  return [...await tx.whole((whole) => staffNames(whole, numbers))].map(([staff_no, name]) => [PERSON + staff_no, name]);
}

function split(text: string, by: string): [string, string | null] {
  const at = text.indexOf(by);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function placeOfPost(post: string): { readonly role: string; readonly id: string | null; readonly label: string } {
  const [role, id] = split(post, '@');
  return id === null || id === NOWHERE ? { role, id: null, label: 'region' } : { role, id, label: `${KIND_OF_PLACE[role] ?? 'org'}:${id}` };
}

function postView(post: string, names: ReadonlyMap<string, string>) {
  const { role, id, label } = placeOfPost(post);
  return { role, role_name: isRole(role) ? ROLES[role].name : { zh: role, en: role }, place_id: id, place_name: names.get(label) ?? null };
}

function stateOf({ lifted, before_go_live, closed_on, due_on }: StoredDuty, today: PlainDate) {
  if (lifted) return 'lifted' as const;
  if (before_go_live) return 'before_go_live' as const;
  if (closed_on !== null) return closed_on <= due_on ? 'closed' as const : 'closed_late' as const;
  return today <= due_on ? 'open' as const : 'overdue' as const;
}

/** One duty with what happened to it. */
export function dutyView(duty: StoredDuty, words: Awaited<ReturnType<typeof wordsOf>>, today: PlainDate) {
  const { duty_key, opened_on, counts_from, closed_on, due_on, about, student_id, acts } = duty;
  const state = stateOf(duty, today);
  return {
    ...words.head(duty), duty_key, state, days_left: state === 'open' || state === 'overdue' ? daysBetween(today, due_on) : null,
    about: words.about(about, student_id), opened_on, counts_from: counts_from ?? opened_on, closed_on,
    acts: acts.map(({ act, on, to_role, recorded_at }) => ({ act, on, to: to_role !== null && isRole(to_role) ? ROLES[to_role].name : null, recorded_at })),
  };
}
