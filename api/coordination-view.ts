import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import { detailsNow } from '../core/approvals/details.ts';
import { deadline } from '../core/duties/deadline.ts';
import { whole as wholeNumber } from '../core/duties/declaration.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadCirculars, ownBodies, type StoredCircular } from '../store/coordination/circulars.ts';
import { holidayTables } from '../store/holidays.ts';
import { loadMatters, type StoredMatter } from '../store/matters/matter.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readCoordination } from './contract/coordination.ts';
import { matterHeads, type MatterHead, type Seen } from './matter-view.ts';

type Coordination = z.infer<(typeof readCoordination.responses)[200]['content']['application/json']['schema']>;
export type OfficeMatter = Coordination['matters'][number];

/** What comes before the office, in the order of its page. */
export const OFFICE_KINDS = ['major_matter', 'difficulty_ticket', 'support_policy', 'major_advice', 'model_case'] as const;

/** S1: matters and circulars in reach, as of the region's day. */
export async function coordinationView(tx: Transaction, { place, today }: Seen): Promise<Coordination> {
  const matters = await officeMatters(tx, { place, today });
  const [name, own] = [await namesOfAll(tx), new Set(await ownBodies(tx))];
  return {
    on: today, matters, may_issue: tx.actor.reach.has('coordination.approve'),
    circulars: (await loadCirculars(tx)).map((one) => circularView(one, { name, own, today, sees: (labels) => mayTouch(tx.actor.reach, 'coordination', 'read', labels) })),
  };
}

/** What is before the office or was, as far as it is in reach. */
export async function officeMatters(tx: Transaction, { place, today }: Seen): Promise<OfficeMatter[]> {
  const dueOf = await dueDays(tx, { place, today });
  const matters: OfficeMatter[] = [];
  for (const kind of OFFICE_KINDS) {
    const stored = await loadMatters(tx, { kind });
    const heads = await matterHeads(tx, stored);
    matters.push(...stored.map((one, at) => officeMatter(one, heads[at] as MatterHead, dueOf(one), today)));
  }
  return matters;
}

export async function namesOfAll(tx: Transaction): Promise<(id: string) => string> {
  const names = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  return (id) => names.get(id) ?? id;
}

/** The last day of what is waited for: that of the decision or policy, else so many working days after the last step; null where nobody is waited for. */
export async function dueDays(tx: Transaction, { place, today }: Seen): Promise<(matter: StoredMatter) => PlainDate | null> {
  const holidays = await holidayTables(tx);
  const response = wholeNumber(parametersOn(place.pack.parameters, today).get('issue.response_days')?.value);
  return ({ kind, state, open, entries }) => {
    const last = entries.at(-1);
    if (!open || last === undefined) return null;
    const many = kind.states[state]?.workdays ?? (kind.id === 'difficulty_ticket' ? response : null);
    return many === null ? detailsNow(entries).due ?? null : deadline({ kind: 'workdays', many }, last.on, holidays).on;
  };
}

function officeMatter({ entries }: StoredMatter, head: MatterHead, due: PlainDate | null, today: PlainDate): OfficeMatter {
  const { topic, year } = detailsNow(entries);
  const tabled = entries.findLast(({ act }) => act === 'table');
  const resolved = entries.findLast(({ act }) => act === 'resolve');
  const { number, on, attendees } = resolved?.details ?? {};
  return {
    ...head, topic: topic ?? null, year: year ?? null, due, late: due !== null && due < today,
    meeting_on: head.state === 'tabled' ? tabled?.details?.on ?? null : null,
    decision: number === undefined || on === undefined ? null : { number, on, attendees: attendees ?? '', votes: resolved?.votes ?? null, text: resolved?.reason ?? '' },
  };
}

interface Seeing {
  readonly name: (id: string) => string;
  readonly own: ReadonlySet<string>;
  readonly today: PlainDate;
  readonly sees: (labels: readonly string[]) => boolean;
}

/** Whoever is addressed sees to whom it went, and of receipts those in reach. */
function circularView({ addressed, receipts, ...circular }: StoredCircular, { name, own, today, sees }: Seeing): Coordination['circulars'][number] {
  const read = new Map(receipts.map((receipt) => [receipt.org_id, receipt]));
  return {
    ...circular, may_read: addressed.some((id) => own.has(id) && !read.has(id)),
    addressed: addressed.filter((id) => read.has(id) || own.has(id) || sees([`org:${id}`])).map((id) => {
      const receipt = read.get(id);
      return { id, name: name(id), read_on: receipt?.read_on ?? null, recorded_at: receipt?.recorded_at ?? null, late: receipt === undefined ? circular.read_by < today : receipt.read_on > circular.read_by };
    }),
  };
}
