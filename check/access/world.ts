import pg from 'pg';
import { reachOf } from '../../core/access/reach.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { readTyped, type TypedRow, type TypedSheets } from '../../core/check/made-dataset.ts';
import { sheetNames, type SheetName } from '../../core/exchange/sheets.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { rememberMapping } from '../../store/column-mappings.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { undoImport } from '../../store/imports.ts';
import { memorySource } from '../../store/key-source.ts';
import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { attachPolicyText } from '../../store/policy-texts.ts';
import { programActor } from '../../store/program-actor.ts';
import { endRecord } from '../../store/register-changes.ts';
import { keyOf, registerNamed } from '../../store/register-columns.ts';
import { createRegion } from '../../store/regions.ts';
import { takeSnapshot } from '../../store/snapshots.ts';
import type { Actor } from '../../store/transaction.ts';
import { EVERYBODY, type Asking } from './actors.ts';
import { canariesIn, canary } from './canary.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { openTo } from './policy-oracle.ts';
import { openSessions } from './sign-in.ts';
import { workOutDuties, type WorldDuty } from './world-duties.ts';
import { corrected, unitRow, UNIT_SHEETS } from './unit-rows.ts';
import { leaveMessages, type WorldMessages } from './world-messages.ts';
import { ORGANISATIONS, UNITS, VARIANTS, type Unit, type Variant } from './units.ts';
import { issueDocuments, type WorldDocument } from './world-documents.ts';
import { askForGrants, type WorldGrant } from './world-grants.ts';
import { makeInternships, type WorldInternship } from './world-internships.ts';
import { drawUpAll, type WorldAgreement } from './world-agreements.ts';
import { issueAll, type WorldDiploma } from './world-diplomas.ts';
import { openMatters, type WorldMatter } from './world-matters.ts';
import { makeCooperation, type Cooperation } from './world-cooperation.ts';
import { guideStudents, type WorldService } from './world-employment.ts';
import { admitStudents, type WorldAdmission } from './world-admission.ts';
import { makeCoordination, type WorldCircular, type WorldEntry } from './world-coordination.ts';
import { makeRequests, type WorldRequest } from './world-work.ts';
import { makeVisits, type WorldVisit } from './world-supervision.ts';
import { makeSurveys, type WorldSurveys } from './world-surveys.ts';
import { makeScenario } from './world-scenarios.ts';
import { holdTests, type WorldTests } from './world-tests.ts';

/** The day on which everything in the world is asked about. */
export const DAY = date('2025-10-31');
const THERE = VARIANTS.filter((variant) => variant !== 'new');

/** A record as it lies in the database, with whose it is as the oracle tells it. */
export interface WorldRecord {
  readonly sheet: SheetName;
  readonly record_id: string;
  readonly unit: Unit['name'] | null;
  readonly variant: Variant | null;
  /** It is the last word on its key, and not withdrawn. */
  readonly stands: boolean;
  /** A later record answers it. */
  readonly answered: boolean;
  readonly labels: readonly string[];
  readonly canaries: ReadonlySet<string>;
  readonly values: Readonly<Record<string, unknown>>;
  /** The labels that the product gave it. */
  readonly scopes: readonly string[];
}

/** An import as somebody made it. */
export interface WorldImport {
  readonly import_id: string;
  readonly by: Asking;
  readonly undone: boolean;
  /** Labels by which others reach it: those of its maker's reach for imports. */
  readonly scopes: readonly string[];
  /** Labels of the one record that it brought. */
  readonly labels: readonly string[];
  readonly file: string;
}

