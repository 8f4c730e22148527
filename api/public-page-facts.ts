import type { Reach } from '../core/access/reach.ts';
import { detailsNow } from '../core/approvals/details.ts';
import { yearOf } from '../core/values/plain-date.ts';
import type { Language } from '../core/values/bilingual.ts';
import { loadLog, standingEntries } from '../store/coordination/log.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadMatters } from '../store/matters/matter.ts';
import type { Transaction } from '../store/transaction.ts';
import type { AskedDay } from './region-verdicts.ts';
import type { Place } from './deps.ts';
import { judgedRegion } from './kept-verdicts.ts';
import { countyNames } from './overview.ts';
import { shownTarget } from './verdict-view.ts';

/** What the public page is made from, and no register of people: verdicts of targets, campuses, plans, published cases and the log. */
export const PUBLIC_REACH: Reach = new Map((['verdicts', 'reference', 'conditions', 'planning', 'matters', 'coordination', 'policy'] as const).map((kind) => [`${kind}.read` as const, '*' as const]));

export type PublicFacts = Awaited<ReturnType<typeof publicFacts>>;

/** 1.2-o, S2-k, S2-l: column by column what anybody may read of a region. */
export async function publicFacts(tx: Transaction, place: Place, day: AskedDay, language: Language) {
  const { result } = await judgedRegion(tx, place.pack, day);
  const names = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const programmes = new Map((await loadRows(tx, 'programmes', {})).map(({ programme_id, name }) => [programme_id, name]));
  const counties = countyNames(place.region, place.pack);
  const nameOf = (id: string): string => names.get(id) ?? id;
  // Plans of years to come are not decided yet.
  const intakes = (await loadRows(tx, 'intakes', {})).filter(({ year, planned }) => planned !== null && year <= yearOf(day.on));
  const year = intakes.reduce((latest, one) => Math.max(latest, one.year), 0);
  const cases = (await loadMatters(tx, { kind: 'model_case' })).filter(({ state }) => state === 'published');
  const entries = standingEntries(await loadLog(tx));
  return {
    region: place.region.name, office: place.region.office_name, sample: place.region.sample, on: day.on,
    targets: result.targets.filter(({ notice }) => !notice).map((verdict) => ({ ...shownTarget(verdict), label: verdict.label[language] })),
    campuses: (await loadRows(tx, 'campuses', {})).filter(({ status }) => status === 'recognised').map(({ name, school_id, division_code }) => ({ name, school: nameOf(school_id), county: counties.get(division_code)?.[language] ?? '' })),
    plan: year === 0 ? null : { year, lines: intakes.filter((one) => one.year === year).map(({ school_id, programme_id, planned }) => ({ school: nameOf(school_id), programme: programmes.get(programme_id) ?? programme_id, planned: Number(planned) })) },
    cases: cases.map(({ subject, entries: acts }) => { const { title, text, year: of } = detailsNow(acts); return { title: title ?? '', text: text ?? '', body: nameOf(subject), year: of ?? 0 }; }),
    activities: entries.filter(({ kind }) => kind === 'activity').length,
    publicity: entries.filter(({ kind }) => kind === 'publicity').slice(0, MOST_SHOWN).map(({ on, title, link }) => ({ on, title, link })),
  };
}

const MOST_SHOWN = 20;
