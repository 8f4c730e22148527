import { certificateKey, listFaults, type CertificateEntry, type EntryFault } from '../../core/certificates/entry-faults.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { bringIn } from '../import.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { noteCertificates } from './certificate-acts.ts';

export type CertificatesEntered =
  | { readonly outcome: 'done'; readonly entered: number }
  | { readonly outcome: 'certificates_refused'; readonly faults: readonly { readonly at: number; readonly fault: EntryFault }[] };

/**
 * M9-e: certificates of students in reach, entered as reported and to be verified by somebody else. With any fault in the
 * list nothing is stored, and every fault is named at once.
 */
export async function enterCertificates(tx: Transaction, entries: readonly CertificateEntry[], today: PlainDate): Promise<CertificatesEntered> {
  const stamp = await lockFacts(tx);
  const person = await actingPerson(tx);
  if (stamp === null || person === null) throw new Error('certificates in a region that is not there, or by nobody');
  const faults = new Map<number, EntryFault>([...await registerFaults(tx, entries), ...listFaults(entries, today)]);
  if (faults.size > 0) return { outcome: 'certificates_refused', faults: [...faults].sort(([a], [b]) => a - b).map(([at, fault]) => ({ at, fault })) };
  await tx.whole((whole) => store(whole, stamp, { entries, person: person.person, today }));
  return { outcome: 'done', entered: entries.length };
}

/** A student who is out of reach is none; a number that stands is entered already, whoever's it is. */
async function registerFaults(tx: Transaction, entries: readonly CertificateEntry[]): Promise<[number, EntryFault][]> {
  const writable = tx.actor.reach.get('learning.write') ?? [];
  const ids = [...new Set(entries.map(({ student_id }) => student_id))];
  const known = new Set((await tx.query<{ student_id: string }>(
    `select distinct r.student_id from register_students r where r.region_id = $1 and r.student_id = any($2::text[]) and r.superseded_at is null and not r.withdrawn
       and ($3::text[] is null or r.scopes && $3) and ($4::text[] is null or r.scopes && $4)`,
    [tx.actor.region_id, ids, labelsToRead(tx, 'students'), writable === '*' ? null : writable])).map(({ student_id }) => student_id));
  const standing = await tx.whole((whole) => loadRows(whole, 'certificates', {}, 'r.number = any($2::text[])', entries.map(({ number }) => number)));
  const taken = new Set(standing.map(certificateKey));
  return entries.flatMap((entry, at): [number, EntryFault][] => {
    if (!known.has(entry.student_id)) return [[at, 'unknown_student']];
    return taken.has(certificateKey(entry)) ? [[at, 'entered_already']] : [];
  });
}

async function store(whole: Transaction, stamp: Stamp, { entries, person, today }: { readonly entries: readonly CertificateEntry[]; readonly person: string; readonly today: PlainDate }): Promise<void> {
  const rows = entries.map(({ valid_until: _, name, ...entry }, at) => ({ ...entry, name: name.trim(), verified: false, row: at + 1 }));
  const first_record = await takeNumbers(whole, 'next_record_id', 0);
  const brought = await whole.decided(['imports'], (deciding) => bringIn(deciding, { certificates: rows }, { stamp, name: '证书登记' }));
  if (brought.outcome !== 'done') throw new Error(`certificates that were looked through: ${brought.outcome}`);
  const until = new Map(entries.map((entry) => [certificateKey(entry), entry.valid_until]));
  const added = await loadRows(whole, 'certificates', {}, 'r.record_id >= $2', first_record);
  await noteCertificates(whole, added.map((row) => ({ ...row, record_id: row.row, act: 'entered', on: today, source: null, reason: null, valid_until: until.get(certificateKey(row)) ?? null })), { person, at: stamp.at });
}
