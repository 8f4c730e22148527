import type { Entry } from '../../../core/approvals/decide.ts';
import type { Details } from '../../../core/approvals/details.ts';
import type { MatterKind, Step } from '../../../core/approvals/matter-kind.ts';
import { MATTERS } from '../../../core/approvals/matters.ts';
import { date, yearOf } from '../../../core/values/plain-date.ts';
import type { Database } from '../../../store/database.ts';
import { addEntry } from '../../../store/matters/entry.ts';
import { yearOfMatter } from '../../../store/matters/open-matter.ts';
import { rollPosts, scopesOfSubject } from '../../../store/matters/subject.ts';
import { programActor } from '../../../store/program-actor.ts';
import { takeNumbers } from '../../../store/record-stamp.ts';
import type { Transaction } from '../../../store/transaction.ts';
import { plus } from './naive-days.ts';
import type { Random } from '../random.ts';

/** What a walked matter is about, by what matters of its kind are about: things of a school that has no students, so that no list is in the way of another. */
const SUBJECTS: Readonly<Record<MatterKind['about'], string>> = {
  school: 'S3', campus: 'C3', parameter: 'rooms.min_m2', round: 'round', college: 'H', student: 'W1', keeper: 'S3', programme: 'P3', enterprise: 'F', payer: 'H', body: 'S3', asker: 'S3',
};
/** What the city's bureau is asked to carry out as well. */
const BY_CITY = ['major_matter', 'support_policy'];
const OF_COLLEGE = ['step_up_list', 'graduation_list'];

interface WalkedStep {
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: string;
  readonly details: Details;
  readonly reason: string | null;
}

/** A matter that goes its way: as whoever acted in it would have left it, had every guard held. */
export interface Walk {
  readonly kind: MatterKind;
  readonly subject: string;
  readonly part_of: Walk | null;
  readonly steps: readonly WalkedStep[];
  matter_id: number | null;
  written: number;
}

const LONGEST = 30;

/** Walks of every kind of matter, one after the other as there is one at a time about a thing, until each of its states was waited in; the last of them may stay where it is. Days are drawn, weekends and holidays with the others. */
export function drawWalks(random: Random, [first, last]: readonly [first: string, last: string]): Walk[] {
  return MATTERS.flatMap((kind) => {
    const seen = new Map<string, number>();
    const walks: Walk[] = [];
    let begins = plus(first, random.whole(3, 150));
    while (begins < last) {
      const round = kind.id === 'collection_return' ? walk(kindOf('collection_round'), begins, random, { stay: true, seen: new Map(), many: walks.length }) : null;
      const one = walk(kind, begins, random, { stay: false, seen, round, many: walks.length });
      walks.push(...(round === null ? [] : [round]), one);
      const end = one.steps.at(-1);
      if (kind.states[end?.to ?? '']?.closed !== true) break;
      begins = plus(end?.on ?? last, random.whole(60, 300));
    }
    return walks;
  });
}

const kindOf = (id: string): MatterKind => {
  const kind = MATTERS.find((one) => one.id === id);
  if (kind === undefined) throw new Error(id);
  return kind;
};

function walk(kind: MatterKind, begins: string, random: Random, { stay, seen, many, round = null }: { readonly stay: boolean; readonly seen: Map<string, number>; readonly many: number; readonly round?: Walk | null }): Walk {
  const subject = OF_COLLEGE.includes(kind.id) ? 'H9' : kind.id === 'order_hiring_support' ? 'G' : kind.about === 'round' ? `${kind.id} ${many} ${stay ? 'goes on' : 'ends'}` : BY_CITY.includes(kind.id) && many % 2 === 1 ? 'B1' : SUBJECTS[kind.about];
  const opening = openingOf(kind, begins, random);
  const steps: WalkedStep[] = [{ act: 'open', from: null, to: kind.opens.state, on: begins, details: opening, reason: null }];
  let on = begins;
  for (let at = 0; at < LONGEST && !stay; at += 1) {
    const from = steps.at(-1)?.to ?? '';
    const next = chosen(kind.steps[from] ?? [], random, seen);
    if (next === null || Object.keys(kind.states).every((state) => seen.has(state)) && random.oneIn(12)) break;
    on = plus(on, random.pick([0, 1, 3, 5, 8, 13, 21, 34]));
    seen.set(next.to, (seen.get(next.to) ?? 0) + 1);
    steps.push({ act: next.act, from, to: next.to, on, details: dueOf(kind, next.act, on, random), reason: '依据会议' });
  }
  return { kind, subject, part_of: round, steps, matter_id: null, written: 0 };
}

