import { useQuery } from '@tanstack/react-query';
import type { Pack } from '../../core/policy/pack.ts';
import { packs } from '../../core/policy/packs.ts';
import { parametersQuery } from './asked.ts';
import { useAsked } from './useOrigins.ts';

/** The policy that the region goes by; undefined until the server has said which. */
export function usePack(): Pack | undefined {
  const { data } = useQuery({ ...parametersQuery(useAsked()), staleTime: 60_000 });
  return data === undefined ? undefined : packs.get(data.pack);
}