export interface World extends WorldMessages {
  readonly db: Database;
  readonly owner: pg.Client;
  readonly region_id: number;
  readonly records: readonly WorldRecord[];
  readonly imports: readonly WorldImport[];
  readonly grants: readonly WorldGrant[];
  readonly duties: readonly WorldDuty[];
  readonly cooperation: readonly Cooperation[];
  readonly matters: readonly WorldMatter[];
  readonly admissions: readonly WorldAdmission[];
  readonly services: readonly WorldService[];
  readonly snapshot_id: string;
  readonly scenario_id: string;
  readonly documents: readonly WorldDocument[];
  readonly agreements: readonly WorldAgreement[];
  readonly internships: readonly WorldInternship[];
  readonly diplomas: readonly WorldDiploma[];
  readonly tests: readonly WorldTests[];
  readonly visits: readonly WorldVisit[];
  readonly requests: readonly WorldRequest[];
  /** Circulars, and entries of the log. */
  readonly circulars: readonly WorldCircular[];
  readonly log: readonly WorldEntry[];
  readonly surveys: WorldSurveys;
  /** By account: what a request of theirs carries. */
  readonly cookies: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

const PEOPLE = new Map(EVERYBODY.map((one) => [one.account, one]));
export const person = (account: string): Asking => PEOPLE.get(account) as Asking;

/** Fills an empty database with two schools, two colleges and all that is theirs, by the product's own imports. */
export async function makeWorld(connection: PostgresConnection): Promise<World> {
  const db = await openDatabase(connection, memorySource());
  const owner = new pg.Client(connection);
  await owner.connect();
  const { region_id } = await createRegion(db, {
    code: '330800', name: '测试市', office_name: '测试办', pack: DEFAULT_PACK.header.id, sample: true,
    counties: DEFAULT_PACK.header.counties.map(({ code, name }) => ({ code, name: name.zh })),
  });
  const program = programActor(region_id);
  const keys = new Map<string, { readonly unit: Unit; readonly variant: Variant } | null>();
  await bring(db, program, everything(), keys);
  await bring(db, program, corrections(), keys);
  await endThem(db, program, owner);
  const imports = await importsByHand(db, region_id, keys);
  await leaveTraces(db, region_id);
  const cooperation = await makeCooperation(db, region_id);
  const head = await takeSnapshot(db, { actor: program, judging: judgingOn(DEFAULT_PACK, DAY), name: '冻结' });
  const documents = await issueDocuments(db, region_id);
  const agreements = await drawUpAll(db, region_id, DAY);
  const internships = await makeInternships(db, region_id, DAY);
  const cookies = await openSessions(db, region_id, EVERYBODY, owner);
  return {
    db, owner, region_id, imports, cookies, documents, agreements, internships, cooperation, snapshot_id: String(head?.snapshot_id), scenario_id: await makeScenario(db, region_id, DAY), records: await readAll(owner, keys), grants: await askForGrants((account) => db.as(actorOf(region_id, person(account))), owner, DAY),
    matters: await openMatters((account) => db.as(actorOf(region_id, person(account))), DAY), duties: await workOutDuties(db, { region_id, owner, today: DAY }),
    admissions: await admitStudents(owner, region_id), services: await guideStudents(owner, region_id), diplomas: await issueAll(owner, region_id, DAY),
    tests: await holdTests(owner, region_id), visits: await makeVisits(owner, region_id), requests: await makeRequests(owner, region_id), surveys: await makeSurveys(owner, region_id), ...await makeCoordination(owner, region_id),
    ...await leaveMessages(owner, region_id),
    close: () => owner.end().then(() => db.close()),
  };
}

interface Brought {
  readonly sheets: TypedSheets;
  readonly of: Partial<Record<SheetName, readonly ({ readonly unit: Unit; readonly variant: Variant } | null)[]>>;
}

function everything(): Brought {
  const of = Object.values(UNITS).flatMap((unit) => THERE.map((variant) => ({ unit, variant })));
  // A record that is still to be added may be of a student who is there.
  const withNew = Object.values(UNITS).flatMap((unit) => VARIANTS.map((variant) => ({ unit, variant })));
  const ofSheet = (sheet: SheetName) => (sheet === 'students' ? withNew : of);
  const sheets: Partial<Record<SheetName, TypedRow[]>> = { region: [{ region_code: '330800', name: '测试市', office_name: '测试办' }] };
  for (const sheet of UNIT_SHEETS) sheets[sheet] = ofSheet(sheet).map(({ unit, variant }) => unitRow(sheet, unit, variant));
  sheets.organisations?.push(...ORGANISATIONS.map((one) => ({ ...one, name: `${one.org_id} 单位` })));
  return { sheets, of: { ...Object.fromEntries(UNIT_SHEETS.map((sheet) => [sheet, ofSheet(sheet)])), region: [null], organisations: [...of, ...ORGANISATIONS.map(() => null)] } };
}

function corrections(): Brought {
  const of = Object.values(UNITS).map((unit) => ({ unit, variant: 'answered' as const }));
  return {
    sheets: Object.fromEntries(UNIT_SHEETS.map((sheet) => [sheet, of.map(({ unit, variant }) => corrected(sheet, unitRow(sheet, unit, variant)))])),
    of: Object.fromEntries(UNIT_SHEETS.map((sheet) => [sheet, of])),
  };
}

type Keys = Map<string, { readonly unit: Unit; readonly variant: Variant } | null>;

async function bring(db: Database, actor: Actor, { sheets, of }: Brought, keys: Keys, file = 'world.xlsx'): Promise<number> {
  const { dataset, problems } = readTyped(sheets);
  for (const sheet of sheetNames) {
    for (const [at, row] of (dataset[sheet] ?? []).entries()) keys.set(`${sheet}/${keyOf(registerNamed(sheet), row)}`, of[sheet]?.[at] ?? null);
  }
  const reply = await importDataset(db, { actor, dataset, problems, as_of: DAY, replace: [], file: { name: file, sha256: file } });
  if (reply.outcome !== 'done') throw new Error(`the world was not imported: ${JSON.stringify(reply).slice(0, 2000)}`);
  return reply.import_id;
}

async function endThem(db: Database, actor: Actor, owner: pg.Client): Promise<void> {
  for (const sheet of [...UNIT_SHEETS].reverse()) {
    for (const unit of Object.values(UNITS)) {
      const row = readTyped({ [sheet]: [unitRow(sheet, unit, 'ended')] }).dataset[sheet]?.[0];
      const register = registerNamed(sheet);
      const { rows } = await owner.query(`select record_id from ${register.table} where key = $1`, [keyOf(register, row as never)]);
      const last = unitRow(sheet, unit, 'ended')['from'] ?? unitRow(sheet, unit, 'ended')['acquired_on'];
      const reply = await db.as(actor).write((tx) => endRecord(tx, sheet, Number(rows[0]?.record_id), date(last === undefined ? DAY : String(last).replace('-01', '-30'))));
      if (reply.outcome !== 'done') throw new Error(`${sheet} was not ended: ${JSON.stringify(reply)}`);
    }
  }
}

const IMPORTERS = ['office.a', 'school_registrar.a', 'school_registrar.b', 'campus_manager.a', 'campus_manager.b'] as const;

function actorOf(region_id: number, { account, standing }: Asking): Actor {
  return { region_id, account, reach: reachOf(standing ?? { roles: [], student_id: null, wards: [], granted: [] }) };
}

/** Everybody of these brings two rooms of their own, and takes one of them back. */
async function importsByHand(db: Database, region_id: number, keys: Keys): Promise<WorldImport[]> {
  const made: WorldImport[] = [];
  for (const account of IMPORTERS) {
    for (const undone of [false, true]) {
      const by = person(account);
      const actor = actorOf(region_id, by);
      const of = { unit: UNITS[`${by.side}1`], variant: 'standing' as const };
      const file = `${canary(account.replace('.', '-'), 'file', undone ? 'undone' : 'kept')}.csv`;
      const row = { ...unitRow('rooms', of.unit, 'standing'), room_id: `${canary(account.replace('.', '-'), 'rooms', 'id')}-${undone ? 'undone' : 'kept'}` };
      const import_id = await bring(db, actor, { sheets: { rooms: [row] }, of: { rooms: [of] } }, keys, file);
      if (undone) await undoImport(db, { actor, import_id });
      const open = openTo(by, 'imports', 'w');
      made.push({ import_id: String(import_id), by, undone, scopes: open === 'all' ? [] : open ?? [], labels: labelsOfRow('rooms', row, of), file });
    }
  }
  return made;
}

/** Remembered mappings of both schools, and an official text. */
async function leaveTraces(db: Database, region_id: number): Promise<void> {
  for (const account of IMPORTERS) {
    const by = person(account);
    await db.as(actorOf(region_id, by)).write(async (tx) => {
      const mapping = { file: 'rooms.csv', tab: '', sheet: 'rooms', heading_rows: [1, 1], columns: [], constants: { name: mappingCanary(account) } };
      await rememberMapping(tx, account, 'rooms', mapping);
    });
  }
  await db.as(programActor(region_id)).write(async (tx) => {
    await attachPolicyText(tx, { name: 'text.pdf', media_type: 'application/pdf', bytes: new TextEncoder().encode('text') });
  });
}

export const mappingCanary = (account: string): string => canary(account.replace('.', '-'), 'mapping', 'constant');

/** Every record of every register, read as the tables' owner would, past all rules. */
async function readAll(owner: pg.Client, keys: Keys): Promise<WorldRecord[]> {
  const records: WorldRecord[] = [];
  for (const sheet of sheetNames) {
    const { rows } = await owner.query(`select * from ${registerNamed(sheet).table} order by record_id`);
    for (const row of rows) {
      const of = keys.get(`${sheet}/${row.key}`);
      if (of === undefined) throw new Error(`nobody made ${sheet} ${row.key}`);
      records.push({
        sheet, record_id: String(row.record_id), unit: of?.unit.name ?? null, variant: of?.variant ?? null,
        stands: row.superseded_at === null && !row.withdrawn, answered: row.superseded_at !== null,
        labels: labelsOfRow(sheet, row, of), canaries: canariesIn(JSON.stringify({ ...row, scopes: null })), values: row, scopes: row.scopes,
      });
    }
  }
  return records;
}
