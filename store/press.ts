import { join } from 'node:path';
import { sealPdf } from '../paper/seal/seal-pdf.ts';
import { openSigner, passingSigner, type CheckpointSigner } from './checkpoint-key.ts';
import { openSeal, passingSeal, type SealFile } from './seal.ts';
import type { Seal } from '../paper/seal/certificate.ts';

/** What documents are signed and agreements are sealed with, and where anybody can ask about them. */
export interface Press {
  /** Opened when a document is first issued or asked about. */
  readonly signer: () => CheckpointSigner;
  /** The certificate of agreements, opened when one is first completed. */
  readonly seal: () => Seal;
  /** A PDF with that seal on it. */
  readonly sealed: (pdf: Uint8Array, given: { readonly name: string; readonly reason: string; readonly at: Date }) => Uint8Array;
  /** The public page for it, `https://…/verify`; null where the server has no public address. */
  readonly verify_page: string | null;
}

const pressOf = (open: () => CheckpointSigner, openOwnSeal: () => Seal, verify_page: string | null): Press => {
  let signer: CheckpointSigner | null = null;
  let own: Seal | null = null;
  const seal = (): Seal => (own ??= openOwnSeal());
  return { signer: () => (signer ??= open()), seal, sealed: (pdf, given) => sealPdf(pdf, seal(), given), verify_page };
};

/** The press of a data directory: `keys/documents.pem`, made when it is first needed, and the seal that is set or else made for tests. `origin`: the public address. */
export function openPress(dataDir: string, origin: string | null, seal: SealFile | null = null): Press {
  const keys = join(dataDir, 'keys');
  return pressOf(() => openSigner(keys, 'documents'), () => openSeal(keys, seal), origin === null ? null : `${origin}/verify`);
}

/** A press whose keys live as long as this object: for stores that are kept nowhere. */
export function passingPress(): Press {
  return pressOf(passingSigner, passingSeal, null);
}
