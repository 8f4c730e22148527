import type { Database } from '../../../store/database.ts';
import { programActor } from '../../../store/program-actor.ts';
import { DUTY_LINES, expectedOf, textOf, type Spell } from './duty-lines.ts';

interface Row {
  readonly duty_key: string;
  readonly duty: string;
  readonly clause: string;
  readonly about: string;
  readonly student: string | null;
  readonly opened: string;
  readonly due: string;
  readonly closed: string | null;
  readonly owners: readonly string[];
  readonly told: readonly { readonly on: string; readonly role: string; readonly posts: readonly string[] }[];
}

/** Duties as the product has them, each with who was told on which day. */
export async function dutiesAsTheyStand(db: Database, region_id: number): Promise<string[]> {
  const rows = await db.as(programActor(region_id)).read((tx) => tx.query<Row>(
    `select d.duty_key, d.duty, d.clause, d.about, s.student_id as student, d.opened_on as opened, d.due_on as due, d.closed_on as closed, d.owed_by as owners,
       coalesce((select jsonb_agg(jsonb_build_object('on', a.on_day, 'role', a.to_role, 'posts', a.posts)) from duty_acts a where a.region_id = d.region_id and a.duty_key = d.duty_key and a.act like 'told/%'), '[]') as told
     from duties d left join duty_students s using (region_id, duty_key) where d.region_id = $1 and not d.lifted and not d.before_go_live`, [region_id]));
  return rows.map(({ student, about, ...row }) => textOf({ ...row, about: student === null ? about : `student ${student}` }));
}

export interface Compared {
  readonly duties: number;
  readonly kinds: number;
  readonly overdue: number;
  readonly faults: readonly string[];
}

/** Each duty that there should be is there once, with its days, its owners and everybody who was told; and no other is. */
export function compareDuties(stand: readonly string[], spells: readonly Spell[], today: string): Compared {
  const left = new Map<string, number>();
  for (const text of stand) left.set(text, (left.get(text) ?? 0) + 1);
  const missing: string[] = [];
  for (const spell of spells) {
    const text = expectedOf(spell, today);
    const many = left.get(text) ?? 0;
    if (many === 0) missing.push(`should stand: ${text}`);
    else left.set(text, many - 1);
  }
  const beyond = [...left].flatMap(([text, many]) => Array.from({ length: many }, () => `stands: ${text}`));
  const kinds = new Set(spells.map(({ duty }) => duty));
  const never = [...DUTY_LINES.keys()].filter((duty) => !kinds.has(duty)).map((duty) => `never happened: ${duty}`);
  return { duties: spells.length, kinds: kinds.size, overdue: stand.filter((text) => text.includes('office=')).length, faults: [...never, ...missing, ...beyond].sort((a, b) => (a.split(': ')[1] ?? '' ) < (b.split(': ')[1] ?? '') ? -1 : 1) };
}
