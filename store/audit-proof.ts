import { createHash, type Hash } from 'node:crypto';
import { sheetNames, type SheetName } from '../core/exchange/sheets.ts';
import type { Findings, Named } from './audit-finding.ts';
import type { ProvenEntry } from './audit-walk.ts';
import { registerNamed } from './register-columns.ts';
import type { Register } from './register-columns.ts';
import { provenColumns, recordHash } from './register-digest.ts';
import type { RangesBySheet, RecordedRange } from './register-digest.ts';
import type { Transaction } from './transaction.ts';

/** A range of records, and the entry that proves it. */
interface Proven extends RecordedRange {
  readonly named: Named;
}

/** What entries say of the registers, collected along the chain. */
export interface RegisterProof {
  readonly hear: (proven: ProvenEntry) => void;
  /** Holds every record of the region against what was heard; answers records and a digest over all of them, by sheet. */
  readonly compare: (tx: Transaction, findings: Findings) => Promise<RegisterDigests>;
}

export type RegisterDigests = Readonly<Partial<Record<SheetName, { readonly records: number; readonly digest: string }>>>;

export function openRegisterProof(): RegisterProof {
  const ranges = new Map<SheetName, Proven[]>();
  return {
    hear: ({ seq, entry }) => {
      const said = (entry.detail['records'] ?? {}) as RangesBySheet;
      for (const [sheet, range] of Object.entries(said)) {
        const { entry_id, at, action, object } = entry;
        const known = ranges.get(sheet as SheetName) ?? [];
        known.push({ ...range, named: { seq, entry_id, at, action, object } });
        ranges.set(sheet as SheetName, known);
      }
    },
    compare: async (tx, findings) => {
      const digests: { -readonly [S in keyof RegisterDigests]: { records: number; digest: string } } = {};
      for (const name of sheetNames) {
        const proven = (ranges.get(name) ?? []).sort((a, b) => a.first - b.first);
        const before = findings.count();
        const digest = await compareRegister(tx, registerNamed(name), proven, findings);
        if (digest.records > 0) digests[name] = digest;
        // Where records themselves are wrong, so is what follows from them.
        if (findings.count() === before) await compareAnswers(tx, registerNamed(name), proven, findings);
      }
      return digests;
    },
  };
}

const BATCH = 5000;

async function compareRegister(
  tx: Transaction, register: Register, proven: readonly Proven[], findings: Findings,
): Promise<{ records: number; digest: string }> {
  const columns = await provenColumns(tx, register);
  const widths = [...new Set([columns.length, ...proven.map((range) => range.columns)])];
  const hashes = widths.map((many) => recordHash(columns, many)).join(', ');
  const all = createHash('sha256');
  const ranges = rangeReader(register, proven, findings);
  let records = 0;
  for (let after = 0n; ;) {
    const rows = await tx.arrays(
      `select r.record_id, ${hashes} from ${register.table} r where r.region_id = $1 and r.record_id > $2 order by r.record_id limit ${BATCH}`,
      [tx.actor.region_id, after]);
    for (const [id, ...own] of rows) {
      all.update(own[0] as Buffer);
      ranges.take(Number(id), (many) => own[widths.indexOf(many)] as Buffer);
    }
    records += rows.length;
    const last = rows.at(-1)?.[0] as bigint | undefined;
    if (last === undefined || rows.length < BATCH) break;
    after = last;
  }
  ranges.end();
  return { records, digest: all.digest('hex') };
}

/** Reads the records of a register in the order of their ids along the ranges that prove them. */
function rangeReader(register: Register, proven: readonly Proven[], findings: Findings) {
  let at = 0;
  let many = 0;
  let hash: Hash = createHash('sha256');
  const close = (): void => {
    const range = proven[at] as Proven;
    const about = `${register.name}/${range.first}..${range.last}`;
    if (many < range.many) findings.add('records_missing', range.named, about);
    else if (many > range.many || hash.digest('hex') !== range.digest) findings.add('records_changed', range.named, about);
    at += 1;
    many = 0;
    hash = createHash('sha256');
  };
  return {
    take: (id: number, hashOver: (columns: number) => Buffer): void => {
      while (at < proven.length && id > (proven[at] as Proven).last) close();
      const range = proven[at];
      if (range === undefined || id < range.first) {
        findings.add('record_outside', { seq: null }, `${register.name}/${id}`);
        return;
      }
      many += 1;
      hash.update(hashOver(range.columns));
    },
    end: (): void => { while (at < proven.length) close(); },
  };
}

/**
 * A record was answered at the moment at which the record that answers it, or that came under its key, was
 * recorded; and a record that answers one has it answered at its own moment.
 */
async function compareAnswers(tx: Transaction, { name, table }: Register, proven: readonly Proven[], findings: Findings): Promise<void> {
  const rows = await tx.arrays(
    `select r.record_id from ${table} r where r.region_id = $1 and r.superseded_at is not null
       and not exists (select 1 from ${table} s where s.region_id = $1 and s.answers = r.record_id and s.recorded_at = r.superseded_at)
       and not exists (select 1 from ${table} s where s.region_id = $1 and s.key = r.key and s.recorded_at = r.superseded_at)
     union
     select r.record_id from ${table} s join ${table} r on r.region_id = $1 and r.record_id = s.answers
     where s.region_id = $1 and s.answers is not null and r.superseded_at is distinct from s.recorded_at
     order by 1 limit 100`, [tx.actor.region_id]);
  for (const [id] of rows) {
    const range = proven.find(({ first, last }) => first <= Number(id) && Number(id) <= last);
    findings.add('answer_differs', range?.named ?? { seq: null }, `${name}/${Number(id)}`);
  }
}
