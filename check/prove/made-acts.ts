import pg from 'pg';
import { campusOnTheLine } from '../../core/check/made-dataset.ts';
import { parsePlainDate, type PlainDate } from '../../core/values/plain-date.ts';
import { sealBatch, type Checkpoints } from '../../store/audit-sealing.ts';
import { verifyRegion, type RegionReport } from '../../store/audit-verify.ts';
import { loadRows } from '../../store/campus-rows.ts';
import type { Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { importOf } from '../../store/made-store.ts';
import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { addRecord, correctRecord, endRecord } from '../../store/register-changes.ts';
import type { Actor } from '../../store/transaction.ts';
import type { Random } from './random.ts';
import type { Named, Tampering } from './made-tampering.ts';

const room = (room_id: string, area_m2: number) => ({ room_id, campus_id: 'C', use: 'teaching', area_m2: String(area_m2), from: '2025-09-01' });
const END = parsePlainDate('2025-12-31') as PlainDate;

/** Fills a region by an import and some acts by hand, of which the seed chooses kind and order; `between` runs after each. */
export async function act(
  db: Database, actor: Actor, random: Random, acts: number, between: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { students: _, ...sheets } = campusOnTheLine();
  const reply = await importDataset(db, importOf(actor, sheets as ReturnType<typeof campusOnTheLine>));
  if (reply.outcome !== 'done') throw new Error(`the import came to ${reply.outcome}`);
  const as = db.as(actor);
  for (let at = 0; at < acts; at += 1) {
    const rooms = await as.read((tx) => loadRows(tx, 'rooms', {}));
    const old = random.pick(rooms);
    const change = random.whole(0, 2);
    const { outcome } = await as.write((tx) => {
      if (change === 0) return addRecord(tx, 'rooms', room(`N${at}`, 100 + at));
      if (change === 1) return correctRecord(tx, 'rooms', old.row, room(old.room_id, 2000 + at));
      return endRecord(tx, 'rooms', old.row, END);
    });
    if (outcome !== 'done' && outcome !== 'unchanged' && outcome !== 'problems') throw new Error(`act ${change} came to ${outcome}`);
    await between();
  }
}

/** Seals everything of a region, in batches of one pass each. */
export async function sealAll(db: Database, region_id: number, checkpoints: Checkpoints): Promise<void> {
  for (let more = true; more;) {
    const sealed = await sealBatch(db, region_id, checkpoints);
    if (sealed.outcome === 'stuck') throw new Error(sealed.why);
    more = sealed.left;
  }
}

export function verify(db: Database, region_id: number, { directory, signer }: Checkpoints): Promise<RegionReport> {
  return verifyRegion(db, region_id, { directory, key: signer.key });
}

/** Tampers as superuser, past foreign keys and row security; committed. */
export async function tamper(connection: PostgresConnection, region_id: number, { attack }: Tampering, random: Random): Promise<Named | null> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    const named = await attack(client, region_id, random);
    await client.query('commit');
    return named;
  } finally {
    await client.end();
  }
}

/** What verification should have said first and did not, in words; null where it named it. */
export function missed({ first, holds }: RegionReport, named: Named): string | null {
  if (holds || first === null) return 'nothing was found';
  if (first.seq !== named.seq) return `named #${first.seq} (${first.what}) instead of #${named.seq}`;
  if (first.seq !== null && first.entry_id === null) return `#${first.seq} without its entry`;
  if (named.about !== undefined && first.about !== named.about) return `named ${first.about} instead of ${named.about}`;
  return null;
}
