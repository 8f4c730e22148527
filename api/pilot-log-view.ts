import type { z } from '@hono/zod-openapi';
import { mayAtAll, mayTouch } from '../core/access/reach.ts';
import { detailsNow } from '../core/approvals/details.ts';
import { whole as wholeNumber } from '../core/duties/declaration.ts';
import { fiveParties, FIVE_PARTIES, partnersAtWork, wholeProcess, type Programme } from '../core/office/whole-process.ts';
import { academicYearOf, date } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadLog, standingEntries, type StoredEntry } from '../store/coordination/log.ts';
import { loadMatters } from '../store/matters/matter.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readPilotLog } from './contract/coordination.ts';
import { namesOfAll } from './coordination-view.ts';
import type { Seen } from './matter-view.ts';

type Log = z.infer<(typeof readPilotLog.responses)[200]['content']['application/json']['schema']>;

/** M1-c, 1.2-l, S2-f: the log in reach, and what it comes to for programmes in reach; activities count whoever recorded them. */
export async function pilotLogView(tx: Transaction, asked: number | undefined, { place, today }: Seen): Promise<Log> {
  const year = asked ?? academicYearOf(today);
  const days = { first: date(`${year}-09-01`), last: date(`${year + 1}-08-31`) };
  const { programmes, advice, all, kinds } = await tx.whole(async (whole) => ({
    programmes: await programmesWithLabels(whole), advice: await loadMatters(whole, { kind: 'major_advice' }), all: standingEntries(await loadLog(whole)),
    kinds: new Map((await loadRows(whole, 'organisations', {})).map(({ org_id, kind }) => [org_id, kind])),
  }));
  const { reach } = tx.actor;
  const mine = programmes.filter(({ scopes }) => mayTouch(reach, 'coordination', 'read', scopes));
  const activities = all.filter(({ kind }) => kind === 'activity');
  const given = advice.map(({ subject, entries }) => ({ subject, year: detailsNow(entries).year }));
  const dormant_days = wholeNumber(parametersOn(place.pack.parameters, today).get('partners.dormant_days')?.value);
  const name = await namesOfAll(tx);
  const names = new Map(programmes.map((one) => [one.programme_id, one.name]));
  const inYear = activities.filter(({ on }) => on >= days.first && on <= days.last);
  const five = fiveParties(inYear, kinds);
  return {
    on: today, year, dormant_days, may_record: mayAtAll(reach, 'coordination', 'write'),
    entries: (await loadLog(tx)).map((one) => entryView(one, { name, names, may_correct: one.answered_by === null && !one.void && mayTouch(reach, 'coordination', 'write', one.scopes) })),
    programmes: mine.map((one) => ({
      programme_id: one.programme_id, name: one.name, may_record: mayTouch(reach, 'coordination', 'write', one.scopes), years: wholeProcess(one, activities, days),
      advice: given.filter(({ subject, year: of }) => subject === one.programme_id && of === year + 1).length,
    })),
    firms: partnersAtWork(mine, activities, today, dormant_days).map(({ org_id, ...firm }) => ({ id: org_id, name: name(org_id), ...firm })),
    five_parties: FIVE_PARTIES.map((party) => ({ party, activities: five[party] })),
  };
}

interface LabelledProgramme extends Programme {
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Programmes with the labels of what they are; to be called within `tx.whole`. */
async function programmesWithLabels(whole: Transaction): Promise<LabelledProgramme[]> {
  const labels = new Map((await whole.query<{ thing: string; scopes: string[] }>(`select thing, scopes from labels where region_id = $1 and thing like 'programme:%'`, [whole.actor.region_id])).map(({ thing, scopes }) => [thing, scopes]));
  return (await loadRows(whole, 'programmes', {})).map(({ programme_id, name, college_id, school_id, enterprises }) => ({
    programme_id, name, college_id, school_id, enterprises: enterprises ?? [], scopes: [...labels.get(`programme:${programme_id}`) ?? [], ...(enterprises ?? []).map((id) => `org:${id}`)],
  }));
}

function entryView({ scopes: _, parties, ...entry }: StoredEntry, { name, names, may_correct }: { readonly name: (id: string) => string; readonly names: ReadonlyMap<string, string>; readonly may_correct: boolean }): Log['entries'][number] {
  return { ...entry, parties: parties.map((id) => ({ id, name: name(id) })), programme: entry.programme_id === null ? null : names.get(entry.programme_id) ?? entry.programme_id, may_correct };
}
