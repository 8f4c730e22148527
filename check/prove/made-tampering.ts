import { createHash } from 'node:crypto';
import type pg from 'pg';
import { chainHash, chainStart, entryHash, type AuditEntry, type ChainAlgorithm } from '../../store/audit-hash.ts';
import { ENTRY_COLUMNS } from '../../store/audit-entry.ts';
import { instantText } from '../../store/value-parsers.ts';
import type { Random } from './random.ts';

/** What somebody with all rights on the database does, and what verification must then say first. */
export interface Tampering {
  readonly name: string;
  /** Does it in a region, as superuser, past keys and row security; answers what is to be named, or null when there is nothing to do it to. */
  readonly attack: (client: pg.Client, region_id: number, random: Random) => Promise<Named | null>;
}

/** The number in the chain that the first finding must name; null where it names a thing that no entry accounts for. */
export interface Named {
  readonly seq: number | null;
  /** What the finding must be about, where it is more than the entry. */
  readonly about?: string;
}

interface ChainRow extends AuditEntry {
  readonly seq: number;
  readonly hash: Buffer;
}

async function chainOf(client: pg.Client, region_id: number): Promise<ChainRow[]> {
  const { rows } = await client.query<Omit<ChainRow, 'at'> & { at: string }>(
    `select c.seq::integer as seq, e.hash, ${ENTRY_COLUMNS.split(', ').map((name) => (name === 'at' ? 'e.at::text as at' : `e.${name}`)).join(', ')}
     from audit_chain c join audit_entries e using (region_id, entry_id) where region_id = $1 order by seq`, [region_id]);
  return rows.map((row) => ({ ...row, at: instantText(row.at) as AuditEntry['at'] }));
}

async function pick(client: pg.Client, region_id: number, random: Random): Promise<ChainRow> {
  return random.pick(await chainOf(client, region_id));
}

async function algorithmOf(client: pg.Client, region_id: number): Promise<ChainAlgorithm> {
  const { rows } = await client.query<{ algorithm: ChainAlgorithm }>('select algorithm from audit_heads where region_id = $1', [region_id]);
  return rows[0]?.algorithm as ChainAlgorithm;
}

/** Writes the whole chain anew over these entries, every hash consistent with the next, the head too. */
async function rebuild(client: pg.Client, region_id: number, entries: readonly AuditEntry[]): Promise<void> {
  const algorithm = await algorithmOf(client, region_id);
  const { rows: [sealed] } = await client.query<{ at: Date }>('select max(sealed_at) as at from audit_chain where region_id = $1', [region_id]);
  await client.query('delete from audit_chain where region_id = $1', [region_id]);
  let link = chainStart(algorithm, region_id);
  for (const [index, entry] of entries.entries()) {
    const hash = entryHash(algorithm, entry);
    link = chainHash(algorithm, link, hash, index + 1);
    await client.query('update audit_entries set hash = $3 where region_id = $1 and entry_id = $2', [region_id, entry.entry_id, hash]);
    await client.query('insert into audit_chain (region_id, seq, entry_id, entry_hash, chain_hash, sealed_at) values ($1, $2, $3, $4, $5, $6)',
      [region_id, index + 1, entry.entry_id, hash, link, sealed?.at]);
  }
  await client.query('update audit_heads set seq = $2, chain_hash = $3 where region_id = $1', [region_id, entries.length, link]);
}

const FIELDS = {
  actor: "actor = actor || 'x'", action: "action = action || 'x'", object: "object = object || 'x'", kind: "kind = kind || 'x'",
  at: "at = at + interval '1 microsecond'", detail: `detail = detail || '{"x": 1}'`,
} as const;

const fieldChanged: Tampering = {
  name: 'a field changed',
  attack: async (client, region_id, random) => {
    const { seq, entry_id } = await pick(client, region_id, random);
    const set = FIELDS[random.pick(Object.keys(FIELDS) as (keyof typeof FIELDS)[])];
    await client.query(`update audit_entries set ${set} where region_id = $1 and entry_id = $2`, [region_id, entry_id]);
    return { seq };
  },
};

