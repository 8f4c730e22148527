import { createHash } from 'node:crypto';
import { printed } from '../core/decision-pack/answers.ts';
import { MATTERS, type PackedDocument, type PackedMatter, type PackedPapers } from '../core/decision-pack/manifest.ts';
import type { IssuedPaper, MatterPapers, ScenarioPapers } from '../store/scenarios/matter-papers.ts';
import type { PackFile } from '../workbook/decision-pack.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Packed<T> {
  readonly packed: T;
  readonly files: readonly PackFile[];
}

/** The papers of matters as files of a pack, with what its manifest says of them. */
export function packPapers({ matters, left_out }: ScenarioPapers): Packed<PackedPapers> {
  const each = matters.map(packMatter);
  return { packed: { matters: each.map(({ packed }) => packed), left_out }, files: each.flatMap(({ files }) => files) };
}

function packMatter({ matter_id, kind, state, history, documents }: MatterPapers): Packed<PackedMatter> {
  const folder = `${MATTERS}${matter_id}/`;
  const told = { name: `${folder}history.json`, bytes: Buffer.from(printed(history)) };
  const each = documents.map((one) => packDocument(folder, one));
  return {
    packed: { matter_id, kind, state, history: told.name, history_sha256: sha256(told.bytes), documents: each.map(({ packed }) => packed) },
    files: [told, ...each.flatMap(({ files }) => files)],
  };
}

function packDocument(folder: string, { bytes, statement, signature, ...head }: IssuedPaper): Packed<PackedDocument> {
  const name = `${folder}document-${head.document_id}.${head.version}`;
  const files = [{ name: `${name}.pdf`, bytes }, { name: `${name}.receipt.json`, bytes: Buffer.from(printed({ statement, signature })) }] as const;
  const [file, receipt] = files;
  return { packed: { ...head, file: file.name, sha256: sha256(file.bytes), receipt: receipt.name, receipt_sha256: sha256(receipt.bytes) }, files };
}
