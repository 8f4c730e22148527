import { createHash, type X509Certificate } from 'node:crypto';
import { openSignature } from './cms.ts';
import { NotDer, readOne } from './der.ts';

export type SealFault = 'no_seal' | 'touched' | 'not_trusted' | 'out_of_date';

/** What a sealed paper is found to be. */
export interface OpenedSeal {
  /** Null when everything holds. */
  readonly fault: SealFault | null;
  /** Whose certificate; null where there is none to be read. */
  readonly signer: X509Certificate | null;
  /** When it was sealed, by its own word. */
  readonly at: Date | null;
}

const nothing = (fault: SealFault): OpenedSeal => ({ fault, signer: null, at: null });
const RANGE = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/g;

/** Holds the seal of a PDF against its bytes and against the authorities that are trusted. */
export function openSealed(pdf: Uint8Array, trusted: readonly X509Certificate[]): OpenedSeal {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const range = [...text.matchAll(RANGE)].at(-1);
  if (range === undefined) return nothing('no_seal');
  const [from, to, rest] = [Number(range[1]), Number(range[2]), Number(range[3])];
  // The seal is over everything but its own value: nothing stands behind it, and nothing beside it.
  const value = /^<((?:[0-9a-f]{2})+)>$/.exec(text.slice(from, to))?.[1];
  if (to + rest !== bytes.length || value === undefined) return nothing('touched');
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  try {
    // The value says itself where it ends, which may be with zeros of its own; the room behind it is empty.
    const { value: { whole }, rest: room } = readOne(Buffer.from(value, 'hex'));
    if (room.some((byte) => byte !== 0)) return nothing('touched');
    const { signer, chain, holds } = openSignature(whole, digest);
    const at = timeOf(text.slice(0, from));
    const told = { signer, at };
    if (!holds || at === null) return { fault: 'touched', ...told };
    if (!isTrusted(signer, chain, trusted)) return { fault: 'not_trusted', ...told };
    return { fault: new Date(signer.validFrom) <= at && at <= new Date(signer.validTo) ? null : 'out_of_date', ...told };
  } catch (error) {
    if (error instanceof NotDer || error instanceof Error && 'code' in error) return nothing('touched');
    throw error;
  }
}

function timeOf(text: string): Date | null {
  const match = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)(?![\s\S]*\/M \(D:)/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** From certificate to certificate, and the last of them is one that is trusted or vouched for by one. */
function isTrusted(signer: X509Certificate, chain: readonly X509Certificate[], trusted: readonly X509Certificate[]): boolean {
  const all = [signer, ...chain];
  const last = all.at(-1) as X509Certificate;
  return all.every((one, place) => place === 0 || one.ca && vouches(one, all[place - 1] as X509Certificate))
    && trusted.some((one) => one.raw.equals(last.raw) || one.ca && vouches(one, last));
}

const vouches = (authority: X509Certificate, one: X509Certificate): boolean => one.checkIssued(authority) && one.verify(authority.publicKey);
