import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readTyped } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import { applicationConnection } from '../../store/application-role.ts';
import type { Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import type { Instant } from '../../store/known-time.ts';
import { post } from '../../store/ledger/post.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { contextOf, type Actor } from '../../store/transaction.ts';

const WRITERS = 8;
const EACH = 300;
const ROUNDS = 7;
const LEAST_RATIO = 0.8;

let next = 1_000_000;
const AT = '2025-11-01T00:00:00Z' as Instant;

/** Receipts posted one by one by eight writers at once, each durable with its audit entry, against the same written by hand in SQL. */
export async function benchPostings(db: Database, owner: pg.Client, print: (line: string) => void): Promise<void> {
  const actor = await region(db);
  const clients = await Promise.all(Array.from({ length: WRITERS }, async () => {
    const { host, port, database, user, password } = owner;
    const client = new pg.Client(applicationConnection({ host, port, database: database ?? '', user: user ?? '', password: String(password ?? '') } as never));
    await client.connect();
    return client;
  }));
  const [ours, byHand]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const hand = await perSecond((writer) => handWritten(clients[writer] as pg.Client, actor));
      const own = await perSecond(() => posting(db, actor));
      // The first warms up.
      if (round === 0) continue;
      byHand.push(hand);
      ours.push(own);
    }
  } finally {
    for (const client of clients) await client.end();
  }
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  // Each round against the one just before it: how fast the disk is changes between rounds.
  const ratio = median(ours.map((own, at) => own / (byHand[at] ?? Number.NaN)));
  print(`ledger single postings, ${WRITERS} writers, durable, audited: median ${median(ours).toFixed(0)} a second; by hand in SQL ${median(byHand).toFixed(0)}; ratio ${ratio.toFixed(2)} (at least ${LEAST_RATIO}) ${ratio >= LEAST_RATIO ? 'reached' : 'MISSED'}`);
}

async function region(db: Database): Promise<Actor> {
  const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false });
  const actor = programActor(region_id);
  const { dataset } = readTyped({ organisations: [{ org_id: 'H', name: 'H', kind: 'college', division_code: '330802' }] });
  await importDataset(db, { actor, dataset, problems: [], as_of: date('2025-10-31'), replace: [], file: { name: 'bench', sha256: 'bench' } });
  return actor;
}

async function perSecond(work: (writer: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  await Promise.all(Array.from({ length: WRITERS }, async (_, writer) => { for (let at = 0; at < EACH; at += 1) await work(writer); }));
  return (WRITERS * EACH * 1000) / (performance.now() - started);
}

async function posting(db: Database, actor: Actor): Promise<void> {
  next += 1;
  const source = BigInt(next);
  await db.as(actor).write(async (tx) => {
    const { outcome } = await post(tx, [{ source, event: 'receipt_tuition', holders: { college: 'H' }, amount_yuan: '6600.00', student_id: 'A', year: 2025, valid_on: date('2025-09-10') }], AT);
    if (outcome !== 'posted') throw new Error(outcome);
    await tx.audit({ action: 'record.add', object: `ledger/${source}` });
  });
}

/** The same rows with nothing around them: the entry, and the audit entry with the region's algorithm asked for. */
async function handWritten(client: pg.Client, actor: Actor): Promise<void> {
  next += 1;
  const source = next;
  await client.query('begin');
  await client.query(contextOf(actor));
  await client.query({ name: 'entry', text: `insert into ledger_entries (region_id, source, part, turn, debit, credit, fen, event, clause, student_id, year, period, valid_on, recorded_at, recorded_by, scopes)
    values ($1, $2, 1, 0, 'bank:H', 'tuition:H', 660000, 'receipt_tuition', 'R4-b', 'A', 2025, '2025-09-01', '2025-09-10', $3, $4, $5)`, values: [actor.region_id, source, AT, actor.account, ['org:H', 'student:A']] });
  const { rows: [now] } = await client.query<{ at: string }>({ name: 'now', text: 'select clock_timestamp()::text as at, algorithm from audit_heads where region_id = $1', values: [actor.region_id] });
  await client.query({ name: 'audit', text: `with entry as (insert into audit_entries (region_id, entry_id, at, actor, action, kind, object, detail, hash) values ($1, $2, $3, $4, 'ledger.post', 'ledger', $5, '{}', $6))
    insert into audit_unsealed (region_id, at, entry_id) values ($1, $3, $2)`, values: [actor.region_id, randomUUID(), now?.at, actor.account, `ledger/${source}`, Buffer.alloc(32)] });
  await client.query('commit');
}
