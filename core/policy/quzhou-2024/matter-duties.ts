import type { Role } from '../../access/roles.ts';
import { difficultyTicket } from '../../approvals/matters/difficulty-ticket.ts';
import { finding } from '../../approvals/matters/finding.ts';
import { majorMatter } from '../../approvals/matters/major-matter.ts';
import { supportPolicy } from '../../approvals/matters/support-policy.ts';
import { collectionReturn } from '../../approvals/matters/collection-return.ts';
import type { MatterKind } from '../../approvals/matter-kind.ts';
import { MATTERS } from '../../approvals/matters.ts';
import { ofCity, timedStates, waitingIn, type Waiting } from '../../approvals/waiting.ts';
import { JOURNALS } from '../../journals/journals.ts';
import { WAYS_IN } from '../../teams/ways-in.ts';
import { ladder, onTheDay, whole, withinWorkdays, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

/** Who is told when whoever is to act next has let the last day pass. */
const SUPERIOR: Partial<Readonly<Record<Role, Role>>> = {
  school_registrar: 'school_head', school_head: 'county_bureau', county_bureau: 'city_bureau', city_bureau: 'office', office: 'city_bureau',
  college_programme: 'college_leadership', college_academic: 'college_leadership', college_leadership: 'city_bureau', department: 'city_bureau', finance_bureau: 'office', college_finance: 'college_leadership', school_finance: 'school_head', campus_manager: 'school_head',
};

const MATTER = { label: say('办理事项', 'Open the matter'), screen: '/matters/{id}' };
const TEAM = { label: say('去办学团队', 'Open the team'), screen: '/teams/{id}' };

interface Owing {
  readonly action?: DutyDeclaration['action'];
  readonly superior?: Role;
}

function duty({ id, kind, state, label, clause }: Waiting, owners: readonly Role[], due: DutyDeclaration['due'], { action = MATTER, superior: told }: Owing = {}): DutyDeclaration {
  const [owner, to] = [owners[0], kind.opens.by[0]];
  const superior = told ?? (owner === undefined ? undefined : SUPERIOR[owner]);
  if (owner === undefined || to === undefined || superior === undefined) throw new Error(`nobody is to act in ${id}, or nobody is told of it`);
  return { id, clause, label, owners, to, action, opens: `${kind.id}.${state}`, closes: `${kind.id}.next`, due, ladder: ladder(owner, superior, owners.slice(1)) };
}

/** A step that is waited for is due on the last of the working days that the table of its kind allows. */
const inTime = (action: typeof MATTER) => (waiting: Waiting): DutyDeclaration => duty(waiting, waiting.by, () => ({ kind: 'workdays', many: waiting.workdays ?? 0 }), { action });

/** At whose body something is to be carried out; each owes what their own body was asked. */
const BODIES: readonly Role[] = ['school_head', 'college_leadership', 'county_bureau', 'department', 'finance_bureau', 'enterprise'];

/** M4-a, S3-e, S1-b, S1-d: what a round, a finding, a policy or a decision asks is due on its own day; S1-c: a difficulty is answered within working days of law. */
function dated(): DutyDeclaration[] {
  const first = (kind: MatterKind, owners: readonly Role[], { at = kind.opens.state, due = onTheDay() as DutyDeclaration['due'], ...owing }: Owing & { readonly at?: string; readonly due?: DutyDeclaration['due'] } = {}): DutyDeclaration[] => {
    const asked = waitingIn(kind, at);
    return asked === null ? [] : [duty(asked, owners, due, owing)];
  };
  // Whoever answers for the body may be of any kind: above all of them stands the city.
  const superior = 'city_bureau' as const;
  return [
    ...first(collectionReturn, ['school_registrar']), ...first(finding, ['school_head']),
    ...first(majorMatter, BODIES, { at: 'decided', superior }), ...first(supportPolicy, BODIES, { superior }),
    // S1-d: what the city's own bureau was asked has no place below the city, and is owed by nobody else.
    ...[ofCity(majorMatter, 'decided'), ofCity(supportPolicy, supportPolicy.opens.state)].flatMap((asked) => (asked === null ? [] : [duty(asked, ['city_bureau'], onTheDay())])),
    ...first(difficultyTicket, ['county_bureau'], { due: withinWorkdays('issue.response_days') }),
  ];
}

/** What the entries of journals wait for: by the working days of their way, or by a day of their own (M3-a, R4-i). */
function ofJournals(): DutyDeclaration[] {
  return JOURNALS.flatMap(({ area, way, dated: own }) => {
    if (way === null) return [];
    const action = { label: say('办理', 'Deal with it'), screen: `/${area}/{id}` };
    const byDay = own.flatMap(({ state, days }) => {
      const waiting = waitingIn(way, state);
      const keys = 'before' in days ? [days.before] : Object.values(days.parameters);
      return waiting === null ? [] : [duty(waiting, waiting.by, (value) => (keys.some((key) => whole(value(key)) === null) ? null : onTheDay()()), { action })];
    });
    return [...timedStates(way).map(inTime(action)), ...byDay];
  });
}

/** What matters wait for, by the tables of their kinds, what the ways into a team do (R6-c, R6-d), and entries of journals. */
export const matterDuties: readonly DutyDeclaration[] = [
  ...MATTERS.flatMap(timedStates).map(inTime(MATTER)), ...dated(), ...WAYS_IN.flatMap(timedStates).map(inTime(TEAM)), ...ofJournals(),
];
