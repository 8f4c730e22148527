import type pg from 'pg';
import { openRing, type KeyRing, type RingKey } from './key-ring.ts';
import { newKey, newKeys, type KeySource } from './key-source.ts';
import type { CipherName } from './cipher.ts';
import { DatabaseRefusal } from './postgres/refusal.ts';
import { SEALING_LOCK } from './sealing.ts';

/** Keys are the installation's: they stand under this region, which is none. */
const INSTALLATION = 0;
const PROBE = 'guantong';
const aboutProbe = (key_id: string): string => `probe\u001f${key_id}`;

interface Probe {
  readonly key_id: string;
  readonly probe: Buffer;
  readonly index_probe: string;
  readonly dropped: boolean;
}

/** Works as the owner of the tables, where nobody else seals or changes keys meanwhile. */
async function alone<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query(`begin; select pg_advisory_xact_lock(${SEALING_LOCK}); select set_config('app.region', '${INSTALLATION}', true)`);
  try {
    const answer = await work();
    await owner.query('commit');
    return answer;
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * The keys of the source, held against what the database was sealed with. Where there are neither keys nor anything
 * sealed, keys are made. @throws DatabaseRefusal when they are others than those that sealed.
 */
export function holdKeys(owner: pg.Client, source: KeySource): Promise<KeyRing> {
  return alone(owner, async () => {
    const probes = await readProbes(owner);
    if (source.read() === null) {
      if (probes.length > 0) throw keysAbsent(source);
      source.write?.(newKeys(await now(owner)));
    }
    const ring = openRing(source);
    for (const one of probes) if (!one.dropped) requireFit(ring, one);
    const known = new Set(probes.map(({ key_id }) => key_id));
    for (const key of ring.all()) if (!known.has(key.key_id)) await noteKey(owner, ring, key);
    // A key that was dropped and seals again is in use again.
    await owner.query('update data_keys set dropped_at = null where region_id = $1 and key_id = $2', [INSTALLATION, ring.current().key_id]);
    return ring;
  });
}

async function readProbes(owner: pg.Client): Promise<Probe[]> {
  const { rows } = await owner.query<Probe>(
    'select key_id, probe, index_probe, dropped_at is not null as dropped from data_keys where region_id = $1 order by made_at, key_id', [INSTALLATION]);
  return rows;
}

async function now(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ at: string }>(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`);
  return rows[0]?.at ?? '';
}

function requireFit(ring: KeyRing, { key_id, probe, index_probe }: Probe): void {
  const key = ring.find(key_id);
  if (key === null || key.open(probe, aboutProbe(key_id)) !== PROBE || ring.token('phone', PROBE) !== index_probe) throw wrongKeys(ring.source, key_id);
}

async function noteKey(owner: pg.Client, ring: KeyRing, { key_id, cipher, seal }: RingKey): Promise<void> {
  await owner.query('insert into data_keys (region_id, key_id, cipher, probe, index_probe) values ($1, $2, $3, $4, $5)',
    [INSTALLATION, key_id, cipher, seal(PROBE, aboutProbe(key_id)), ring.token('phone', PROBE)]);
}

/** Makes a new key that seals from now on; null where the keys are kept by somebody else. Nothing is sealed anew yet. */
export function makeKey(owner: pg.Client, ring: KeyRing, cipher: CipherName): Promise<RingKey | null> {
  return alone(owner, async () => {
    const { source } = ring;
    const keys = source.read();
    if (source.write === null || keys === null) return null;
    const fresh = newKey(cipher, await now(owner));
    source.write({ ...keys, keys: [fresh, ...keys.keys] });
    const key = ring.find(fresh.key_id);
    if (key === null) throw new Error('a new key is not among the keys');
    await noteKey(owner, ring, key);
    return key;
  });
}

export interface KeyUse {
  readonly key_id: string;
  readonly cipher: CipherName;
  readonly made_at: string | null;
  readonly current: boolean;
  /** How many values of all regions it has sealed. */
  readonly values: number;
}

/** Every key of the ring, and what still rests on it. */
export async function listKeys(owner: pg.Client, ring: KeyRing): Promise<KeyUse[]> {
  const uses = await alone(owner, () => countUses(owner));
  const current = ring.current().key_id;
  return ring.all().map(({ key_id, cipher, made_at }) => ({ key_id, cipher, made_at, current: key_id === current, values: uses.get(key_id) ?? 0 }));
}

async function countUses(owner: pg.Client): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  const { rows: regions } = await owner.query<{ region_id: number }>('select region_id from regions order by region_id');
  for (const { region_id } of regions) {
    await owner.query(`select set_config('app.region', $1, true)`, [String(region_id)]);
    const { rows } = await owner.query<{ key_id: string; many: string }>(
      'select key_id, count(*) as many from sealed_values where region_id = $1 group by key_id', [region_id]);
    for (const { key_id, many } of rows) uses.set(key_id, (uses.get(key_id) ?? 0) + Number(many));
  }
  await owner.query(`select set_config('app.region', '${INSTALLATION}', true)`);
  return uses;
}

export type Dropped =
  | { readonly outcome: 'done' }
  /** The source is kept by somebody else, who takes the key out. */
  | { readonly outcome: 'take_it_out'; readonly place: string }
  | { readonly outcome: 'unknown_key' | 'current_key' }
  | { readonly outcome: 'in_use'; readonly values: number };

/** Takes a key away that nothing is sealed with any more. */
export function dropKey(owner: pg.Client, ring: KeyRing, key_id: string): Promise<Dropped> {
  return alone(owner, async (): Promise<Dropped> => {
    const keys = ring.source.read();
    if (keys === null || ring.find(key_id) === null) return { outcome: 'unknown_key' };
    if (ring.current().key_id === key_id) return { outcome: 'current_key' };
    const values = (await countUses(owner)).get(key_id) ?? 0;
    if (values > 0) return { outcome: 'in_use', values };
    await owner.query('update data_keys set dropped_at = clock_timestamp() where region_id = $1 and key_id = $2', [INSTALLATION, key_id]);
    if (ring.source.write === null) return { outcome: 'take_it_out', place: ring.source.place };
    const [first, ...older] = keys.keys;
    ring.source.write({ ...keys, keys: [first, ...older.filter((one) => one.key_id !== key_id)] });
    return { outcome: 'done' };
  });
}

function keysAbsent({ place }: KeySource): DatabaseRefusal {
  return new DatabaseRefusal('wrong_keys', {
    zh: `数据库中有加密的个人信息，但没有找到密钥 ${place}。请把原来的密钥文件放回该处（备份中不含密钥），或用 GUANTONG_DATA_KEY_FILE 指明；没有新建密钥。`,
    en: `The database holds sealed personal data, and its keys are not at ${place}. Put the original key file there (backups hold no keys) or name it with GUANTONG_DATA_KEY_FILE. No new key was made.`,
  });
}

function wrongKeys({ place }: KeySource, key_id: string): DatabaseRefusal {
  return new DatabaseRefusal('wrong_keys', {
    zh: `${place} 中的密钥不是这个数据库所用的（需要 ${key_id}）。请放回写入该数据库时的密钥；没有改动任何内容。`,
    en: `The keys in ${place} are not those that this database was sealed with (${key_id} is needed). Put those back; nothing was changed.`,
  });
}
