import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { changedPack } from '../../core/policy/changed-pack.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { packs } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { parametersQuery } from './asked.ts';
import { useAsked } from './useOrigins.ts';

/** The policy that the region goes by, with its own decisions on values; undefined until the server has said which. */
export function usePack(): Pack | undefined {
  const { data } = useQuery({ ...parametersQuery(useAsked()), staleTime: 60_000 });
  return useMemo(() => {
    const pack = data === undefined ? undefined : packs.get(data.pack);
    return pack === undefined || data === undefined ? undefined : changedPack(pack, data.changes.map((change) => ({ ...change, from: date(change.from), decided_on: date(change.decided_on) })));
  }, [data]);
}
