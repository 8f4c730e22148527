import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type Grant = Answer<(typeof client.api)['my-grants']['$get']>['grants'][number];
export type GrantState = Grant['state'];

/** What one has asked for oneself. */
export function useOwnGrants(wanted: boolean) {
  return useQuery({ queryKey: ['grants', 'own'], queryFn: () => ask(client.api['my-grants'].$get()), enabled: wanted });
}

/** All in reach: for who decides, and for who looks on. */
export function useGrants(wanted: boolean) {
  return useQuery({ queryKey: ['grants', 'all'], queryFn: () => ask(client.api['minor-grants'].$get()), enabled: wanted });
}

/** The programmes of the region by id, for choosing. */
export function useProgrammes(wanted: boolean) {
  return useQuery({
    queryKey: ['programmes'], enabled: wanted,
    queryFn: async () => {
      const { records } = await ask(client.api.registers[':sheet'].$get({ param: { sheet: 'programmes' }, query: { order: 'asc', page: '1', per_page: '1000' } }));
      return records.map(({ values }) => ({ value: String(values['programme_id']), label: String(values['name']) }));
    },
    staleTime: 300_000,
  });
}

/** Names of institutions by id, for choosing and for saying whose records a grant is for. */
export function useOrganisations() {
  return useQuery({
    queryKey: ['organisations'],
    queryFn: async () => {
      const { records } = await ask(client.api.registers[':sheet'].$get({ param: { sheet: 'organisations' }, query: { order: 'asc', page: '1', per_page: '1000' } }));
      return records.map(({ values }) => ({ org_id: String(values['org_id']), name: String(values['name']), kind: String(values['kind']), division_code: values['division_code'] == null ? null : String(values['division_code']) }));
    },
    staleTime: 300_000,
  });
}
