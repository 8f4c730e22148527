import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { Firm } from './destination-draft.ts';

const MOST = 500;

/** Firms of the directory, as employers. */
export function useFirms(): readonly Firm[] {
  const query = useQuery({ queryKey: ['organisations', 'firms'], staleTime: 60_000, queryFn: () => ask(client.api.organisations.$get({ query: { kind: 'enterprise', per_page: MOST } })) });
  return (query.data?.entries ?? []).map(({ id, name }) => ({ org_id: id, name }));
}
