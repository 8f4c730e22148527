import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import { accountBalance, trialBalance } from '../../store/ledger/balances.ts';
import { settleYear } from '../../store/ledger/year/settle-year.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import type { Actor } from '../../store/transaction.ts';
import { benchPostings } from './ledger-postings.ts';
import { madeYear } from './made-ledger-year.ts';
import { watchMemory } from './memory.ts';

const SIZES = (process.env['BENCH_STUDENTS'] ?? '100000,1000000').split(',').map(Number);
const ROUNDS = 3;
const MOST_RATIO = 1.5;
const MOST_TRIAL = 1.2;
const MOST_BALANCE_MS = 5;
const MOST_GROWTH = 11;
const MOST_MIB = 512;
const ENTRIES = 4;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const told = (holds: boolean): string => (holds ? 'reached' : 'MISSED');

/** The year of a region posted from its registers, against PostgreSQL's own plain rows; balances; and single postings. */
export async function benchLedger(print: (line: string) => void = console.log): Promise<void> {
  const times: number[] = [];
  for (const students of SIZES) await within(async (db, owner) => { times.push(await benchYear(db, owner, students, print)); });
  const [first, last] = [times[0] ?? Number.NaN, times.at(-1) ?? Number.NaN];
  const grown = last / first;
  const allowed = (MOST_GROWTH / 10) * ((SIZES.at(-1) ?? 1) / (SIZES[0] ?? 1));
  if (SIZES.length > 1) print(`ledger year, ${SIZES[0]} → ${SIZES.at(-1)} students: time grows ${grown.toFixed(1)} × (limit ${allowed}) ${told(grown <= allowed)}`);
  await within(async (db, owner) => benchPostings(db, owner, print));
}

async function within(work: (db: Database, owner: pg.Client) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  const owner = new pg.Client(postgres.connection);
  await owner.connect();
  try {
    await work(db, owner);
  } finally {
    await owner.end();
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function benchYear(db: Database, owner: pg.Client, students: number, print: (line: string) => void): Promise<number> {
  const actor = await madeYear(db, owner, students);
  const [ours, plain]: [number[], number[]] = [[], []];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await owner.query('truncate ledger_entries, ledger_cards, ledger_totals, ledger_results, ledger_runs');
    await owner.query('drop table if exists plain_entries');
    await owner.query('checkpoint');
    plain.push(await timed(() => plainRows(owner, actor.region_id)));
    await owner.query('checkpoint');
    const watched = watchMemory(owner);
    ours.push(await timed(() => settle(db, actor)));
    memory.push(await watched.done());
  }
  const { rows: [count] } = await owner.query<{ n: string }>('select count(*) as n from ledger_lines');
  const ratio = median(ours) / median(plain);
  const mib = Math.max(...memory);
  print(`ledger year of ${students} students, ${count?.n} entries, durable: median ${median(ours).toFixed(0)} ms; ${students * ENTRIES} plain rows by one INSERT … SELECT ${median(plain).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (limit ${MOST_RATIO}) ${told(ratio <= MOST_RATIO)}; memory of program and sessions at most ${mib.toFixed(0)} MiB (limit ${MOST_MIB}) ${told(mib <= MOST_MIB)}`);
  await benchBalances(db, owner, actor, print);
  return median(ours);
}

async function settle(db: Database, actor: Actor): Promise<void> {
  const scope = scopeOf(2025, date('2026-08-31'), 2026);
  const rules = fundingRules(DEFAULT_PACK.parameters, scope);
  if ('no_rule_on' in rules) throw new Error('no rules');
  const { outcome } = await db.as(actor).write((tx) => settleYear(tx, scope, rules));
  if (outcome !== 'settled') throw new Error(`settle: ${outcome}`);
}

/** What somebody would write for four rows of a student, as the owner: the same key and the same checks of balance, no row security, no labels, no totals. */
async function plainRows(owner: pg.Client, region_id: number): Promise<void> {
  await owner.query(`create table plain_entries (region_id integer not null, source bigint not null, part smallint not null, turn smallint not null, debit text collate "C" not null, credit text collate "C" not null,
    fen bigint not null check (fen > 0), student_id text collate "C", valid_on date not null, primary key (region_id, source, part, turn), check (debit <> credit))`);
  await owner.query(`insert into plain_entries select s.region_id, s.record_id * 4 + k, 1, 0, 'bank:H1', 'clearing:dorm:' || s.campus_id, 120000, s.student_id, '2025-09-10' from register_students s, generate_series(0, 3) k where s.region_id = ${region_id}`);
}

async function benchBalances(db: Database, owner: pg.Client, actor: Actor, print: (line: string) => void): Promise<void> {
  await owner.query('vacuum analyze ledger_entries, ledger_cards');
  const [trial, plain, one]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(await timed(() => owner.query('select debit, credit, sum(fen) from plain_entries group by 1, 2')));
    trial.push(await timed(() => db.as(actor).read((tx) => trialBalance(tx))));
  }
  for (let round = 0; round < 50; round += 1) one.push(await timed(() => db.as(actor).read((tx) => accountBalance(tx, round % 2 === 0 ? 'bank:H1' : 'clearing:dorm:C7'))));
  const ratio = median(trial) / median(plain);
  print(`ledger trial balance: median ${median(trial).toFixed(0)} ms, plain GROUP BY ${median(plain).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (limit ${MOST_TRIAL}) ${told(ratio <= MOST_TRIAL)}; balance of one account: median ${median(one).toFixed(2)} ms (limit ${MOST_BALANCE_MS}) ${told(median(one) <= MOST_BALANCE_MS)}`);
}

if (import.meta.main) await benchLedger();
