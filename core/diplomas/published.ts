import type { DiplomaKindId, DiplomaState } from './diploma-kinds.ts';

/** What anybody is told of a certificate whose code they have: what stands on it, and whether it holds. Nothing else of the student. */
export const PUBLISHED = ['kind', 'number', 'name', 'issuer', 'programme', 'issued_on', 'state', 'replaced_by'] as const;

export interface PublishedDiploma {
  readonly kind: DiplomaKindId;
  readonly number: string;
  readonly name: string;
  readonly issuer: string;
  readonly programme: string;
  readonly issued_on: string;
  readonly state: DiplomaState;
  /** Of a lost one the number of what stands in its place. */
  readonly replaced_by: string | null;
}

/** Cut to what may be told, whatever the record holds. */
export function publishedDiploma(record: PublishedDiploma): PublishedDiploma {
  return Object.fromEntries(PUBLISHED.map((column) => [column, record[column]])) as unknown as PublishedDiploma;
}
