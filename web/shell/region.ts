import { useQuery } from '@tanstack/react-query';
import { parsePlainDate } from '../../core/values/plain-date.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { today } from '../settings/today.ts';

/** What every page's head says of the region. */
export interface RegionHead {
  readonly name: string;
  readonly office_name: string | null;
  /** True while the region holds the sample's records. */
  readonly sample: boolean;
  readonly account: string | null;
  /** Days whose figures are frozen, latest first. */
  readonly snapshots: readonly PlainDate[];
  /** The day that pages are of when nobody has chosen one; null: today. */
  readonly default_on: PlainDate | null;
  /** The server's date in Asia/Shanghai. */
  readonly today: PlainDate;
}

/** Null: the server runs, but no region has been set up yet. */
export function useRegion() {
  return useQuery({ queryKey: ['region'], queryFn: fetchRegion, staleTime: 60_000, retry: 1 });
}

async function fetchRegion(): Promise<RegionHead | null> {
  const reply = await fetch('/api/region', { headers: { accept: 'application/json' } });
  if (reply.status === 404) return null;
  if (!reply.ok) throw new Error(`region: ${reply.status}`);
  return readRegion((await reply.json()) as Record<string, unknown>);
}

function readRegion(body: Record<string, unknown>): RegionHead {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const day = (value: unknown) => parsePlainDate(text(value) ?? '');
  const snapshots = Array.isArray(body['snapshots']) ? body['snapshots'].map(day) : [];
  return {
    name: text(body['name']) ?? '',
    office_name: text(body['office_name']),
    sample: body['sample'] === true,
    account: text(body['account']),
    snapshots: snapshots.filter((d) => d !== null).sort().reverse(),
    default_on: day(body['default_on']),
    today: day(body['today']) ?? today(),
  };
}
