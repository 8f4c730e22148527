import { join } from 'node:path';
import { openSigner, passingSigner, type CheckpointSigner } from './checkpoint-key.ts';

/** What documents are signed with, and where anybody can ask about them. */
export interface Press {
  /** Opened when a document is first issued or asked about. */
  readonly signer: () => CheckpointSigner;
  /** The public page for it, `https://…/verify`; null where the server has no public address. */
  readonly verify_page: string | null;
}

const pressOf = (open: () => CheckpointSigner, verify_page: string | null): Press => {
  let signer: CheckpointSigner | null = null;
  return { signer: () => (signer ??= open()), verify_page };
};

/** The press of a data directory: `keys/documents.pem`, made when it is first needed. `origin`: the public address. */
export function openPress(dataDir: string, origin: string | null): Press {
  return pressOf(() => openSigner(join(dataDir, 'keys'), 'documents'), origin === null ? null : `${origin}/verify`);
}

/** A press whose key lives as long as this object: for stores that are kept nowhere. */
export function passingPress(): Press {
  return pressOf(passingSigner, null);
}
