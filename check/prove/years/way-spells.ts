import type { Database } from '../../../store/database.ts';
import { programActor } from '../../../store/program-actor.ts';
import { plus } from './naive-days.ts';
import { DUTY_LINES, type Place, type Spell } from './duty-lines.ts';

interface Done {
  readonly id: string;
  readonly no: number;
  readonly kind: string;
  readonly subject: string;
  readonly about: string;
  readonly on: string;
  readonly to: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly open: boolean;
  readonly part_of: string | null;
}

/** What was done in matters, on the ways into teams and with entries of journals, step by step, as it was written down. */
async function everythingDone(db: Database, region_id: number): Promise<Done[]> {
  return db.as(programActor(region_id)).read((tx) => tx.query<Done>(
    `select m.matter_id::text as id, e.entry_no as no, m.kind, m.subject, 'matter:' || m.matter_id as about, e.on_date as "on", e.to_state as "to", e.details, m.open, m.part_of::text as part_of
       from matters m join matter_entries e using (region_id, matter_id) where m.region_id = $1
     union all select 'team ' || e.member_id, e.version, case w.function when 'leader' then 'leader_appointment' when 'staff' then 'joint_hiring' else 'team_seat' end, t.campus_id, 'team:' || t.team_id, e.on_day, e.to_state, null, t.ended_at is null, null
       from team_entries e join team_members w using (region_id, member_id) join teams t on t.region_id = w.region_id and t.team_id = w.team_id where e.region_id = $1
     union all select 'journal ' || s.entry_id, s.step_no, s.kind, e.campus_id, 'journal:' || s.entry_id, s.on_date, s.to_state,
         s.details || coalesce(to_jsonb(h), to_jsonb(i), to_jsonb(v), '{}'::jsonb), true, null
       from journal_steps s join journal_entries e using (region_id, entry_id) left join journal_hazard h using (region_id, entry_id) left join journal_incident i using (region_id, entry_id) left join journal_visitor_request v using (region_id, entry_id)
       where s.region_id = $1 order by 1, 2`, [region_id]));
}

/** From each step that brings one into a state that somebody is to act in until the next step. */
export async function waySpells(db: Database, region_id: number): Promise<Spell[]> {
  const done = await everythingDone(db, region_id);
  return done.flatMap((one, at): Spell[] => {
    // What the city's bureau carries out itself is a duty of its own, told to the office.
    const duty = one.subject === 'B1' && DUTY_LINES.has(`${one.kind}_${one.to}_city`) ? `${one.kind}_${one.to}_city` : `${one.kind}_${one.to}`;
    const next = done[at + 1]?.id === one.id ? done[at + 1] : undefined;
    // Whoever's matter is over, with nothing more to come, is waited for no longer.
    if (!DUTY_LINES.has(duty) || next === undefined && !one.open) return [];
    const history = done.slice(0, at + 1).filter(({ id }) => id === one.id);
    return [{ duty, about: one.about, opened: one.on, from: ownDay(one, history, done), closed: next?.on ?? null, place: placeOf(one, history) }];
  });
}

const DAYS: Readonly<Record<string, Readonly<Record<string, number>>>> = { hazard_open: { A: 3, B: 7, C: 30 }, incident_triaged: { A: 30, B: 15, C: 7 } };

/** The day of its own that something is due on or counts from. */
function ownDay({ kind, to, part_of }: Done, history: readonly Done[], done: readonly Done[]): string | undefined {
  const last = (key: string): string | undefined => history.map(({ details }) => details?.[key]).findLast((value) => typeof value === 'string') as string | undefined;
  switch (`${kind}_${to}`) {
    case 'finding_open': case 'major_matter_decided': case 'support_policy_owed': return last('due');
    case 'collection_return_asked': return done.find(({ id, no }) => id === part_of && no === 1)?.details?.['due'] as string;
    case 'hazard_open': case 'incident_triaged': return plus(last('on_date') ?? last('on') ?? '', DAYS[`${kind}_${to}`]?.[last('severity') ?? ''] ?? 0);
    case 'visitor_request_asked': return plus(last('on_date') ?? last('on') ?? '', -1);
    default: return undefined;
  }
}

const SCHOOLS: Readonly<Record<string, Place>> = {
  S: { school: 'S', college: 'H', county: '330803' }, S2: { school: 'S2', college: 'H', county: '330881' }, S3: { school: 'S3', college: 'H', county: '330803' },
};
export const CAMPUS_PLACES: Readonly<Record<string, Place>> = {
  C: { ...SCHOOLS['S'], campus: 'C', payer: 'G' }, C2: { ...SCHOOLS['S2'], campus: 'C2', payer: 'G2' }, C3: { ...SCHOOLS['S3'], campus: 'C3', payer: 'G' },
};
/** Bodies by the post that answers for each. */
export const BODIES: Readonly<Record<string, Place>> = {
  S: { school: 'S' }, S2: { school: 'S2' }, S3: { school: 'S3' }, H: { college: 'H' }, B2: { county: '330803' }, B3: { county: '330881' }, B1: { county: '330800' }, G: { payer: 'G' }, D: { department: 'D' },
};
const COUNTIES: Readonly<Record<string, string>> = { S: '330803', S2: '330881', S3: '330803', H: '330802', H9: '330802', B1: '330800', B2: '330803', B3: '330881', G: '330803', D: '330800' };

export const placeOfSchool = (school: string): Place => SCHOOLS[school] ?? {};

/** By whom a matter is owed: the school and the college that it is between, the body that it was asked of. */
function placeOf({ kind, subject }: Done, history: readonly Done[]): Place {
  const opening = history[0]?.details ?? {};
  const named = typeof opening['department'] === 'string' ? { department: opening['department'] } : {};
  const county = COUNTIES[subject];
  const at = county === undefined ? {} : { county };
  if (subject in CAMPUS_PLACES) return CAMPUS_PLACES[subject] ?? {};
  switch (kind) {
    case 'parameter_change': case 'collection_round': case 'books_close': return {};
    case 'enrolment_plan': return { college: subject, ...at, ...named };
    case 'major_advice': case 'training_scheme': return { college: 'H', school: 'S3', ...named };
    case 'hiring_support': case 'support_clawback': return { school: 'S3', county: '330803', payer: 'G' };
    case 'certificate_exemption': return { school: 'S3', college: 'H', county: '330803' };
    case 'roll_change': case 'roll_undo': return studentPlace(history);
    case 'major_matter': case 'support_policy': return BODIES[subject] ?? {};
    case 'difficulty_ticket': case 'yearly_review': case 'model_case': return { ...at, ...BODIES[subject] };
    case 'step_up_list': case 'graduation_list': case 'grant_request': case 'bill_run': return { college: subject, ...at };
    case 'yearly_advance': case 'leave_list': return subject.startsWith('H') ? { college: subject, ...at } : { school: subject, ...at };
    default: break;
  }
  if (kind.startsWith('order_')) return subject === 'G' ? { payer: 'G', county: '330803' } : { college: subject, ...at };
  return SCHOOLS[subject] ?? {};
}

/** A roll is kept by the school, and by the college from the step-up on; whoever asks for a change of it says by which name the student goes. */
function studentPlace([first]: readonly Done[]): Place {
  const subject = first?.subject ?? '';
  if (subject === 'W1') return { school: 'S3', county: '330803' };
  const change = first?.details?.['change'] as { readonly reason?: string } | undefined;
  if (change?.reason?.includes('高职') === true) return { college: 'H', county: '330802' };
  return subject.startsWith('S2-') ? { school: 'S2', county: '330881' } : { school: 'S', county: '330803' };
}
