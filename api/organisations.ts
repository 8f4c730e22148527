import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import type { Row } from '../core/exchange/sheets.ts';
import { programmeParties } from '../core/partners/programme-parties.ts';
import { takingPart } from '../core/partners/taking-part.ts';
import { inForce } from '../core/values/period.ts';
import { bindStandards } from '../core/verdict/standard.ts';
import { loadRows } from '../store/campus-rows.ts';
import { listPartnerAgreements, type RecordedAgreement } from '../store/partners.ts';
import { listTeams } from '../store/teams.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import type { readOrganisation, readProgramme } from './contract/organisations.ts';
import { noticeDays, parametersOf, shownCooperation } from './cooperation-verdicts.ts';
import { dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import { countyNames } from './overview.ts';
import { agreementView } from './partners.ts';
import { refuse } from './refuse.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';
import { teamHeadView } from './team-view.ts';

type OrganisationHandlers = Pick<Handlers, 'listOrganisations' | 'readOrganisation' | 'readPark' | 'readProgramme'>;
type Page = z.infer<(typeof readOrganisation.responses)[200]['content']['application/json']['schema']>;
type ProgrammeView = z.infer<(typeof readProgramme.responses)[200]['content']['application/json']['schema']>['programme'];
type Entry = Page['entry'];

/** The directory, and what of an organisation, a park or a programme is in the asker's reach. */
export function organisationHandlers(deps: Deps): OrganisationHandlers {
  return {
    listOrganisations: (c) => storeOf(deps, c).read(async (tx) => {
      const { search = '', kind, county, page, per_page } = c.req.valid('query');
      const found = (await entriesOf(tx, await placeOf(tx))).filter((entry) =>
        (kind === undefined || entry.kind === kind) && (county === undefined || entry.division_code === county) && isMeant(entry, search.trim().toLowerCase()));
      return c.json({ total: found.length, page, per_page, entries: found.slice((page - 1) * per_page, page * per_page) }, 200);
    }),
    readOrganisation: (c) => storeOf(deps, c).read(async (tx) => {
      const asked = await askedOf(tx, deps, c.req.valid('query'));
      const entry = asked.entries.find(({ kind, id }) => kind !== 'industrial_park' && id === c.req.valid('param').org_id);
      return entry === undefined ? refuse(c, 'unknown_entry') : c.json(await organisationPage(tx, asked, entry), 200);
    }),
    readPark: (c) => storeOf(deps, c).read(async (tx) => {
      const asked = await askedOf(tx, deps, c.req.valid('query'));
      const entry = asked.entries.find(({ kind, id }) => kind === 'industrial_park' && id === c.req.valid('param').park_id);
      return entry === undefined ? refuse(c, 'unknown_entry') : c.json(await parkPage(tx, asked, entry), 200);
    }),
    readProgramme: (c) => storeOf(deps, c).read(async (tx) => {
      const asked = await askedOf(tx, deps, c.req.valid('query'));
      const row = asked.programmes.find(({ programme_id }) => programme_id === c.req.valid('param').programme_id);
      if (row === undefined) return refuse(c, 'unknown_entry');
      const services = (await loadRows(tx, 'services', knownOf(asked.day))).filter(({ programme_id }) => programme_id === row.programme_id);
      const parks = services.map(({ park_id, from, to }) => ({ park_id, name: asked.entries.find((one) => one.kind === 'industrial_park' && one.id === park_id)?.name ?? park_id, from, to }));
      return c.json({ on: asked.day.on, programme: programmeView(tx, asked, row), agreements: agreementsOf(tx, asked, ({ programmes }) => programmes.includes(row.programme_id)), parks }, 200);
    }),
  };
}

/** What every page of the directory is made of. */
interface Asked {
  readonly place: Place;
  readonly day: AskedDay;
  readonly entries: readonly Entry[];
  readonly programmes: readonly Row<'programmes'>[];
  /** Those in the asker's reach, which are shown; verdicts rest on all of the region. */
  readonly agreements: readonly RecordedAgreement[];
  readonly all: readonly RecordedAgreement[];
}

async function askedOf(tx: Transaction, deps: Deps, query: Partial<AskedDay>): Promise<Asked> {
  const place = await placeOf(tx);
  const day = dayOf(deps, place, query);
  return {
    place, day, entries: await entriesOf(tx, place, day), programmes: await loadRows(tx, 'programmes', knownOf(day)),
    agreements: await listPartnerAgreements(tx, knownOf(day)), all: await tx.whole((whole) => listPartnerAgreements(whole, knownOf(day))),
  };
}

async function entriesOf(tx: Transaction, { region, pack }: Place, day?: AskedDay): Promise<Entry[]> {
  const known = day === undefined ? {} : knownOf(day);
  const counties = countyNames(region, pack);
  const organisations = (await loadRows(tx, 'organisations', known)).map(({ org_id, name, aliases, kind, division_code, credit_code }): Entry =>
    ({ id: org_id, name, aliases: aliases ?? [], kind, division_code, county: counties.get(division_code) ?? null, credit_code }));
  const parks = (await loadRows(tx, 'parks', known)).map(({ park_id, name, division_code }): Entry =>
    ({ id: park_id, name, aliases: [], kind: 'industrial_park', division_code, county: counties.get(division_code) ?? null, credit_code: null }));
  return [...organisations, ...parks];
}

function isMeant({ id, name, aliases, credit_code }: Entry, search: string): boolean {
  return search === '' || [id, name, ...aliases, credit_code ?? ''].some((text) => text.toLowerCase().includes(search));
}

function agreementsOf(tx: Transaction, { place, day, entries, programmes, agreements }: Asked, of: (agreement: RecordedAgreement) => boolean) {
  const names = {
    organisations: new Map(entries.filter(({ kind }) => kind !== 'industrial_park').map((one) => [one.id, one])), programmes: new Map(programmes.map((one) => [one.programme_id, one])),
    tx, on: day.on, notice_days: noticeDays(parametersOf(place.pack, day.on)),
  };
  return agreements.filter(of).map((one) => agreementView(one, names));
}

/** M1-a, told to whoever may know the agreements of the programme. */
function programmeView(tx: Transaction, { place, day, entries, all }: Asked, row: Row<'programmes'>): ProgrammeView {
  const { programme_id, name, college_id, school_id, campus_id } = row;
  const nameOf = (id: string): string => entries.find((one) => one.kind !== 'industrial_park' && one.id === id)?.name ?? id;
  const division = entries.find((one) => one.id === school_id)?.division_code ?? '';
  const may = mayTouch(tx.actor.reach, 'partners', 'read', [`org:${college_id}`, `org:${school_id}`, `county:${division}`]);
  const enterprises = new Set(entries.filter(({ kind }) => kind === 'enterprise').map(({ id }) => id));
  const [verdict] = may ? bindStandards([programmeParties], parametersOf(place.pack, day.on))({ programme: row, agreements: all, enterprises, on: day.on }) : [];
  return { programme_id, name, college_id, college: nameOf(college_id), school_id, school: nameOf(school_id), campus_id, verdict: verdict === undefined ? null : shownCooperation(verdict, place.pack) };
}

async function organisationPage(tx: Transaction, asked: Asked, entry: Entry): Promise<Page> {
  const { day, place, agreements, all } = asked;
  const { id } = entry;
  const bound = new Set(agreements.filter((one) => one.parties.includes(id) && inForce(one, day.on)).flatMap(({ programmes }) => programmes));
  const own = asked.programmes.filter((row) => row.college_id === id || row.school_id === id || bound.has(row.programme_id));
  const campuses = (await loadRows(tx, 'campuses', knownOf(day))).filter((row) => row.school_id === id || row.college_id === id);
  const teams = await listTeams(tx, { org_id: id });
  const mayKnow = entry.kind === 'enterprise' && mayTouch(tx.actor.reach, 'partners', 'read', [`org:${id}`, `county:${entry.division_code}`]);
  const [part] = mayKnow ? bindStandards([takingPart], parametersOf(place.pack, day.on))({ agreements: all.filter(({ parties }) => parties.includes(id)), on: day.on }) : [];
  const names = await namesOfTeams(tx, asked);
  return {
    on: day.on, entry, programmes: own.map((row) => programmeView(tx, asked, row)), agreements: agreementsOf(tx, asked, ({ parties }) => parties.includes(id)),
    campuses: campuses.map(({ campus_id, name, status }) => ({ campus_id, name, status })),
    teams: teams.map((one) => teamHeadView(one, { ...names, on: day.on, pack: place.pack })),
    taking_part: part === undefined ? null : shownCooperation(part, place.pack),
  };
}

async function parkPage(tx: Transaction, asked: Asked, entry: Entry): Promise<Page> {
  const { day } = asked;
  const serving = (await loadRows(tx, 'services', knownOf(day))).filter((one) => one.park_id === entry.id && inForce(one, day.on)).map(({ programme_id }) => programme_id);
  const campuses = (await loadRows(tx, 'campuses', knownOf(day))).filter(({ park_id }) => park_id === entry.id);
  return {
    on: day.on, entry, programmes: asked.programmes.filter(({ programme_id }) => serving.includes(programme_id)).map((row) => programmeView(tx, asked, row)),
    agreements: [], campuses: campuses.map(({ campus_id, name, status }) => ({ campus_id, name, status })), teams: [], taking_part: null,
  };
}

async function namesOfTeams(tx: Transaction, { entries }: Asked) {
  const campuses = await loadRows(tx, 'campuses', {});
  return { organisations: new Map(entries.filter(({ kind }) => kind !== 'industrial_park').map((one) => [one.id, one])), campuses: new Map(campuses.map((one) => [one.campus_id, one])) };
}
