import { capacityAhead, situationIn, type CampusRoom, type CapacityAhead, type SchoolRoom } from '../core/capacity/capacity-ahead.ts';
import { capacitySheet } from '../core/capacity/capacity-sheet.ts';
import { regionRoom } from '../core/capacity/region-room.ts';
import { classNeed, type NeededItem } from '../core/capacity/class-need.ts';
import { schoolSide } from '../core/capacity/school-side.ts';
import { PER_STUDENT } from '../core/check/capacity.ts';
import { AMOUNT_CHANGES } from '../core/check/changes.ts';
import { headsOf } from '../core/check/check-json.ts';
import { groundOf, startYear, type Ground } from '../core/forecast/ground.ts';
import type { RateSource } from '../core/forecast/rates.ts';
import type { Pack } from '../core/policy/pack.ts';
import { toFixed } from '../core/values/exact.ts';
import { loadForecastRows } from '../store/forecast-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { documentWorkbook } from '../workbook/document-workbook.ts';
import type { PlanningHandlers } from './app-planning.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { campusInReach, inReach } from './in-reach.ts';
import { about, keptAnswers } from './kept-verdicts.ts';
import { nameLookup } from './names.ts';
import { refuse } from './refuse.ts';
import { unfit } from './unfit.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';
import { shown } from './verdict-view.ts';

const YEARS = 5;
const MOST_YEARS = 20;
const CLASSES = 1;
const SIZE = 45;

/** What campuses and schools can hold, and what more classes ask for; nothing is stored. */
export function capacityHandlers(deps: Deps): Pick<PlanningHandlers, 'readCapacity' | 'downloadCapacityWorkbook' | 'readClassNeed'> {
  return {
    readCapacity: (c) => storeOf(deps, c).read(async (tx) => c.json(await capacityOf(deps, tx, c.req.valid('query')), 200)),
    downloadCapacityWorkbook: async (c) => {
      const { lang = 'zh', ...query } = c.req.valid('query');
      const { name, bytes } = await storeOf(deps, c).disclose(async (tx) => {
        const told = await capacityOf(deps, tx, query);
        await tx.audit({ action: 'capacity.sheet', object: 'region', detail: { on: told.on, campuses: told.campuses.length } });
        const sheet = capacitySheet(told, lang);
        return { name: `${sheet.title} ${told.on}`, bytes: await documentWorkbook(sheet, told.on, lang) };
      });
      return attachment(c, `${name}.xlsx`, XLSX, bytes);
    },
    readClassNeed: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { campus_id } = c.req.valid('param');
      const { year, classes = CLASSES, size = SIZE, rates = 'pack', ...query } = c.req.valid('query');
      const day = dayOf(deps, place, query);
      if (!await campusInReach(tx, campus_id, knownOf(day))) return refuse(c, 'unknown_campus');
      const start = startYear(day.on);
      const asked = year ?? start;
      if (asked < start || asked > start + MOST_YEARS) return unfit(c, 'query', { field: 'year', text: { zh: `年份应在 ${start} 至 ${start + MOST_YEARS} 年之间。`, en: `The year lies between ${start} and ${start + MOST_YEARS}.` } });
      const { ground } = await groundAhead(tx, place.pack, day, Math.max(YEARS, asked - start), rates);
      const campus = ground.campuses.find((one) => one.campus.campus_id === campus_id)?.campus;
      const found = campus === undefined ? null : situationIn(ground, rates, campus_id, asked);
      if (campus === undefined) return refuse(c, 'unknown_campus');
      if (found === null) return refuse(c, 'not_in_force');
      const more = { classes, size };
      const need = classNeed(found.facts, found.judging, more);
      const side = found.school === null ? null : schoolSide(found.school, found.judging, need.changes, more);
      const all = (verdicts: Parameters<typeof shown>[0][]) => verdicts.map((verdict) => shown(verdict, place.pack));
      return c.json({
        campus_id, name: campus.name, school_id: found.school_id, school: (await nameLookup(tx))(found.school_id), year: asked, on: found.rules.on, ...more,
        students: headsOf(found.facts.students.value), items: need.items.map(itemView), left: need.left, verdicts: all([...need.verdicts]),
        rest: side === null ? null : {
          land_m2: toFixed(side.handed_over.land_m2, 2, 'up'), building_m2: toFixed(side.handed_over.building_m2, 2, 'up'), equipment_yuan: toFixed(side.handed_over.equipment_yuan, 2, 'up'),
          before: all([...side.before]), after_handing_over: all([...side.after_handing_over]), with_classes: all([...side.with_classes]),
        },
      }, 200);
    }),
  };
}