const entryDeleted: Tampering = {
  name: 'an entry deleted',
  attack: async (client, region_id, random) => {
    const { seq, entry_id } = await pick(client, region_id, random);
    await client.query('delete from audit_entries where region_id = $1 and entry_id = $2', [region_id, entry_id]);
    if (random.oneIn(2)) await client.query('delete from audit_chain where region_id = $1 and seq = $2', [region_id, seq]);
    return { seq };
  },
};

const entryInserted: Tampering = {
  name: 'an entry inserted',
  attack: async (client, region_id, random) => {
    const chain = await chainOf(client, region_id);
    const at = random.pick(chain);
    const made: AuditEntry = { ...at, entry_id: '00000000-0000-4000-8000-000000000000', action: 'record.add', actor: 'somebody' };
    const algorithm = await algorithmOf(client, region_id);
    const hash = entryHash(algorithm, entryOf(made));
    await client.query(
      `insert into audit_entries (${ENTRY_COLUMNS}, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [region_id, made.entry_id, made.at, made.actor, made.action, made.kind, made.object, JSON.stringify(made.detail), hash]);
    // Room is made in the chain, and the new link follows from the one before it.
    await client.query('update audit_chain set seq = seq + 1000000 where region_id = $1 and seq >= $2', [region_id, at.seq]);
    await client.query('update audit_chain set seq = seq - 999999 where region_id = $1 and seq >= 1000000', [region_id]);
    const { rows: [before] } = await client.query<{ chain_hash: Buffer }>('select chain_hash from audit_chain where region_id = $1 and seq = $2', [region_id, at.seq - 1]);
    const link = chainHash(algorithm, before?.chain_hash ?? chainStart(algorithm, region_id), hash, at.seq);
    await client.query(
      'insert into audit_chain (region_id, seq, entry_id, entry_hash, chain_hash, sealed_at) values ($1, $2, $3, $4, $5, clock_timestamp())',
      [region_id, at.seq, made.entry_id, hash, link]);
    await client.query('update audit_heads set seq = seq + 1 where region_id = $1', [region_id]);
    return { seq: at.seq };
  },
};

function entryOf({ region_id, entry_id, at, actor, action, kind, object, detail }: AuditEntry): AuditEntry {
  return { region_id, entry_id, at, actor, action, kind, object, detail };
}

const twoSwapped: Tampering = {
  name: 'two entries swapped',
  attack: async (client, region_id, random) => {
    const chain = await chainOf(client, region_id);
    const first = random.whole(1, chain.length - 1);
    const second = random.whole(first + 1, chain.length);
    const parked = 10_000_000;
    for (const [from, to] of [[first, parked], [second, first], [parked, second]]) {
      await client.query('update audit_chain set seq = $3 where region_id = $1 and seq = $2', [region_id, from, to]);
    }
    if (random.oneIn(2)) await rebuild(client, region_id, await chainOf(client, region_id));
    return { seq: first };
  },
};

const tailTruncated: Tampering = {
  name: 'the tail truncated',
  attack: async (client, region_id, random) => {
    const chain = await chainOf(client, region_id);
    const last = random.whole(0, chain.length - 1);
    const algorithm = await algorithmOf(client, region_id);
    await client.query('delete from audit_entries where region_id = $1 and entry_id in (select entry_id from audit_chain where region_id = $1 and seq > $2)', [region_id, last]);
    await client.query('delete from audit_chain where region_id = $1 and seq > $2', [region_id, last]);
    await client.query(
      'update audit_heads set seq = $2, chain_hash = coalesce((select chain_hash from audit_chain where region_id = $1 and seq = $2), $3) where region_id = $1',
      [region_id, last, chainStart(algorithm, region_id)]);
    return { seq: last + 1 };
  },
};

const wholeRebuilt: Tampering = {
  name: 'the whole chain rebuilt',
  attack: async (client, region_id, random) => {
    const chain = (await chainOf(client, region_id)).map(entryOf);
    const at = random.whole(0, chain.length - 1);
    const { entry_id } = chain[at] as AuditEntry;
    if (random.oneIn(2) && at < chain.length - 1) {
      await client.query('delete from audit_chain where region_id = $1 and entry_id = $2', [region_id, entry_id]);
      await client.query('delete from audit_entries where region_id = $1 and entry_id = $2', [region_id, entry_id]);
      await rebuild(client, region_id, chain.filter((_, index) => index !== at));
      return { seq: at + 1 };
    }
    await client.query("update audit_entries set actor = 'nobody' where region_id = $1 and entry_id = $2", [region_id, entry_id]);
    await rebuild(client, region_id, chain.map((entry, index) => (index === at ? { ...entry, actor: 'nobody' } : entry)));
    return { seq: at + 1 };
  },
};

/** A record that an act of the chain wrote, and that act's number. */
async function pickRecord(client: pg.Client, region_id: number, random: Random): Promise<{ sheet: string; record_id: number; seq: number; about: string } | null> {
  const ranges = (await chainOf(client, region_id)).flatMap(({ seq, detail }) =>
    Object.entries((detail['records'] ?? {}) as Readonly<Record<string, { first: number; last: number }>>).map(([sheet, range]) => ({ seq, sheet, ...range })));
  if (ranges.length === 0) return null;
  const { seq, sheet, first, last } = random.pick(ranges);
  const { rows } = await client.query<{ record_id: string }>(
    `select record_id from register_${sheet} where region_id = $1 and record_id between $2 and $3 order by 1`, [region_id, first, last]);
  return { sheet, record_id: Number(random.pick(rows).record_id), seq, about: `${sheet}/${first}..${last}` };
}

const COLUMNS = ["recorded_by = recorded_by || 'x'", "recorded_at = recorded_at + interval '1 second'", "key = key || 'x'", "reason = 'x'"] as const;

const recordChanged: Tampering = {
  name: 'a record of a register changed',
  attack: async (client, region_id, random) => {
    const found = await pickRecord(client, region_id, random);
    if (found === null) return null;
    await client.query(`update register_${found.sheet} set ${random.pick(COLUMNS)} where region_id = $1 and record_id = $2`, [region_id, found.record_id]);
    return found;
  },
};

const recordDeleted: Tampering = {
  name: 'a record of a register deleted',
  attack: async (client, region_id, random) => {
    const found = await pickRecord(client, region_id, random);
    if (found === null) return null;
    await client.query(`delete from register_${found.sheet} where region_id = $1 and record_id = $2`, [region_id, found.record_id]);
    return found;
  },
};

const recordAdded: Tampering = {
  name: 'a record of a register added',
  attack: async (client, region_id, random) => {
    const found = await pickRecord(client, region_id, random);
    if (found === null) return null;
    const added = 900_000_000;
    await client.query(`create temp table forged on commit drop as select * from register_${found.sheet} where region_id = $1 and record_id = $2`, [region_id, found.record_id]);
    const key = createHash('sha256').update(String(found.record_id)).digest('hex');
    await client.query(`update forged set record_id = ${added}, key = '${key}', superseded_at = null, answers = null`);
    await client.query(`insert into register_${found.sheet} select * from forged`);
    return { seq: null, about: `${found.sheet}/${added}` };
  },
};

const answerMoved: Tampering = {
  name: 'a record made to stand, or to be answered',
  attack: async (client, region_id, random) => {
    const found = await pickRecord(client, region_id, random);
    if (found === null) return null;
    await client.query(
      `update register_${found.sheet} set superseded_at = coalesce(superseded_at, clock_timestamp()) + interval '1 second' where region_id = $1 and record_id = $2`,
      [region_id, found.record_id]);
    return { seq: found.seq, about: `${found.sheet}/${found.record_id}` };
  },
};

/** The six kinds of tampering with the chain. */
export const CHAIN_TAMPERINGS: readonly Tampering[] = [fieldChanged, entryDeleted, entryInserted, twoSwapped, tailTruncated, wholeRebuilt];
/** Tampering with what entries prove. */
export const RECORD_TAMPERINGS: readonly Tampering[] = [recordChanged, recordDeleted, recordAdded, answerMoved];
