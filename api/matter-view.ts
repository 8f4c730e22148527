import { yuanText } from '../core/values/fen.ts';
import type { z } from '@hono/zod-openapi';
import { prospects, stepsFor } from '../core/approvals/decide.ts';
import { detailsNow, type Details } from '../core/approvals/details.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { actingPerson, capacitiesOf, type ActingPerson } from '../store/matters/acting.ts';
import { askGuards } from '../store/matters/guards.ts';
import { asMatter, loadMatter, type Effect, type KeptVerdict, type StoredEntry, type StoredMatter } from '../store/matters/matter.ts';
import { returnsOfRound } from '../store/matters/returns.ts';
import { namesOfSubjects } from '../store/matters/subject.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listMatters, readMatter } from './contract/matters.ts';
import type { Place } from './deps.ts';

type MatterView = z.infer<(typeof readMatter.responses)[200]['content']['application/json']['schema']>;
export type MatterHead = z.infer<(typeof listMatters.responses)[200]['content']['application/json']['schema']>['matters'][number];
type EntryView = MatterView['entries'][number];

/** What views are made with: who asks, on which day, in which place. */
export interface Seen {
  readonly place: Place;
  readonly today: PlainDate;
}

/** Heads of matters, with what whoever asks may do in each. */
export async function matterHeads(tx: Transaction, matters: readonly StoredMatter[]): Promise<MatterHead[]> {
  const person = await actingPerson(tx);
  const names = await namesOfSubjects(tx, matters);
  return matters.map((matter) => headOf(matter, person, names));
}

function headOf(matter: StoredMatter, person: ActingPerson | null, names: ReadonlyMap<string, string>): MatterHead {
  const { matter_id, kind, subject, part_of, state, open, version, entries } = matter;
  const mine = person === null || !open ? [] : stepsFor(asMatter(matter), person.person, capacitiesOf(person, matter.scopes)).map(({ act }) => act);
  return {
    matter_id: String(matter_id), kind: kind.id, subject, name: names.get(`${kind.about}:${subject}`) ?? null, title: detailsNow(entries).title ?? null, part_of: part_of === null ? null : String(part_of),
    state, open, version, opened_on: entries[0]?.on ?? NEVER, moved_on: entries.at(-1)?.on ?? NEVER, mine,
  };
}

/** Every matter has the entry that opened it. */
const NEVER = '';

/** A matter with everything that its page tells; null where there is none in reach. */
export async function matterView(tx: Transaction, matter_id: number, { place, today }: Seen): Promise<MatterView | null> {
  const matter = await loadMatter(tx, matter_id);
  if (matter === null) return null;
  const person = await actingPerson(tx);
  const details = detailsNow(matter.entries);
  const [head] = await matterHeads(tx, [matter]);
  if (head === undefined) return null;
  const guards = await askGuards(tx, (matter.kind.steps[matter.state] ?? []).flatMap((step) => step.guards), {
    matter, details, given: {}, documents: [], pack: place.pack, today,
  });
  const next = prospects(asMatter(matter), { person: person?.person ?? '', capacities: person === null ? [] : capacitiesOf(person, matter.scopes), guards });
  return {
    ...head, details, entries: matter.entries.map(entryView),
    next: next.map(({ step, refusal }) => ({
      act: step.act, to: step.to, clause: step.clause, why: refusal === null ? null : refusal.why as 'not_your_role' | 'same_person' | 'guard',
      acts: refusal?.why === 'same_person' ? refusal.acts : [],
      guards: step.guards.map(({ id }) => ({ id, met: guards.get(id)?.met ?? false, detail: guards.get(id)?.detail ?? null })),
    })),
    returns: matter.kind.id === 'collection_round' ? await returnsOf(tx, matter, details, today) : null,
    round: matter.part_of === null ? null : await roundOf(tx, matter.part_of),
  };
}

async function returnsOf(tx: Transaction, { matter_id }: StoredMatter, { due }: Details, today: PlainDate) {
  const returns = await returnsOfRound(tx, matter_id, due, today);
  const heads = await matterHeads(tx, returns.map(({ matter }) => matter));
  return returns.map(({ submitted_on, late, days }, at) => ({ ...heads[at] as MatterHead, submitted_on, late, days_late: days }));
}

/** The round of a school's return is no secret to the school, whatever else of rounds is in its reach. */
async function roundOf(tx: Transaction, matter_id: number): Promise<MatterView['round']> {
  const round = await tx.whole((whole) => loadMatter(whole, matter_id));
  return round === null ? null : { matter_id: String(matter_id), name: round.subject, state: round.state, details: detailsNow(round.entries) };
}

function entryView({ person_name, in_stead_of_name, verdicts, effects, ...entry }: StoredEntry): EntryView {
  const { entry_no, act, from, to, on, role, reason, votes, details, guards, documents, recorded_at } = entry;
  return {
    entry_no, act, from, to, on, person: person_name, in_stead_of: in_stead_of_name, role, reason, votes, details, guards, documents, recorded_at,
    verdicts: verdicts.map(verdictOf), effects: effects.map(effectOf),
  };
}

function verdictOf({ about, on, standard, clause, outcome, before, measured, required, missing }: KeptVerdict): EntryView['verdicts'][number] {
  return { about, on, standard, clause, outcome, before: before ?? null, value: measured.value, required: required.value, missing };
}

function effectOf(effect: Effect): EntryView['effects'][number] {
  switch (effect.kind) {
    case 'record': return { kind: effect.kind, of: effect.sheet, id: effect.record_id };
    case 'snapshot': return { kind: effect.kind, of: effect.sha256, id: effect.snapshot_id };
    case 'plate': return { kind: effect.kind, of: effect.act, id: '' };
    case 'parameter': return { kind: effect.kind, of: effect.key, id: `${effect.value} ${effect.from}` };
    case 'roll': return { kind: effect.kind, of: String(effect.students), id: effect.change_id };
    case 'graduation': return { kind: effect.kind, of: String(effect.students), id: String(effect.diplomas) };
    case 'returns': return { kind: effect.kind, of: effect.schools.join(';'), id: '' };
    case 'student_list': return { kind: effect.kind, of: String(effect.students), id: effect.hash };
    case 'follow_ups': return { kind: effect.kind, of: String(effect.students), id: '' };
    case 'closing': return { kind: effect.kind, of: effect.period.slice(0, 7), id: '' };
    case 'payments': return { kind: effect.kind, of: String(effect.payments), id: yuanText(BigInt(effect.amount_fen)) };
    case 'bills': return { kind: effect.kind, of: String(effect.charges), id: yuanText(BigInt(effect.amount_fen)) };
    case 'support': return { kind: effect.kind, of: String(effect.students), id: yuanText(BigInt(effect.amount_fen)) };
    case 'places': return { kind: effect.kind, of: String(effect.admissions), id: '' };
    case 'document': case 'revocation': return { kind: effect.kind, of: effect.number, id: effect.document_id };
  }
}
