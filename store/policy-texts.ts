import { createHash } from 'node:crypto';
import type { Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** A region's own copy of the official text, to be read beside our wording. Versions are kept. */
export interface PolicyText {
  readonly text_id: number;
  readonly file_name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly bytes_long: number;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

const COLUMNS = 'text_id, file_name, media_type, sha256, octet_length(bytes) as bytes_long, recorded_at, recorded_by';

/** Keeps a new version of the text; null when the region is not there. */
export async function attachPolicyText(
  tx: Transaction, file: { readonly name: string; readonly media_type: string; readonly bytes: Uint8Array },
): Promise<PolicyText | null> {
  const stamp = await lockRegion(tx);
  if (stamp === null) return null;
  const text_id = await takeNumbers(tx, 'next_number', 1);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await tx.change(
    'insert into policy_texts (region_id, text_id, file_name, media_type, sha256, bytes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.actor.region_id, text_id, file.name, file.media_type, sha256, Buffer.from(file.bytes), stamp.at, tx.actor.account]);
  const object = `policy_texts/${text_id}`;
  await tx.audit({ action: 'policy_text.attach', object, detail: { contents: { [object]: sha256 } } });
  const { length } = file.bytes;
  return { text_id, file_name: file.name, media_type: file.media_type, sha256, bytes_long: length, recorded_at: stamp.at, recorded_by: tx.actor.account };
}

/** All versions, the latest first, without their bytes. */
export async function listPolicyTexts(tx: Transaction): Promise<PolicyText[]> {
  const rows = await tx.query<PolicyText>(`select ${COLUMNS} from policy_texts where region_id = $1 order by text_id desc`, [tx.actor.region_id]);
  return rows.map((row) => ({ ...row, text_id: Number(row.text_id) }));
}

/** One version with its bytes; null when there is none. */
export async function readPolicyText(tx: Transaction, text_id: number): Promise<(PolicyText & { readonly bytes: Uint8Array }) | null> {
  const [row] = await tx.query<PolicyText & { bytes: Uint8Array }>(
    `select ${COLUMNS}, bytes from policy_texts where region_id = $1 and text_id = $2`, [tx.actor.region_id, text_id]);
  return row === undefined ? null : { ...row, text_id: Number(row.text_id) };
}
