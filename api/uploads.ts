import { createHash, randomUUID } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import type { sheetMapping } from './contract/imports.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that were uploaded to be looked at before they are imported. */
export interface Upload {
  readonly id: string;
  readonly region_id: number;
  readonly account: string;
  readonly files: readonly UploadedFile[];
  readonly sha256: string;
  /** How to read them, where they are an office's own. */
  readonly mappings: readonly z.infer<typeof sheetMapping>[] | null;
}

/** Uploads waiting in memory, each for its own account, for one hour, the oldest making room for the next. */
export interface Uploads {
  readonly keep: (upload: Omit<Upload, 'id' | 'sha256'>) => Upload;
  readonly find: (id: string, asker: { readonly region_id: number; readonly account: string }) => Upload | null;
  readonly held: () => { readonly count: number; readonly bytes: number };
}

const KEPT_MS = 3_600_000;
const MOST_BYTES = 256 * 1024 * 1024;

export function openUploads(now: () => number): Uploads {
  const kept = new Map<string, { readonly upload: Upload; readonly at: number }>();
  const size = ({ files }: Upload): number => files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const makeRoom = (): void => {
    for (const [id, { at }] of kept) if (now() - at > KEPT_MS) kept.delete(id);
    let total = [...kept.values()].reduce((sum, { upload }) => sum + size(upload), 0);
    for (const [id, { upload }] of kept) {
      if (total <= MOST_BYTES || kept.size === 1) break;
      total -= size(upload);
      kept.delete(id);
    }
  };
  return {
    keep: (given) => {
      const digest = createHash('sha256');
      for (const { name, bytes } of given.files) digest.update(`${name}\0${bytes.length}\0`).update(bytes);
      if (given.mappings !== null) digest.update(JSON.stringify(given.mappings));
      const upload = { ...given, id: randomUUID(), sha256: digest.digest('hex') };
      kept.set(upload.id, { upload, at: now() });
      makeRoom();
      return upload;
    },
    held: () => ({ count: kept.size, bytes: [...kept.values()].reduce((sum, { upload }) => sum + size(upload), 0) }),
    find: (id, { region_id, account }) => {
      const found = kept.get(id);
      if (found === undefined || now() - found.at > KEPT_MS) return null;
      const { upload } = found;
      return upload.region_id === region_id && upload.account === account ? upload : null;
    },
  };
}