/** Where it has been least often. */
function chosen(steps: readonly Step[], random: Random, seen: ReadonlyMap<string, number>): Step | null {
  const least = Math.min(...steps.map(({ to }) => seen.get(to) ?? 0));
  const from = steps.filter(({ to }) => (seen.get(to) ?? 0) === least);
  return from.length === 0 ? null : random.pick(from);
}

function openingOf({ id }: MatterKind, on: string, random: Random): Details {
  const due = date(plus(on, random.whole(5, 60)));
  const year = Number(on.slice(0, 4));
  switch (id) {
    case 'finding': return { clause: 'R1-b', severity: 'B', evidence: `用房不足 ${on}`, due };
    case 'support_policy': return { title: `文件 ${on}`, text: '印发', due };
    case 'collection_round': return { on: date(on), due, sheets: ['rooms'] };
    case 'enrolment_plan': return { year, department: 'D' };
    case 'major_advice': return { year, department: 'D', title: '专业', text: '建议' };
    case 'hiring_support': case 'support_clawback': return { school: 'S3', heads: [] };
    case 'parameter_change': return { value: '16', from: date('2099-01-01') };
    default: return {};
  }
}

function dueOf({ id }: MatterKind, act: string, on: string, random: Random): Details {
  return `${id}/${act}` === 'finding/extend' || `${id}/${act}` === 'major_matter/resolve' ? { due: date(plus(on, random.whole(5, 40))) } : {};
}

/** Writes what was done up to a day. */
export async function writeWalks(db: Database, { region_id, person }: { readonly region_id: number; readonly person: string }, walks: readonly Walk[], until: string): Promise<void> {
  const due = walks.filter(({ steps, written }) => (steps[written]?.on ?? '9') <= until);
  if (due.length === 0) return;
  await db.as(programActor(region_id)).write(async (tx) => {
    for (const one of due) await writeSteps(tx, one, { person, until });
    await tx.audit({ action: 'matter.step', object: 'matters', detail: { walked: due.length } });
  });
}

async function writeSteps(tx: Transaction, one: Walk, { person, until }: { readonly person: string; readonly until: string }): Promise<void> {
  const { kind, subject, steps } = one;
  const scopes = await tx.whole((whole) => scopesOf(whole, one));
  for (let step = steps[one.written]; step !== undefined && step.on <= until; step = steps[one.written]) {
    const open = kind.states[step.to]?.closed !== true;
    if (one.matter_id === null) {
      one.matter_id = await takeNumbers(tx, 'next_number', 1);
      await tx.change(
        `insert into matters (region_id, matter_id, kind, subject, part_of, state, open, version, scopes, opened_at, opened_by, about_student, of_year) values ($1, $2, $3, $4, $5, $6, $7, 1, $8, clock_timestamp(), $9, $10, $11)`,
        [tx.actor.region_id, one.matter_id, kind.id, subject, one.part_of?.matter_id ?? null, step.to, open, scopes, tx.actor.account, kind.about === 'student', yearOfMatter(kind, { year: yearOf(date(step.on)) })]);
    } else {
      await tx.change('update matters set state = $3, open = $4, version = version + 1 where region_id = $1 and matter_id = $2', [tx.actor.region_id, one.matter_id, step.to, open]);
    }
    const entry: Entry = { act: step.act, from: step.from, to: step.to, person, in_stead_of: null, role: 'office', reason: step.reason };
    one.written += 1;
    await addEntry(tx, { matter_id: one.matter_id, kind, scopes }, { ...entry, entry_no: one.written, on: date(step.on), votes: null, details: step.details, guards: [], verdicts: [], documents: [], effects: [] });
  }
}

/** Whose it is, as the store itself tells it; of a student who has no roll of their own here, by the posts at their keeper. */
async function scopesOf(whole: Transaction, { kind, subject, steps }: Walk): Promise<string[]> {
  if (kind.about !== 'student') return scopesOfSubject(whole, { kind, subject, details: steps[0]?.details ?? {} });
  if (kind.id !== 'certificate_exemption') return [...rollPosts('S3'), `student:${subject}`];
  return ['school_registrar@S3', 'school_head@S3', 'college_academic@H', 'college_leadership@H', `student:${subject}`];
}

