import { createHash } from 'node:crypto';
import { MATTERS, type Manifest, type PackedDocument, type PackedMatter, type PackedPapers } from '../core/decision-pack/manifest.ts';
import { isFileOf, readStatement, type Receipt } from '../store/document-statement.ts';
import type { PackFault, Unpacked } from '../workbook/decision-pack.ts';

/** How many papers a pack holds, and how many it says were left out. */
export interface PapersTold {
  readonly matters: number;
  readonly documents: number;
  readonly left_out: PackedPapers['left_out'];
}

export function papersTold({ papers: { matters, left_out } }: Manifest): PapersTold {
  return { matters: matters.length, documents: matters.reduce((sum, { documents }) => sum + documents.length, 0), left_out };
}

/** Papers that are not those that the manifest names: of another hash, or with a receipt of another number, version or file; documents that a history tells of and nothing accounts for. */
export function paperFaults({ files }: Pick<Unpacked, 'files'>, { papers: { matters, left_out } }: Manifest): PackFault[] {
  const listed = matters.flatMap(({ history, history_sha256, documents }) => [
    [history, history_sha256] as const, ...documents.flatMap(({ file, sha256, receipt, receipt_sha256 }) => [[file, sha256] as const, [receipt, receipt_sha256] as const]),
  ]);
  const names = new Set(listed.map(([name]) => name));
  const strangers = [...files.keys()].filter((name) => name.startsWith(MATTERS) && !names.has(name));
  const spoilt = listed.flatMap(([part, hash]): PackFault[] => {
    const bytes = files.get(part);
    if (bytes === undefined) return [{ part, fault: 'missing' }];
    return createHash('sha256').update(bytes).digest('hex') === hash ? [] : [{ part, fault: 'altered' }];
  });
  if (spoilt.length > 0) return spoilt;
  const ofOthers = matters.flatMap(({ documents }) => documents).filter((one) => !isOf(files, one)).map(({ receipt }): PackFault => ({ part: receipt, fault: 'altered' }));
  const kept = left_out.documents + left_out.lists_of_students > 0 ? [] : matters.filter((one) => !holdsAll(files, one)).map(({ history }): PackFault => ({ part: history, fault: 'altered' }));
  return [...strangers.map((part): PackFault => ({ part, fault: 'unlisted' })), ...ofOthers, ...kept];
}

const parsed = (files: Unpacked['files'], name: string): unknown => JSON.parse(Buffer.from(files.get(name) ?? new Uint8Array()).toString('utf8'));

function isOf(files: Unpacked['files'], { file, receipt, number, version }: PackedDocument): boolean {
  const statement = readStatement((parsed(files, receipt) as Receipt).statement);
  return statement !== null && statement.number === number && statement.version === version && isFileOf(files.get(file) ?? new Uint8Array(), statement.file_hash);
}

/** Whether every document that the acts of a matter issued is there. */
function holdsAll(files: Unpacked['files'], { history, documents }: PackedMatter): boolean {
  const { entries } = parsed(files, history) as { entries: readonly { effects: readonly { kind: string; document_id?: string }[] }[] };
  const there = new Set(documents.map(({ document_id }) => document_id));
  return entries.every(({ effects }) => effects.every(({ kind, document_id }) => kind !== 'document' || there.has(document_id ?? '')));
}