interface Asked extends Partial<AskedDay> {
  readonly years?: number | undefined;
  readonly rates?: RateSource | undefined;
}

/** What of the region is the asker's to read. */
async function capacityOf(deps: Deps, tx: Transaction, asked: Asked) {
  const place = await placeOf(tx);
  const { years = YEARS, rates = 'pack', ...query } = asked;
  const day = dayOf(deps, place, query);
  const [reach, nameOf] = await Promise.all([inReach(tx, knownOf(day)), nameLookup(tx)]);
  const { ground, ahead } = await groundAhead(tx, place.pack, day, years, rates);
  const campuses = ground.campuses.filter(({ campus }) => reach.campuses.has(campus.campus_id)).map(({ campus: { campus_id, name, school_id } }) => ({ campus_id, name, school_id }));
  const schools = new Set([...reach.schools, ...campuses.map(({ school_id }) => school_id)]);
  const days = new Map(ground.rules.map(({ year, on }) => [year, on]));
  const view = (room: CampusRoom | SchoolRoom) => roomView(room, days.get(room.year) ?? day.on);
  return {
    on: day.on, pack: place.pack.header.id, start: ground.start, standards: standardsOf(place.pack), campuses,
    schools: ground.schools.filter(({ school_id }) => schools.has(school_id)).map(({ school_id }) => ({ school_id, name: nameOf(school_id) })),
    campuses_in_region: ground.campuses.length,
    totals: tx.actor.reach.get('planning.read') === '*' ? regionRoom(ahead.campuses) : null,
    campus_rows: ahead.campuses.filter(({ campus_id }) => reach.campuses.has(campus_id)).map((room) => ({ campus_id: room.campus_id, ...view(room) })),
    school_rows: ahead.schools.filter(({ school_id }) => schools.has(school_id)).map((room) => ({ school_id: room.school_id, ...view(room) })),
  };
}

interface Ahead {
  readonly ground: Ground;
  readonly ahead: CapacityAhead;
}

const kept = keptAnswers<Ahead>();

/** The whole region, kept while nothing in it changes; what of it is told is for the caller to cut. */
function groundAhead(tx: Transaction, pack: Pack, day: AskedDay, years: number, rates: RateSource): Promise<Ahead> {
  return kept.get(tx, [...about(pack, day), String(years), rates], async () => {
    const ground = groundOf(await tx.whole((whole) => loadForecastRows(whole, knownOf(day))), pack, day.on, startYear(day.on) + years);
    return { ground, ahead: capacityAhead(ground, rates) };
  });
}

function standardsOf({ standards, schoolStandards }: Pack) {
  const counted = PER_STUDENT.flatMap((id) => standards.filter((standard) => standard.id === id));
  return [...counted, ...schoolStandards].map(({ id, clause, label, notice, reads: [parameter] }) => ({ id, clause, label, notice, parameter }));
}

function roomView({ year, students, capacity: { students: most, binding, allowed } }: CampusRoom | SchoolRoom, on: AskedDay['on']) {
  return { year, on, students, capacity: { students: most, binding }, allowed };
}

const AMOUNTS: ReadonlySet<string> = new Set(AMOUNT_CHANGES);

function itemView({ key, amount, anyway, codes, standards }: NeededItem) {
  const decimals = AMOUNTS.has(key) ? 2 : 0;
  return { item: key, amount: toFixed(amount, decimals, 'up'), anyway: toFixed(anyway, decimals, 'up'), codes, standards };
}
