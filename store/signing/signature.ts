import type { PlainDate } from '../../core/values/plain-date.ts';
import type { NamedHash } from '../hashes.ts';
import type { Instant } from '../known-time.ts';

/** How one party signed: with a code on a device, or on a paper whose scan was kept. */
export interface Signature<P extends string> {
  readonly party: P;
  readonly way: 'electronic' | 'paper';
  readonly on: PlainDate;
  readonly at: Instant;
  readonly signer: string;
  readonly person_id: number | null;
  readonly confirmed_at: string;
  readonly device: string;
  readonly address: string;
  readonly file_hash: NamedHash | null;
}

const MOST_OF_A_DEVICE = 400;

interface ByCode<P extends string> {
  readonly party: P;
  readonly on: PlainDate;
  readonly at: Instant;
  /** For whom they sign; empty where for themselves or a ward. */
  readonly institution: string;
  readonly signer: { readonly name: string; readonly person_id: number };
  readonly confirmed_at: string;
  readonly device: string;
  readonly address: string;
}

/** B62: a signature by a code that was sent to a confirmed address. */
export function byCode<P extends string>({ institution, signer, device, ...given }: ByCode<P>): Signature<P> {
  return { ...given, way: 'electronic', signer: institution === '' ? signer.name : `${institution}　${signer.name}`, person_id: signer.person_id, device: device.slice(0, MOST_OF_A_DEVICE), file_hash: null };
}

/** B62: a signature on paper, as the school says, with the scan. */
export function onPaper<P extends string>(given: Pick<Signature<P>, 'party' | 'on' | 'at' | 'signer'> & { readonly file_hash: NamedHash }): Signature<P> {
  return { ...given, way: 'paper', person_id: null, confirmed_at: '', device: '', address: '' };
}

/** The day on which the last has signed. */
export function lastDay(signatures: readonly Pick<Signature<string>, 'on'>[]): PlainDate {
  return signatures.map(({ on }) => on).toSorted().at(-1) as PlainDate;
}
